"""What is in another language than the page says so: names, stamps, captions."""

import re
from dataclasses import replace

import pytest

from dateline.news.site import Section
from dateline.news.story import Correction
from dateline.pages.language import UNTOLD, Tongue, name_language, told_by_letters
from dateline.store.store import Store
from pages.test_edition import HINDI, SOURCE, Desk, hindi
from support.copy import a_picture, a_site, a_story, a_topic, later
from support.press_house import picture_published, published, site_set, topic_set

NIPPON = a_topic(names=(("hi", "जापान"),))
TRAINS = a_topic("trains", name="Trains")
STAMP = '<p class="stamp" lang="{}"><time dir="auto"'


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return a paper whose Hindi story has a topic with and one without a name."""
    store = Store(tmp_path_factory.mktemp("tongues") / "store", durable=False)
    world = Section(id="world", name="World", names=(("hi", "दुनिया"),))
    site = a_site(languages=("hi",), sections=(world, *a_site().sections[::2]))
    with store.write() as tx:
        desk = Desk(tx)
        desk.do(site_set(replace(site, description="All the news.")))
        desk.do(topic_set(NIPPON))
        desk.do(topic_set(TRAINS))
        desk.do(picture_published(a_picture()))
        desk.do(published(a_story(topics=("japan", "trains"), lead_picture="spring")))
        desk.do(
            published(
                hindi(
                    topics=("japan", "trains"),
                    located=(),
                    lead_picture="spring",
                    corrections=(Correction(moment=later(hours=1), note="सुधार।"),),
                )
            )
        )
        yield desk
    store.close()


def test_a_topic_has_its_name_of_the_language_or_says_which_it_is(desk):
    """On the story, under it, and to machines."""
    page, about = desk.page(HINDI), desk.page("/_slot/about.hi/japan")

    assert '<a href="/topic/japan/">जापान</a>' in page
    assert '<a href="/topic/trains/" lang="en">Trains</a>' in page
    assert '"keywords":["जापान","Trains"]' in page
    assert '<a href="/topic/japan/">जापान</a>' not in desk.page(SOURCE)
    assert '<a href="/topic/trains/">Trains</a>' in desk.page(SOURCE)
    assert "जापान" in about.partition("<ol>")[0]
    assert '<bdi lang="en">Trains</bdi>' in desk.page("/_slot/about.hi/trains")
    assert "<bdi" not in desk.page("/_slot/about/trains").partition("<ol>")[0]


def test_so_do_sections_and_cities_and_what_the_paper_is(desk):
    """In the frame of a Hindi page; nothing is said where all is one language."""
    page = desk.page(HINDI)

    assert '<a href="/hi/world/" aria-current="true">दुनिया</a>' in page
    assert '<a href="/hi/india/" lang="en">India</a>' in page
    assert '<a href="/city/mumbai/" lang="en">Mumbai</a>' in page
    assert '<p><bdi lang="en">All the news.</bdi></p>' in page
    for plain in ('<a href="/india/">India</a>', "<p>All the news.</p>"):
        assert plain in desk.page(SOURCE)


def test_words_of_the_page_beside_a_foreign_headline_say_so(desk):
    """Section and stamp of a Hindi story on a page in English, and the reverse."""
    english, mixed = desk.page("/city/mumbai/"), desk.page("/_slot/about.hi/trains")
    teaser = english.partition('<article class="teaser pictured" lang="hi"')[2]

    assert '<span class="place" lang="en">World</span>' in teaser
    assert STAMP.format("en") in teaser.partition("</article>")[0]
    assert STAMP.format("hi") in mixed.partition('<li class="line" lang="en"')[2]


def test_a_picture_is_described_in_its_own_language(desk):
    """An English description and caption beside Hindi copy."""
    page = desk.page(HINDI)

    assert 'wooded hills" lang="en"' in page
    assert '<figcaption><bdi lang="en">Steam rises' in page
    assert 'wooded hills" lang' not in desk.page(SOURCE)
    assert "<figcaption>Steam rises" in desk.page(SOURCE)


@pytest.mark.parametrize("path", ["/", "/corrections/"])
def test_a_note_says_the_language_of_its_story(desk, path):
    """Headline and note, among notes in the paper's own language."""
    text = desk.page(path)

    assert re.search(r'lang="hi" dir="ltr">(?:<a [^>]*>)?नेताओं की बैठक</a>', text)
    assert '<p lang="hi" dir="ltr">सुधार।</p>' in text


def test_a_feeds_item_names_its_section_in_its_language(desk):
    """The category of a Hindi item, in a feed of either edition."""
    assert "<category>दुनिया</category>" in desk.page("/hi/feed.rss")
    assert "<category>दुनिया</category>" in desk.page("/city/mumbai/feed.rss")
    assert "<category>World</category>" in desk.page("/feed.rss")


@pytest.mark.parametrize(
    ("text", "around", "language"),
    [
        ("White vapour over dark water", "hi", "en"),
        ("पानी पर भाप", "hi", ""),
        ("IMD के अनुसार वर्षा", "hi", ""),
        ("पानी पर भाप", "en", "hi"),
        ("White vapour", "en", ""),
        ("White vapour", "ur", "en"),
        ("پانی پر بھاپ", "en", ""),
        ("2016", "hi", ""),
        ("White vapour", "xx", ""),
        ("White vapour", "hi-IN", "en"),
    ],
)
def test_letters_tell_a_language_among_the_papers_own(text, around, language):
    """What they cannot tell is not said."""
    assert told_by_letters(text, Tongue(around, a_site(languages=("hi",)))) == language
    assert told_by_letters(text, UNTOLD) == ""


@pytest.mark.parametrize(
    ("page", "language"), [("en", ""), ("en-GB", ""), ("hi", ""), ("ur", "en-IN")]
)
def test_a_name_without_one_of_the_language_is_in_the_papers(page, language):
    """The paper's own, with its region."""
    assert name_language(NIPPON, "en-IN", page) == language
