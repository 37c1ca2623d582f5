"""What the page of styles shows of stories: each component in each of its states."""

from dataclasses import replace

from dateline.news.block import Block, BlockKind, ChartForm
from dateline.news.front import Shape
from dateline.pages import picture_set
from dateline.pages.band import Band
from dateline.pages.figure import figure_of
from dateline.pages.front_page import Banner, Sheet
from dateline.pages.gallery import Gallery, Shot
from dateline.pages.language import direction
from dateline.pages.link import Link
from dateline.pages.live_blog import Entry
from dateline.pages.picture_set import enhance_picture
from dateline.pages.share import Share
from dateline.pages.stamps import Note, Stamps
from dateline.pages.style_source import FIRST, HERE, THEN, Source, State
from dateline.pages.teaser import Teaser

LONG = (
    "A headline may be a hundred and forty characters long, and this one is there to"
    " show that even such a long one breaks well on the smallest screen"
)


def teasers(source: Source) -> list[State]:
    """Return a story on a front, in all its states."""
    return [
        State(name=name, html=source.draw("teaser.html", teaser=teaser))
        for name, teaser in _teasers(source).items()
    ]


def lines(source: Source) -> list[State]:
    """Return a story in a rail: plain, live, in Hindi."""
    found = _teasers(source)
    return [
        State(
            name=name, html=f"<ol>{source.draw('line.html', teaser=found[name])}</ol>"
        )
        for name in ("plain", "live", "in Hindi")
    ]


def plain_teaser(source: Source) -> Teaser:
    """Return a story as a list shows it, without a picture."""
    return Teaser(
        href=HERE,
        headline="Two leaders, one hot spring and a long evening",
        standfirst="They talked about four islands and agreed to talk again.",
        place="Nagato",
        section="World",
        moment=source.moment(FIRST),
        picture=None,
    )


