"""What the page of styles shows of pages: strip, search, ways on, notices, no news."""

from dataclasses import replace
from datetime import datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from dateline.catalog.documents import Fate, Gone
from dateline.news.grievance_form import Fault, Form
from dateline.news.site import City, CityGroup
from dateline.news.weather import Reading
from dateline.pages import grievance_form as complaint
from dateline.pages.archive import ROOT
from dateline.pages.corrections import Note
from dateline.pages.frame import city_groups
from dateline.pages.front_page import Sheet
from dateline.pages.link import Link
from dateline.pages.not_found import NOT_YET, make_not_found
from dateline.pages.page import Page, slot
from dateline.pages.search import RESULTS, Asked, Result, Results, set_results
from dateline.pages.short_link import make_notice
from dateline.pages.style_samples import LONG, live_entries, plain_teaser
from dateline.pages.style_source import FIRST, HERE, THEN, Source, State, main_of
from dateline.pages.weather_words import weather_text
from dateline.words.say import words_in

_DELHI = City(
    id="new-delhi",
    name="New Delhi",
    group=CityGroup.METRO,
    latitude=28.6214,
    longitude=77.2148,
    zone="Asia/Kolkata",
)
_WARM = Reading(
    city_id=_DELHI.id,
    temperature=19.2,
    condition="haze",
    valid_at=THEN,
    fetched_at=THEN,
    provider="met-norway",
)
_NO_SHEET = Sheet(lead=(), row=(), rest=(), more=())


def strips(source: Source) -> list[State]:
    """Return the strip at the head of every page, by what is known of the weather."""
    site = source.site
    groups = city_groups(site, "", site.language)
    hours = timedelta(hours=1)
    readings: dict[str, tuple[Reading | None, datetime]] = {
        "a temperature of this hour": (_WARM, THEN),
        "no temperature at all": (None, THEN),
        "below zero": (replace(_WARM, temperature=-4.6, condition="snow"), THEN),
        "hours old, of the day before: it says so": (_WARM, THEN + 4 * hours),
        "too old to be shown": (_WARM, THEN + 7 * hours),
        "made up, for a demo": (replace(_WARM, sample=True, condition=None), THEN),
    }
    said = {
        name: _weather(reading, now, source)
        for name, (reading, now) in readings.items()
    }
    found = [
        State(name=name, html=_strip(source, groups=groups, weather=weather))
        for name, weather in said.items()
    ]
    unknown = _strip(source, groups=(), weather="")
    return [*found, State(name="a paper that knows no city", html=unknown)]


def _strip(source: Source, **given: object) -> str:
    return source.draw("strip.html", today=slot("today"), editions=(), **given)


def _weather(reading: Reading | None, now: datetime, source: Source) -> str:
    say = words_in(source.site.language)
    return weather_text(_DELHI, reading, now=now, zone=ZoneInfo(_DELHI.zone), say=say)


def searches(source: Source) -> list[State]:
    """Return the search form with what it found, or did not."""
    text = "hot spring"
    first, last = FIRST.date(), THEN.date()
    found = _found(source)
    results = {
        "nothing asked: the newest, and how to search": Results(
            asked=Asked(), how="exact", total=2, pages=1, found=found
        ),
        "stories found, page 2 of 3, with filters": Results(
            asked=Asked(text=text, first=first, last=last, by_date=True, page=2),
            how="exact",
            total=24,
            pages=3,
            found=found,
        ),
        "a slip of the hand": Results(
            asked=Asked(text="hot sprnig"),
            how="similar",
            total=2,
            pages=1,
            found=found,
            unknown=("sprnig",),
            meant=text,
        ),
        "some of the words": Results(
            asked=Asked(text="spring ferry"), how="loose", total=2, found=found
        ),
        "nothing found": Results(asked=Asked(text="xylophone"), how="exact"),
        "nothing found with a filter": Results(
            asked=Asked(text=LONG, first=first), how="exact"
        ),
        "a page after the last": Results(
            asked=Asked(text=text, page=9), how="exact", total=24, pages=3
        ),
        "no index yet": Results(asked=Asked(text=text)),
    }
    return [_searched(source, name, result) for name, result in results.items()]


def form_errors(source: Source) -> list[State]:
    """Return what a form says of what it did not understand."""
    faults = (
        ("too-long", ""),
        ("section", "gossip"),
        ("city", "atlantis"),
        ("date", "2016-02-30"),
        ("order", ""),
        ("page", "0"),
    )
    asked = Asked(text="hot spring", faults=faults)
    results = Results(asked=asked, how="exact", total=2, pages=1, found=_found(source))
    return [_searched(source, "everything that can be wrong", results)]


