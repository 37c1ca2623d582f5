"""Fronts: packages, labels, shapes, the breaking line, live stories, top-up."""

import re
from datetime import timedelta

import pytest

from dateline.catalog.apply import apply
from dateline.news.front import BreakingLine, Shape, Treatment
from dateline.news.story import Correction
from dateline.store.store import Store
from pages.conftest import Paper
from support.copy import a_picture, a_site, a_story, later
from support.press_house import (
    MemoryJournal,
    arranged,
    picture_published,
    published,
    site_set,
)

PACKAGE = ("kkkkkk", "bbbbbb")
OLD = later(hours=-30)
LETTERS = "bcdfghjkmnpqrstvwxz"


@pytest.fixture
def press(tmp_path):
    """Return a way to publish into a paper with twelve stories and a picture."""
    store = Store(tmp_path / "store", durable=False)
    journal = MemoryJournal()
    with store.write() as tx:

        def say(*changes):
            for entry in journal.append(*changes, moment=later(days=1)):
                apply(tx, entry)
            return Paper(tx=tx)

        say(site_set(a_site()), picture_published(a_picture()))
        for number, letter in enumerate(LETTERS[:12]):
            say(published(story(letter, first_published=later(hours=-number))))
        yield say
    store.close()


def story(letter, **fields):
    """Return a story whose id says which."""
    name = letter * 6
    fields = {"slug": f"story-{letter}", "headline": f"Story {letter}", **fields}
    return a_story(name, **fields)


def told(letter, **fields):
    """Return how a front shows a story."""
    return Treatment(story=letter * 6, **fields)


def ids(text):
    """Return the letters of the stories of a page, in order."""
    main = text[text.index("<main") : text.index("</main>")]
    return "".join(re.findall(r"/story-(.)-\w+/\"", main))


def home(paper):
    """Return the home page's text."""
    return paper.page("/").text


def teaser(text, letter):
    """Return the teaser of a story."""
    return next(
        part
        for part in re.findall(r"<article.*?</article>", text, re.DOTALL)
        if f"/story-{letter}-" in part.split("</h3>")[0]
    )


def test_a_package_stands_together_and_nowhere_else(press):
    """Related stories are under their lead, and not topped up again."""
    paper = press(
        arranged(
            "home", "gggggg", treatments=(told("g", related=("kkkkkk", "bbbbbb")),)
        )
    )

    text = home(paper)

    assert ids(text)[:3] == "gkb"
    assert len(set(ids(text))) == len(ids(text))
    assert 'class="related"' in teaser(text, "g")


def test_a_label_and_a_headline_are_this_fronts_own(press):
    """Home says it its way; the section and the story stay as they are."""
    treatment = told("g", label="breaking", headline="Ours alone")
    paper = press(arranged("home", "gggggg", treatments=(treatment,)))

    lead = teaser(home(paper), "g")

    assert '<strong class="mark mark-breaking">Breaking</strong>' in lead
    assert "Ours alone" in lead
    assert "Ours alone" not in paper.page("/world/").text


def test_a_free_label_is_shown_as_it_was_written(press):
    """And escaped."""
    treatment = told("g", label="R&D <1>")
    paper = press(arranged("home", "gggggg", treatments=(treatment,)))

    assert '<strong class="mark">R&amp;D &lt;1&gt;</strong>' in home(paper)


@pytest.mark.parametrize(
    ("shape", "crops"), [(Shape.PICTURE, 2), (Shape.AUTOMATIC, 1), (Shape.TEXT, 1)]
)
def test_the_desk_says_what_is_led_by_its_picture(press, shape, crops):
    """The lead has its picture; the second leads have one, or what the desk says."""
    pictures = {letter: story(letter, lead_picture="spring") for letter in "bcd"}
    paper = press(
        *map(published, pictures.values()),
        arranged(
            "home",
            *(letter * 6 for letter in "bcd"),
            treatments=(told("c", shape=Shape.TEXT), told("d", shape=shape)),
        ),
    )

    top = home(paper).split('class="rail"')[0]

    expected = crops if shape is not Shape.AUTOMATIC else 2
    assert top.count('class="crop"') == expected
    assert "crop" not in teaser(top, "c")


def test_a_lead_without_a_picture_has_two_stories_under_it(press):
    """So the first column is as long as its neighbours."""
    text = home(press())

    assert text.index('class="pair"') < text.index('class="second"')
    pair = text[text.index('class="pair"') : text.index('class="second"')]
    assert pair.count("<article") == 2