def _teasers(source: Source) -> dict[str, Teaser]:
    plain = plain_teaser(source)
    shown = enhance_picture(source.pictures.wide, sizes=picture_set.TEASER)
    other = replace(plain, headline="What the islanders say", standfirst="")
    return {
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


def bands(source: Source) -> list[State]:
    """Return four stories side by side, led in each of the three ways."""
    four = _four(source)
    return [
        State(
            name=f"shape: {shape}",
            html=source.draw("band.html", band=Band(shape=shape, teasers=four)),
        )
        for shape in Shape
    ]


def _four(source: Source) -> tuple[Teaser, ...]:
    found = _teasers(source)
    names = ("with a picture", "plain", "labelled by the desk", "with a picture")
    return tuple(found[name] for name in names)


def sheets(source: Source) -> list[State]:
    """Return a front as full as one is after a day, and one with a single story."""
    lead, second, third, fourth = _four(source)
    full = Sheet(
        lead=(lead,), row=(second, third, fourth), rest=(lead,) * 2, more=(second,) * 2
    )
    one = Sheet(lead=(second,), row=(), rest=(), more=())
    return [
        State(name=name, html=source.draw("stories.html", sheet=sheet))
        for name, sheet in (("eight stories", full), ("one story", one))
    ]


def banners(source: Source) -> list[State]:
    """Return the breaking line, with and without its story."""
    links = {"leading to its story": HERE, "before there is a story": ""}
    return [
        State(
            name=name,
            html=source.draw(
                "banner.html", banner=Banner(text="The talks begin", href=href)
            ),
        )
        for name, href in links.items()
    ]


def local_strips(source: Source) -> list[State]:
    """Return the strip of the reader's city on home."""
    found = _teasers(source)
    bands_of = {
        "four stories": ("Mumbai", Band(shape=Shape.PICTURE, teasers=_four(source))),
        "one story": ("Patna", Band(shape=Shape.TEXT, teasers=(found["plain"],))),
    }
    return [
        State(
            name=state,
            html=source.draw("slot_local.html", name=name, href=HERE, band=band),
        )
        for state, (name, band) in bands_of.items()
    ]


def lists(source: Source) -> list[State]:
    """Return the lists at the foot of a story, and the newest at the head of pages."""
    found = tuple(_teasers(source)[name] for name in ("plain", "live", "in Urdu"))
    language = source.site.language
    given = {"teasers": found, "spoken": language, "direction": direction(language)}
    ticker = source.draw("slot_ticker.html", **given)
    world, japan = Link(href=HERE, name="World"), Link(href=HERE, name="Japan")
    return [
        State(
            name="more from its section",
            html=source.draw("slot_more.html", link=world, **given),
        ),
        State(
            name="more about a topic",
            html=source.draw("slot_about.html", link=japan, id="japan", **given),
        ),
        State(name="the newest headlines", html=f'<div class="ticker">{ticker}</div>'),
    ]


def credits_(source: Source) -> list[State]:
    """Return bylines and stamps: published, updated, corrected."""
    first, then = source.moment(FIRST), source.moment(THEN)
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
    found: dict[str, dict[str, object]] = {
        "published": {"agency": agency},
        "by two, updated, long": {
            "byline": (who, who),
            "stamps": updated,
            "minutes": 4,
            "changes": HERE,
        },
        "corrected": {"byline": (who,), "stamps": corrected, "notes": (1,)},
    }
    return [
        State(name=name, html=source.draw("credits.html", **{**plain, **given}))
        for name, given in found.items()
    ]


def datelines(source: Source) -> list[State]:
    """Return the line that is the paper's signature."""
    one = {"name": "Nagato", "rest": "Japan"}
    two = {"name": "Moscow", "rest": ""}
    found = {
        "one place": ((one,), ""),
        "two places and a credit": ((one, two), "MNA"),
    }
    return [
        State(
            name=name,
            html=source.draw("dateline.html", spots=spots, story={"credit": credit}),
        )
        for name, (spots, credit) in found.items()
    ]


def corrections(source: Source) -> list[State]:
    """Return the box of what was put right."""
    then = source.moment(THEN)
    first = Note(moment=then, text="The talks lasted two days, not three.")
    second = Note(moment=then, text="Nagato is in Yamaguchi, not in Shimane.")
    return [
        State(
            name=name,
            html=source.draw("correction_box.html", notes=notes, changes=HERE),
        )
        for name, notes in (
            ("one correction", (first,)),
            ("two, the newest first", (second, first)),
        )
    ]


def story_links(source: Source) -> list[State]:
    """Return what a story is about, and links that hand it on without a script."""
    places = ({"name": "Places", "links": (Link(href=HERE, name="Japan"),)},)
    share = Share(subject="Leaders meet", url=HERE, short=HERE)
    return [
        State(
            name=name,
            html=source.draw("story_links.html", topics=topics, share=share),
        )
        for name, topics in (("a place", places), ("about nothing named", ()))
    ]


def figures(source: Source) -> list[State]:
    """Return pictures with their captions."""
    shapes = {"wide": source.pictures.wide, "tall": source.pictures.tall}
    found: list[State] = []
    for name, picture in shapes.items():
        figure = figure_of(picture, caption="", sizes=picture_set.BODY)
        if figure is not None:
            whole = source.draw("figure.html", figure=figure, caption="")
            bare = source.draw(
                "figure.html",
                figure=replace(figure, credit=""),
                caption="As the desk wrote it.",
            )
            found += [
                State(name=name, html=whole),
                State(name=f"{name}, a caption for this use, no credit", html=bare),
            ]
    return found


def galleries(source: Source) -> list[State]:
    """Return the strip of a gallery."""
    pictures = source.pictures
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
    if not shots or not pictures.gallery:
        return []
    drawn = source.draw("gallery_strip.html", gallery=strip)
    return [State(name="a strip", html=drawn)]


def live_updates(source: Source) -> list[State]:
    """Return the entries of a live blog: none yet, and all there were."""
    begun = {"running": True, "stream": "", "older": ""}
    ended = {"running": False, "stream": "", "older": HERE}
    found: dict[str, tuple[dict[str, object], tuple[Entry, ...]]] = {
        "running, no entry yet": (begun, ()),
        "ended: put right, a key point, without a headline or author, older ones": (
            ended,
            live_entries(source),
        ),
    }
    return [
        State(
            name=name, html=source.draw("live_updates.html", blog=blog, entries=entries)
        )
        for name, (blog, entries) in found.items()
    ]


def live_entries(source: Source) -> tuple[Entry, ...]:
    """Return three entries of a live blog, the newest first."""
    plain = Entry(
        number=1,
        href=HERE,
        moment=source.moment(FIRST),
        headline="The cars arrive",
        blocks=(Block(kind=BlockKind.PARAGRAPH, text="Two hours late, in the rain."),),
        author="Meera Nambiar",
        key=False,
        corrected=None,
        note="",
    )
    righted = replace(
        plain, number=3, corrected=source.moment(THEN), note="It was three hours."
    )
    return (
        righted,
        replace(plain, number=2, key=True),
        replace(plain, headline="", author=""),
    )


_YEARS = (("Year", "Guests"), ("2013", "900"), ("2014", ""), ("2015", "1,260"))
_PAIRS = (
    ("Month", "In", "Out"),
    ("Oct", "12.5", "\N{MINUS SIGN}3"),
    ("Nov", "8", "\N{MINUS SIGN}4.5"),
)


def blocks(source: Source) -> list[State]:
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
    return [
        State(name=_named(block), html=source.draw("block.html", block=block))
        for block in found
    ]


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
