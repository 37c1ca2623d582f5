"""The demo's pictures: words from ``pictures.toml``, renditions on all cores."""

import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from dateline.cli.demo.copy import DemoStory, authors, here
from dateline.cli.demo.ids import picture_id
from dateline.cli.demo.live_blog import entries_of
from dateline.cli.words import Step

MIDDLE = (0.5, 0.5)


class PictureWords(msgspec.Struct, frozen=True, kw_only=True):
    """What ``pictures.toml`` says of one picture.

    ``focal`` is its point of interest in parts of width and height, 0 to 1.
    """

    caption: str
    credit: str
    alt: str
    rights: str = ""
    focal: tuple[float, float] = MIDDLE

    @property
    def thousandths(self) -> tuple[int, int]:
        """The point of interest as the newsroom keeps it."""
        return round(self.focal[0] * 1000), round(self.focal[1] * 1000)


def picture_words() -> dict[str, PictureWords]:
    """Return the words of every picture, by its name."""
    file = here() / "pictures" / "pictures.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))["pictures"]
    return msgspec.convert(table, dict[str, PictureWords])


def picture_bytes(name: str) -> bytes:
    """Return the JPEG of a picture."""
    return (here() / "pictures" / f"{name}.jpg").read_bytes()


def names_in(stories: Sequence[DemoStory]) -> list[str]:
    """Return the names of what stories, entries and authors show, sorted."""
    names = {name for story in stories for name in story.pictures}
    blogs = [story.slug for story in stories if story.head.live]
    names |= {entry.picture for slug in blogs for entry in entries_of(slug)}
    names |= {author.picture for author in authors()}
    return sorted(names - {""})


def make_files(media: Path, names: Sequence[str], *, progressed: Step) -> None:
    """Make originals and renditions of pictures, on all cores.

    What the newsroom does for each picture afterwards then finds its files made.
    """
    words = picture_words()
    jobs = [(media, name, words[name].thousandths) for name in names]
    with ProcessPoolExecutor(
        os.cpu_count() or 1, mp_context=get_context("spawn")
    ) as pool:
        for done, _ in enumerate(pool.map(_make_one, jobs), start=1):
            progressed("renditions", done, len(jobs))


def _make_one(job: tuple[Path, str, tuple[int, int]]) -> None:
    from dateline.newsroom.media_files import keep_original
    from dateline.newsroom.renditions import make_renditions

    media, name, focal = job
    content = picture_bytes(name)
    original = keep_original(media, content)
    make_renditions(
        content,
        public_id=picture_id(name),
        original=original,
        media=media,
        focal=focal,
    )


def save_pictures(
    names: Iterable[str], words: dict[str, PictureWords], *, now: datetime
) -> Iterator[tuple[str, Any]]:
    """Save pictures in the newsroom; yields name and row."""
    from dateline.newsroom.actions.save_picture import SavePicture, new_picture

    for name in names:
        said = words[name]
        picture = new_picture(picture_bytes(name))
        picture.public_id = picture_id(name)
        picture.title = name.replace("-", " ")
        picture.caption, picture.alt = said.caption, said.alt
        picture.credit, picture.usage_terms = said.credit, said.rights
        picture.creator = said.credit.rpartition(" / ")[2]
        picture.focal_x, picture.focal_y = said.thousandths
        SavePicture(picture=picture, now=now).execute()
        yield name, picture