def test_the_breaking_line_leads_to_its_story(press):
    """Above everything else; without its story it is not there."""
    line = BreakingLine(text="Bridge <closed>", story="gggggg")
    text = home(press(arranged("home", line=line)))

    banner = text[text.index('class="banner"') : text.index('class="home"')]
    assert "Bridge &lt;closed&gt;" in banner
    assert "/story-g-gggggg/" in banner

    gone = press(arranged("home", line=BreakingLine(text="Bridge", story="zzzzzz")))
    assert 'class="banner"' not in home(gone)


def test_a_line_may_lead_nowhere_and_stand_on_any_front(press):
    """On a section's and a city's front as on home."""
    line = BreakingLine(text="Power is back")
    paper = press(
        arranged("section/world", line=line), arranged("city/mumbai", line=line)
    )

    for path in ("/world/", "/city/mumbai/"):
        assert "</strong> Power is back</p>" in paper.page(path).text
    assert "Power is back" not in home(paper)


def test_a_running_live_blog_says_so_wherever_it_is_shown(press):
    """Without anybody's label; none hides it, and when it ends the mark goes."""
    mark = '<strong class="mark mark-live">Live</strong>'
    paper = press(published(story("b", live="running")))
    assert mark in teaser(home(paper), "b")
    assert mark in paper.page("/_slot/more/world").text

    labelled = press(arranged("home", "bbbbbb", treatments=(told("b", label="Talks"),)))
    assert mark in teaser(home(labelled), "b")

    over = press(
        published(story("b", live="ended")),
        arranged("home", "bbbbbb", treatments=(told("b", label="live"),)),
    )
    assert mark not in home(over)


def test_the_rule_weighs_urgency_against_freshness(press):
    """A bulletin of six hours ago leads; the rail shows the rest by time."""
    paper = press(published(story("h", urgency=1, first_published=later(hours=-5))))

    assert ids(home(paper))[0] == "h"
    rail = home(paper).split('class="latest"')[1].split("</section>")[0]
    letters = re.findall(r"/story-(.)-\w+/\"", rail)
    assert letters == sorted(letters)


def test_the_rail_leaves_a_sections_own_choice_to_its_band(press):
    """What the section's editor placed leads the section's band on home."""
    paper = press(
        published(story("k", lead_picture="spring", first_published=OLD)),
        arranged(
            "section/world",
            "kkkkkk",
            treatments=(told("k", shape=Shape.PICTURE, label="analysis"),),
        ),
    )

    text = home(paper)
    band = text[text.index('id="strip-world"') :]

    assert ids("<main" + band)[0] == "k"
    assert 'class="four picture"' in band
    assert ">Analysis</strong>" in teaser(band, "k")


def test_a_band_led_by_words_has_no_picture(press):
    """The section's desk says so with the shape of its first story."""
    pictured = {"lead_picture": "spring", "first_published": OLD}
    stories = [story(letter, **pictured) for letter in "mn"]
    paper = press(
        *map(published, stories),
        arranged("section/world", "mmmmmm", treatments=(told("m", shape=Shape.TEXT),)),
    )

    band = home(paper).split('id="strip-world"')[1].split("</section>")[0]

    assert 'class="four text"' in band
    assert 'class="crop"' not in band


def test_the_newest_corrections_stand_on_home(press):
    """Two of them, each with its story."""
    moments = [later(hours=hour) for hour in (1, 2, 3)]
    for letter, moment in zip("bcd", moments, strict=True):
        note = Correction(moment=moment, note=f"Note {letter}.")
        press(published(story(letter, corrections=(note,))))

    text = home(press())
    strip = text[text.index('class="righted"') :]

    assert "Note d." in strip
    assert "Note c." in strip
    assert "Note b." not in strip
    assert 'href="/corrections/"' in strip


def test_home_reads_no_card_that_it_does_not_show(press):
    """The rule chooses among what is shown anyway: a card more is a page more."""
    for number, letter in enumerate(LETTERS):
        moment = later(days=-2) - timedelta(hours=number)
        press(published(story(letter, section="india", first_published=moment)))

    page, reads = press(arranged("section/india", "vvvvvv")).look("/")

    cards = {key.split("/")[1][0] for key in reads if key.endswith("/card")}
    assert cards == set(ids(page.text))


def test_a_front_of_before_reads_as_it_did(press):
    """An entry from before there were treatments is places alone."""
    paper = press(arranged("home", "dddddd", "cccccc"))

    assert ids(home(paper))[:2] == "dc"
