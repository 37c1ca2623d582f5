"""Alternative texts that help nobody."""

from collections.abc import Iterator

from dateline.news.picture import AltTextError, check_alt
from dateline.newsroom.checks.remark import Copy, Remark


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for each picture whose alternative text is no help."""
    for picture in copy.pictures:
        for caption in (picture.caption, *_captions(copy, picture.id)):
            try:
                check_alt(picture.alt, caption=caption, credit=picture.credit)
            except AltTextError as error:
                yield Remark(
                    check="alt texts",
                    field=f"picture {picture.id}",
                    message=str(error),
                    hint=error.hint,
                )
                break


def _captions(copy: Copy, picture_id: str) -> Iterator[str]:
    """Yield the captions a story gives a picture for its own use."""
    if copy.story.lead_picture == picture_id and copy.story.lead_caption:
        yield copy.story.lead_caption
    for block in copy.story.body:
        if block.picture == picture_id and block.text:
            yield block.text
        for name, caption in zip(block.pictures, block.items, strict=False):
            if name == picture_id and caption:
                yield caption
