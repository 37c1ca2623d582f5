"""Entries of live blogs are found with their story, and go with it."""

import pytest

from dateline.search.rebuild import make_beside, take_over
from dateline.store import folder
from support.copy import a_story, an_entry, later, paragraph
from support.press_house import killed, published, said, taken_out, withdrawn
from support.search_house import all_terms, files_with

BLOG = a_story(live="running", headline="The pier, hour by hour")
UNHEARD = "Qwzzyvonk"
SECOND = an_entry(2, headline="", blocks=(paragraph(f"The {UNHEARD} sank."),))


@pytest.fixture
def blog(house):
    """Return a paper with a live blog of two entries."""
    house.do(published(BLOG))
    house.do(said(an_entry(1, headline="Ferries stop")))
    house.do(said(SECOND))
    return house


def test_a_story_is_found_by_what_an_entry_says(blog):
    """Also by words of which one stands in it and one in an entry, once."""
    for asked in ("ferries", UNHEARD, "pier ferries sank", '"ferries stop"'):
        answer = blog.find(asked)
        assert (answer.ids, answer.total) == (("x7k2mb",), 1)
    assert f"The <mark>{UNHEARD}</mark> sank." in blog.said(UNHEARD)


def test_a_result_leads_to_the_entry_that_says_it(blog):
    """To where it stands for ever, with its moment; not for words of the story."""
    page = "/world/2016/12/15/leaders-meet-x7k2mb/page/1/"
    for asked, number in ((UNHEARD, 2), ("ferries", 1)):
        assert f'href="{page}#entry-{number}">To this entry:' in blog.said(asked)
    assert "To this entry:" not in blog.said("pier hour")


def test_an_entry_far_back_is_led_to_on_its_own_page(blog):
    """The blog's page shows it no longer."""
    many = [an_entry(n, headline=f"Tide {n}") for n in range(3, 140)]
    blog.do(*map(said, many))

    assert '/page/1/#entry-2">To this entry:' in blog.said(UNHEARD)


def test_a_correction_of_an_entry_is_found_and_what_it_said_is_not(blog):
    """The story's own words and the other entries stay."""
    right = an_entry(2, headline="A barge sank", blocks=(), corrected=later(hours=2))
    blog.do(said(right))

    assert blog.find("barge").ids == blog.find("ferries").ids == ("x7k2mb",)
    assert blog.find(UNHEARD).total == 0


def test_a_correction_of_the_story_keeps_its_entries(blog):
    """They are not in the story, but with it."""
    blog.do(published(a_story(live="ended", headline="The pier", revision=2)))

    assert blog.ids("ferries") == ["x7k2mb"]


@pytest.mark.parametrize(
    "end", [taken_out("x7k2mb", 2, later(hours=1)), killed("x7k2mb")]
)
def test_an_entry_that_is_gone_leaves_no_word_on_the_disk(blog, end):
    """Taken out alone, or killed with its story: the index is made anew."""
    assert UNHEARD.lower() in all_terms(blog.writer.place)

    blog.do(end)

    assert blog.find(UNHEARD).total == 0
    of = folder.remains(blog.indexes)
    assert of == str(blog.journal.head()[0])
    made = make_beside(blog.journal, blog.indexes)
    take_over(made, of=of, let_go=lambda: blog.writer.close(settle=True))
    assert folder.remains(blog.indexes) == ""
    assert UNHEARD.lower() not in all_terms(made)
    assert files_with(blog.indexes, UNHEARD) == []


def test_entries_from_before_a_withdrawal_do_not_come_back(blog):
    """As readers have it: a blog that is published again begins anew."""
    blog.do(withdrawn("x7k2mb"))
    assert blog.find("ferries").total == 0

    blog.do(published(a_story(live="running", headline="The pier", revision=2)))
    blog.do(said(an_entry(3, headline="Trams go again")))

    assert blog.ids("trams") == ["x7k2mb"]
    assert blog.find("ferries").total == 0


def test_an_index_made_from_nothing_has_the_entries_too(blog):
    """The same words, wherever the story's newest entry stands."""
    made = make_beside(blog.journal, blog.indexes)
    take_over(made, of="", let_go=lambda: blog.writer.close(settle=True))

    assert blog.find("ferries sank").ids == ("x7k2mb",)