def complaints(source: Source) -> list[State]:
    """Return what is told to a reader who sent the form for grievances."""
    form = Form(name="Ravi Menon", contact="by pigeon", text="It was Tuesday.")
    blank = replace(form, contact="", text="")
    empty = {"contact": Fault.MISSING, "text": Fault.MISSING}
    answers = {
        "fields left empty": (complaint.Result.FAULTY, blank, empty),
        "no way to answer": (complaint.Result.FAULTY, form, {"contact": Fault.NO_WAY}),
        "too long": (complaint.Result.FAULTY, form, {"text": Fault.LONG}),
        "too many from one network": (complaint.Result.CROWDED, form, {}),
        "the desk cannot be reached": (complaint.Result.CLOSED, form, {}),
    }
    told = {
        name: complaint.Answer(
            result=result, form=sent, email="officer@paper.example", faults=f
        )
        for name, (result, sent, f) in answers.items()
    }
    told["taken"] = complaint.Answer(
        result=complaint.Result.TAKEN,
        form=form,
        email="",
        ticket="BCDF-GHJK",
        received=THEN,
    )
    return [
        State(
            name=name,
            html=complaint.set_answer(each, site=source.site)[complaint.ANSWER],
        )
        for name, each in told.items()
    ]


def _searched(source: Source, name: str, results: Results) -> State:
    return State(name=name, html=set_results(results, site=source.site)[RESULTS])


def _found(source: Source) -> tuple[Result, ...]:
    teaser = plain_teaser(source)
    marked = Result(
        teaser=teaser,
        headline=(("Two leaders, one ", False), ("hot spring", True)),
        passage=(("They met at the ", False), ("spring", True), (".", False)),
    )
    plain = Result(teaser=teaser, headline=((teaser.headline, False),), passage=())
    return marked, plain


def ways(source: Source) -> list[State]:
    """Return the ways from a page to those before, after and above it."""
    steps = (
        Link(href=ROOT, name="Archive"),
        Link(href=HERE, name="2016"),
        Link(href=HERE, name="December"),
    )
    up = source.draw("archive_way.html", way=steps)
    return [
        State(name="up, from a day of the archive", html=up),
        State(name="between pages of a live blog", html=_live_page(source)),
    ]


def _live_page(source: Source) -> str:
    language = source.site.language
    card = {"path": HERE, "headline": "The talks, live", "language": language}
    return source.draw(
        "live_page.html",
        card=card,
        page=2,
        entries=live_entries(source)[1:],
        newer=HERE,
        older=HERE,
        stream="",
    )


def notices(source: Source) -> list[State]:
    """Return what stands where a page was, or never was."""
    gone = {
        "410: removed, with the reason": Gone(
            fate=Fate.KILLED, moment=THEN, notice="The agency took this story back."
        ),
        "410: removed, without a word": Gone(fate=Fate.KILLED, moment=THEN),
        "410: withdrawn": Gone(fate=Fate.WITHDRAWN, moment=THEN),
    }
    pages: dict[str, Page | None] = {"404: no such page": make_not_found(source.view)}
    pages |= {name: make_notice(source.view, each) for name, each in gone.items()}
    found = [
        State(name=name, html=main_of(str(page.text)))
        for name, page in pages.items()
        if page is not None
    ]
    unready = escape(words_in(source.site.language)(NOT_YET))
    plain = State(name="503: plain, before a page is made", html=f"<p>{unready}</p>")
    return [*found, plain]


def correction_lists(source: Source) -> list[State]:
    """Return the page of corrections: with some, and with none."""
    note = Note(
        href="",
        headline="Two leaders, one hot spring and a long evening",
        text="The talks lasted two days, not three.",
        moment=source.moment(THEN),
    )
    return [
        State(
            name=name,
            html=source.draw("corrections.html", policy="", notes=notes),
        )
        for name, notes in (("two notes", (note, note)), ("nothing to correct", ()))
    ]


def nothing_yet(source: Source) -> list[State]:
    """Return each kind of page on which there is nothing yet."""
    world = {"id": "world", "name": "World", "description": "From elsewhere."}
    city = source.site.cities[0] if source.site.cities else _DELHI
    of = {"sheet": _NO_SHEET}
    found: dict[str, dict[str, object]] = {
        "section.html": {**of, "section": world},
        "city.html": {**of, "named": city, "conditions": ""},
        "topic.html": {**of, "topic": world | {"name": "Japan"}, "label": "Places"},
        "author.html": {
            **of,
            "author": world | {"name": "Meera Nambiar", "role": ""},
            "label": "Author",
            "portrait": None,
            "ended": "",
        },
        "edition.html": {**of, "section": "World"},
        "archive_years.html": {"years": ()},
    }
    return [
        State(name=file.removesuffix(".html"), html=source.draw(file, **given))
        for file, given in found.items()
    ]
