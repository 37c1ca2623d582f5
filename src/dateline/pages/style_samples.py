"""What the page of styles shows: a sample of each component in each of its states."""

from dataclasses import dataclass, replace
from datetime import datetime

from dateline.catalog.view import View
from dateline.news.address import gallery_path
from dateline.news.block import Block, BlockKind, ChartForm
from dateline.news.front import Shape
from dateline.news.key import ALL
from dateline.news.picture import Picture
from dateline.pages import picture_set
from dateline.pages.band import Band
from dateline.pages.figure import Figure, figure_of
from dateline.pages.gallery import Gallery, Shot
from dateline.pages.live_blog import Entry
from dateline.pages.moment import Moment, moment_of
from dateline.pages.picture_set import enhance_picture
from dateline.pages.stamps import Note, Stamps
from dateline.pages.teaser import Teaser

_MOST_LOOKED_AT = 120
"""Stories among which pictures of both shapes are looked for."""

_HERE = "/_style/"
_FIRST = datetime.fromisoformat("2016-12-15T18:22:00+05:30")
_THEN = datetime.fromisoformat("2016-12-15T21:40:00+05:30")

LONG = (
    "A headline may be a hundred and forty characters long, and this one is there to"
    " show that even such a long one breaks well on the smallest screen"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """One state of a component: what it is called, and what its template is given."""

    name: str
    given: dict[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pictures:
    """A picture that is wider than high and one that is higher, as far as there are.

    ``gallery`` is where a gallery stands, if there is one.
    """

    wide: Picture | None
    tall: Picture | None
    gallery: str


def pictures_in(view: View) -> Pictures:
    """Return two pictures of the newest stories to show components with."""
    wide: Picture | None = None
    tall: Picture | None = None
    gallery = ""
    for story_id in view.newest(ALL)[:_MOST_LOOKED_AT]:
        card = view.card(story_id)
        if card is None:
            continue
        if card.gallery and not gallery:
            gallery = gallery_path(card.path)
        picture = view.picture(card.picture) if card.picture else None
        shown = enhance_picture(picture, sizes="")
        if shown is None:
            continue
        wide, tall = (wide, tall or picture) if shown.tall else (wide or picture, tall)
    return Pictures(wide=wide, tall=tall, gallery=gallery)


def _moment(view: View, moment: datetime = _FIRST) -> Moment:
    return moment_of(moment, view.zone(), view.site().language)


def teasers(view: View, pictures: Pictures) -> list[State]:
    """Return a story in a list, in all its states."""
    plain = Teaser(
        href=_HERE,
        headline="Two leaders, one hot spring and a long evening",
        standfirst="They talked about four islands and agreed to talk again.",
        place="Nagato",
        section="World",
        moment=_moment(view),
        picture=None,
    )
    shown = enhance_picture(pictures.wide, sizes=picture_set.TEASER)
    other = replace(plain, headline="What the islanders say", standfirst="")
    found = {
        "plain": plain,
        "with a picture": replace(plain, picture=shown),
        "a headline of 140 characters": replace(plain, headline=LONG),
        "without a place": replace(plain, place="", standfirst=""),
        "live": replace(plain, mark="Live", state="live"),
        "breaking": replace(plain, mark="Breaking", state="breaking"),
        "labelled by the desk": replace(plain, mark="Analysis"),
        "the lead of a package": replace(plain, related=(other, other)),
        "in Hindi": replace(
            plain,
            headline="तड़के का कोहरा, देर से चली उड़ानें",
            standfirst="दोपहर तक धूप निकल आई।",
            place="नई दिल्ली",
            language="hi",
            direction="ltr",
            around="en",
        ),
        "in Urdu": replace(
            plain,
            headline="کتب خانہ اب رات بھر کھلا رہے گا",
            standfirst="",
            place="لکھنؤ",
            language="ur",
            direction="rtl",
            around="en",
        ),
    }
    return [State(name=name, given={"teaser": each}) for name, each in found.items()]


def bands(samples: list[State]) -> list[State]:
    """Return four stories side by side, led in each of the three ways."""
    first, second, third = (samples[number].given["teaser"] for number in (1, 0, 6))
    return [
        State(
            name=f"shape: {shape}",
            given={"band": Band(shape=shape, teasers=(first, second, third, second))},  # type: ignore[arg-type]
        )
        for shape in Shape
    ]


def credits_(view: View) -> list[State]:
    """Return bylines and stamps: published, updated, corrected."""
    first, then = _moment(view), _moment(view, _THEN)
    plain = {
        "byline": (),
        "agency": None,
        "notes": (),
        "changes": "",
        "minutes": 0,
        "stamps": Stamps(published=first, changed=first, reason=""),
    }
    who = {"name": "Meera Nambiar", "href": ""}
    updated = Stamps(published=first, changed=then, reason="Updated")
    corrected = replace(updated, reason="Corrected")
    agency = {"name": "Meridian News Agency", "href": ""}
    return [
        State(name="published", given={**plain, "agency": agency}),
        State(
            name="by two, updated, long",
            given={
                **plain,
                "byline": (who, who),
                "stamps": updated,
                "minutes": 4,
                "changes": _HERE,
            },
        ),
        State(
            name="corrected",
            given={**plain, "byline": (who,), "stamps": corrected, "notes": (1,)},
        ),
    ]


def datelines() -> list[State]:
    """Return the line that is the paper's signature."""
    one = {"name": "Nagato", "rest": "Japan"}
    two = {"name": "Moscow", "rest": ""}
    return [
        State(name="one place", given={"spots": (one,), "credit": ""}),
        State(
            name="two places and a credit", given={"spots": (one, two), "credit": "MNA"}
        ),
    ]


def corrections(view: View) -> list[State]:
    """Return the box of what was put right."""
    note = Note(
        moment=_moment(view, _THEN), text="The talks lasted two days, not three."
    )
    return [State(name="one correction", given={"notes": (note,), "changes": _HERE})]


def figures(pictures: Pictures) -> list[State]:
    """Return pictures with their captions."""
    shapes = {"wide": pictures.wide, "tall": pictures.tall}
    found: list[State] = []
    for name, picture in shapes.items():
        figure = figure_of(picture, caption="", sizes=picture_set.BODY)
        if figure is not None:
            found.append(State(name=name, given={"figure": figure, "caption": ""}))
            bare: Figure = replace(figure, credit="")
            found.append(
                State(
                    name=f"{name}, a caption for this use, no credit",
                    given={"figure": bare, "caption": "As the desk wrote it."},
                )
            )
    return found


def galleries(pictures: Pictures) -> list[State]:
    """Return the strip of a gallery."""
    shots: list[Shot] = []
    for picture in (pictures.wide, pictures.tall):
        figure = figure_of(picture, caption="", sizes=picture_set.SLIDE)
        if picture is not None and figure is not None:
            small = replace(figure.picture, sizes=picture_set.STRIP)
            shots.append(
                Shot(
                    number=len(shots) + 1,
                    source=picture,
                    figure=figure,
                    small=small,
                    caption="",
                )
            )
    strip = Gallery(title="By the water", href=pictures.gallery, shots=tuple(shots))
    is_there = shots and pictures.gallery
    return [State(name="a strip", given={"gallery": strip})] if is_there else []


def entries(view: View) -> list[State]:
    """Return entries of a live blog."""
    plain = Entry(
        number=1,
        href=_HERE,
        moment=_moment(view),
        headline="The cars arrive",
        blocks=(Block(kind=BlockKind.PARAGRAPH, text="Two hours late, in the rain."),),
        author="Meera Nambiar",
        key=False,
        corrected=None,
        note="",
    )
    righted = replace(
        plain, number=3, corrected=_moment(view, _THEN), note="It was three hours."
    )
    return [
        State(
            name="put right, a key point, without a headline or author",
            given={
                "entries": (
                    righted,
                    replace(plain, number=2, key=True),
                    replace(plain, headline="", author=""),
                )
            },
        )
    ]


_YEARS = (("Year", "Guests"), ("2013", "900"), ("2014", ""), ("2015", "1,260"))
_PAIRS = (
    ("Month", "In", "Out"),
    ("Oct", "12.5", "\N{MINUS SIGN}3"),
    ("Nov", "8", "\N{MINUS SIGN}4.5"),
)


def blocks() -> list[State]:
    """Return every kind of block that is no picture."""
    facts = ("27,000 springs", "one town in three has a bath")
    rows = (("2016-12-15", "They arrive", ""), ("Night", "", "They bathe."))
    found = [
        Block(kind=BlockKind.PARAGRAPH, text="Copy, with <em>marks</em> in it."),
        Block(kind=BlockKind.CROSSHEAD, text="A crosshead"),
        Block(kind=BlockKind.QUOTE, text="The water was warm.", attribution="The host"),
        Block(kind=BlockKind.QUOTE, text="Nobody is known to have said this."),
        Block(kind=BlockKind.LIST, items=("One", "Two")),
        Block(kind=BlockKind.LIST, items=("First", "Second"), ordered=True),
        Block(kind=BlockKind.FACTS, title="Springs in brief", items=facts),
        Block(kind=BlockKind.TIMELINE, title="One evening", rows=rows),
        Block(kind=BlockKind.TABLE, title="Guests by year", rows=_YEARS),
        Block(kind=BlockKind.TABLE, title="Guests by month", rows=_PAIRS),
        *(_chart(form, several=several) for form in ChartForm for several in (0, 1)),
        Block(kind=BlockKind.EMBED, href="https://example.org/", title="A map"),
        Block(kind=BlockKind.PRE, text="Home  2\nAway  1"),
    ]
    return [State(name=_named(block), given={"block": block}) for block in found]


def _chart(form: ChartForm, *, several: int) -> Block:
    return Block(
        kind=BlockKind.CHART,
        form=form,
        title=f"Guests, as {form}{' of two series' if several else ''}",
        text="More came, and fewer left.",
        unit="thousands",
        attribution="the inns",
        rows=_PAIRS if several else _YEARS,
    )


def _named(block: Block) -> str:
    return " ".join(part for part in (block.kind.value, block.form) if part)
