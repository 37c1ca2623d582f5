"""Getting the bytes of an agency's picture: from the raw archive, beside, the web.

Addresses are an agency's words and so a stranger's: a name leads nowhere outside
the wire's own folder, the web only to the wire's own server and the ``hosts``
that its settings name, and what comes is held to the wire's limits.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from urllib.parse import unquote

import httpx

from dateline.errors import DatelineError
from dateline.newsroom.models.wire_file import WireFile
from dateline.newsroom.models.wire_picture import WirePicture
from dateline.newsroom.renditions import measure
from dateline.newsroom.source_rules import ask_rules
from dateline.settings import Settings, WireSettings
from dateline.wire.feeds.ask_answer import OK, check_status
from dateline.wire.feeds.ask_rules import AskRules, AstrayError, check_way, question_to
from dateline.wire.feeds.asker import Asker
from dateline.wire.feeds.web_address import absolute
from dateline.wire.picture_files import RAW, file_name, is_on_the_web
from dateline.wire.raw_archive import RawArchive
from dateline.wire.source import MEBIBYTE

PIECE = 1024 * 1024


class PictureAwayError(DatelineError):
    """A picture's file is not there (yet)."""

    hint = "It is looked for again by itself; if it lasts, call the agency."


class PictureTooLargeError(DatelineError):
    """A picture's file has more bytes than the wire's rules allow."""

    hint = (
        "Raise max_megabytes of this wire in dateline.toml if it really sends so much."
    )


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Where one wire's pictures come from."""

    wire: WireSettings
    settings: Settings
    stop: threading.Event
    now: datetime

    def bytes_of(self, row: WirePicture) -> bytes:
        """Return the bytes of a picture: those of the first file that is one.

        Raises:
            DatelineError: none of its files can be had, or is a picture; of the
                first that was tried.
        """
        first: DatelineError | None = None
        for way in self._ways(row):
            try:
                content = self._read(way)
                measure(content)
            except DatelineError as error:
                first = first or error
            else:
                return content
        raise first or PictureAwayError(f"nothing called {row.uri} has come")

    def _ways(self, row: WirePicture) -> Iterator[str]:
        """Give where to look: what was named, then what is called after it."""
        yield from row.hrefs
        names = [name for name in row.names.split("\n") if name]
        files = WireFile.objects.filter(source=self.wire.name, name__in=_spelt(names))
        for file in files.order_by("-seen_at"):
            yield f"{RAW}{file.raw_ref}"
        number = row.uri.lower()
        photos = WirePicture.objects.filter(provider=row.provider, photo=True)
        named = photos.filter(names__contains=f"\n{number}\n").exclude(pk=row.pk)
        for photo in named.order_by("-first_seen")[:1]:
            yield from photo.hrefs

    def _read(self, way: str) -> bytes:
        if way.startswith(RAW):
            archive = RawArchive(self.settings.raw_path)
            return archive.read(way.removeprefix(RAW))
        if self.wire.url and not is_on_the_web(way):
            way = absolute(self.wire.url, way) or way
        if is_on_the_web(way):
            return self._fetch(way)
        return self._beside(way)

    def _fetch(self, url: str) -> bytes:
        """Ask the web for a file; raises what stands against it."""
        rules = self._rules(url)
        check_way(rules, url)
        with Asker(rules, stop=self.stop) as asker:
            reply = asker.ask(question_to(url, rules=rules))
        check_status(reply, now=self.now)
        if reply.status != OK:
            raise PictureAwayError(f"{reply.host} answered {reply.status}")
        return reply.body

    def _rules(self, url: str) -> AskRules:
        """Return how a wire's pictures are asked for.

        A wire that is not asked itself has no server of its own: then each of
        its ``hosts`` is one, and a folder's secret is for them.
        """
        wire = self.wire
        if wire.url:
            return ask_rules(wire, settings=self.settings)
        if wire.transport != "folder":  # a push's token is theirs to show us
            wire = replace(wire, token_name="")
        named = httpx.URL(url)
        if not {named.host, named.netloc.decode("ascii", "replace")} & {*wire.hosts}:
            raise AstrayError(f"a picture of {wire.name} lies on {named.host}")
        return replace(ask_rules(wire, settings=self.settings), url=url)

    def _beside(self, name: str) -> bytes:
        """Read a file by its name: the newest of that name that came, or one there."""
        short = file_name(name)
        file = WireFile.objects.filter(source=self.wire.name, name=short).first()
        if file is not None:
            return RawArchive(self.settings.raw_path).read(file.raw_ref)
        if self.wire.folder is not None:
            for inside in dict.fromkeys((unquote(name), PurePosixPath(name).name)):
                with suppress(OSError, ValueError):
                    return read_inside(
                        self.wire.folder,
                        inside,
                        most=self.wire.max_megabytes * MEBIBYTE,
                    )
        raise PictureAwayError(f"{short or name[:80]!r} has not come")


def read_inside(folder: Path, name: str, *, most: int) -> bytes:
    """Return the bytes of a file below a folder, whatever its name tries.

    Raises:
        PictureTooLargeError: it has more than ``most`` bytes.
        OSError: there is no such file, or it is no plain file of this folder:
            links are not followed and no name leads out.
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or "\0" in name:
        raise FileNotFoundError(name)
    root = folder.resolve()
    path = root.joinpath(*parts)
    if path.resolve() != path:  # a link somewhere on the way
        raise FileNotFoundError(name)
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        told = os.fstat(file.fileno())
        if not S_ISREG(told.st_mode):
            raise FileNotFoundError(name)
        if told.st_size > most:
            raise PictureTooLargeError(f"{name} has {told.st_size} bytes")
        return file.read(most)


def _spelt(names: list[str]) -> list[str]:
    """Return names as files may be called: as they are, and with a usual ending."""
    return [*names, *(f"{n}{end}" for n in names for end in (".jpg", ".jpeg", ".png"))]
