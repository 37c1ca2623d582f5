"""The index on disk: its fields, where it stands, and who may open it.

    kind      "story", or "position" for the one document that says how far it is
    id        the story's id
    head      headline              its words count three times
    stand     standfirst            half as much again
    text      everything a reader reads, headline and live entries included, with
              places
    common    pairs of common words that follow one another, with places
    section, city                   ids, as filters
    moment    first publication, seconds since the year 1
    weight    grows by a quarter each year, so that of two stories that say the
              same the newer one comes first, whenever it is asked
    note      of the position: see `Standing`

No copy is stored: what a result shows is read from the store that is served, and
a story the store does not have is not shown, whatever the index says.

The position is a document of the index, so it is committed with what it speaks
of: a writer that is killed goes on exactly behind its last commit.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import msgspec
from tantivy import Index, Query, Schema, SchemaBuilder, Searcher

from dateline.errors import DatelineError
from dateline.store.position import START, Position

KIND, ID, HEAD, STAND, TEXT = "kind", "id", "head", "stand", "text"
COMMON = "common"
SECTION, CITY, MOMENT, WEIGHT, NOTE = "section", "city", "moment", "weight", "note"
STORY, POSITION = "story", "position"

BETWEEN = "¶"
"""Stands between two passages, so that no phrase reaches over; no word is it."""

_A_YEAR = 1.25
_SECONDS_A_YEAR = 31_556_952
_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
_YEAR_2000 = datetime(2000, 1, 1, tzinfo=UTC)


class IndexUnreadableError(DatelineError):
    """The search index cannot be opened."""

    hint = "Make it again from the journal: `dateline rebuild --search`."


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where an index stands in the journal, and what its words were made with."""

    position: Position = START
    fingerprint: str = ""


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Standing).decode


@lru_cache(maxsize=1)
def schema() -> Schema:
    """Return the fields of an index."""
    builder = SchemaBuilder()
    for name in (KIND, SECTION, CITY):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (ID, NOTE):
        builder.add_text_field(
            name, stored=True, tokenizer_name="raw", index_option="basic"
        )
    for name in (HEAD, STAND):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in (TEXT, COMMON):
        builder.add_text_field(name, tokenizer_name="whitespace")
    builder.add_unsigned_field(MOMENT, fast=True, indexed=True)
    builder.add_float_field(WEIGHT, fast=True)
    return builder.build()


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Return a hash of what decides how words lie in an index."""
    digest = hashlib.sha256(version("tantivy").encode())
    folder = Path(__file__).parent
    for name in ("hindi", "index", "passages", "stop_words", "told", "words", "writer"):
        digest.update((folder / f"{name}.py").read_bytes())
    return digest.hexdigest()


def seconds_of(moment: datetime) -> int:
    """Return a moment as the index holds it."""
    return max(0, int((moment - _BEGINNING).total_seconds()))


def weight_of(moment: datetime) -> float:
    """Return what the score of a story of that moment is multiplied by."""
    years = (moment - _YEAR_2000).total_seconds() / _SECONDS_A_YEAR
    return float(_A_YEAR**years)


def is_there(place: Path) -> bool:
    """Return whether there is an index in a folder."""
    return (place / "meta.json").exists()


def open_index(place: Path) -> Index:
    """Open the index in a folder; raises IndexUnreadableError.

    Nothing watches it: whoever reads it calls ``reload``.
    """
    try:
        index = Index.open(str(place))
        index.config_reader("manual")
        index.reload()
    except (ValueError, OSError) as error:
        raise IndexUnreadableError(f"{place}: {error}") from error
    return index


def make_index(place: Path) -> Index:
    """Make an empty index in a folder, or open the one that is there."""
    place.mkdir(parents=True, exist_ok=True)
    return open_index(place) if is_there(place) else Index(schema(), path=str(place))


def standing(searcher: Searcher) -> Standing:
    """Return where an index stands; at the journal's start if it is empty."""
    query = Query.term_query(schema(), KIND, POSITION, index_option="basic")
    hits = searcher.search(query, 1, count=False).hits
    if not hits:
        return Standing()
    note = searcher.doc(hits[0][1]).get_first(NOTE)
    try:
        return _decode(str(note))
    except msgspec.DecodeError:
        return Standing()


def note_of(value: Standing) -> str:
    """Return a standing as it is written into its document."""
    return _encode(value).decode()
