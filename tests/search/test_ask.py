"""What is found, and in which order."""

import pytest

from dateline.search.ask import FEW, How, Reader
from dateline.search.index import schema
from support.copy import a_story, later, paragraph
from support.press_house import published

FLOOD, QUAKE, BARH, MATCH = "fldfl2", "qkqkq2", "brbrb2", "mtmtm2"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "flood patna"}, [FLOOD, QUAKE]),
        ({"q": "FLOODED Patna's"}, [FLOOD, QUAKE]),
        ({"q": "cafe"}, [QUAKE]),
        ({"q": '"roof to roof"'}, [FLOOD]),
        ({"q": '"bank of india"'}, [FLOOD]),
        ({"q": "patna -earthquake"}, [FLOOD]),
        ({"q": '-flood -"last ball" -बाढ'}, []),
        ({"q": "बाढ"}, [BARH]),
        ({"q": "बाढ़ हजारो"}, [BARH]),
        ({"q": "राहत शिविरों"}, [BARH]),
        ({"q": "kitchen"}, [FLOOD]),
        ({"q": "em"}, []),
        ({"section": "india"}, [BARH, FLOOD]),
        ({"city": "patna", "section": "india"}, [BARH, FLOOD]),
        ({"q": "flood", "section": "world"}, [QUAKE]),
        ({"since": "2016-12-16", "to": "2016-12-17"}, [QUAKE, BARH]),
        ({"to": "2016-12-15"}, [FLOOD]),
        ({"since": "2017-01-01"}, [MATCH]),
        ({"q": "flood", "sort": "date"}, [QUAKE, FLOOD]),
        ({}, [MATCH, QUAKE, BARH, FLOOD]),
    ],
)  # fmt: skip
def test_what_is_found(paper, asked, found):
    """Words, phrases, filters and both orders, in two languages."""
    assert paper.ids(**asked) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ('"bank of india"', ["fffff2"]),
        ('"bank in india"', ["nnnnn2"]),
        ('"bank india"', []),
        ('"of india"', ["fffff2"]),
        ('bank -"in india"', ["fffff2"]),
        ('"to be or not to be"', ["fffff2"]),
        ('"to be or not"', ["fffff2"]),
        ('"not to be"', ["fffff2", "nnnnn2"]),
        ('"be to"', []),
        ('"be not to be or"', []),
        ('bank -"not to be"', []),
    ],
)
def test_a_phrase_means_what_it_says(house, asked, found):
    """Common words are words of a phrase too, also where there are no others."""
    first = ("The Bank of India asks: to be or not to be.", "Or?")
    second = ("A bank in India has to be, or", "not to be.")
    house.do(published(a_story("fffff2", body=tuple(map(paragraph, first)))))
    house.do(
        published(
            a_story(
                "nnnnn2",
                body=tuple(map(paragraph, second)),
                first_published=later(days=-1),
            )
        )
    )

    assert [
        each
        for each in house.ids(asked, sort="date")
        if house.find(asked).how == "exact"
    ] == found


def test_a_headline_counts_more_than_a_body(house):
    """Of two stories of one moment the one that is about it comes first."""
    house.do(published(a_story("bbbbb2", body=(paragraph("A tiger was seen."),))))
    house.do(published(a_story("hhhhh2", headline="A tiger in the court of Nagato")))
    house.do(published(a_story("sssss2", standfirst="Of a tiger and a wall.")))

    assert house.ids("tiger") == ["hhhhh2", "sssss2", "bbbbb2"]


def test_of_two_that_say_the_same_the_newer_comes_first(house):
    """Freshness is mild: it decides between equals, not over the headline."""
    for number in range(4):
        moment = later(days=-400 * number)
        house.do(published(a_story(f"ttttt{number + 2}", first_published=moment)))

    assert house.ids("met") == ["ttttt2", "ttttt3", "ttttt4", "ttttt5"]

    old = later(days=-365 * 3)
    house.do(published(a_story("hhhhh2", headline="Talks", first_published=old)))
    assert house.ids("talks")[0] == "hhhhh2"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("erthquake", QUAKE),
        ("kathmadnu", QUAKE),
        ("erathquak", QUAKE),
        ("rnachi", MATCH),
        ("शिवीर", BARH),
        ("thousnads", FLOOD),
    ],
)
def test_a_slip_is_forgiven(paper, typed, found):
    """A letter more, less, wrong or exchanged; two in long words."""
    answer = paper.find(typed)

    assert answer.ids == (found,)
    assert answer.how is How.SIMILAR
    assert len(answer.unknown) == 1


@pytest.mark.parametrize("typed", ["cup", "cop", "xyzzyplugh", "1999"])
def test_short_words_and_numbers_are_taken_as_they_are(paper, typed):
    """One slip from "cup" lies half the dictionary."""
    assert paper.find(typed).how is not How.SIMILAR


def test_what_was_typed_stands_before_what_is_similar(house):
    """A slip is allowed where little is found, and never comes first."""
    for number in range(FEW):
        story = a_story(f"ccccc{number + 2}", headline="Cable and cables", revision=1)
        house.do(published(story))
    old = later(days=-9000)
    house.do(published(a_story("ttttt2", headline="A table", first_published=old)))

    answer = house.find("table")

    assert answer.how is How.SIMILAR
    assert answer.ids[0] == "ttttt2"
    assert answer.total == FEW + 1
    assert answer.unknown == ()


def test_enough_exact_answers_are_not_mixed_with_similar_ones(house):
    """Whoever finds what was asked is not shown anything else."""
    for number in range(FEW):
        house.do(published(a_story(f"ttttt{number + 2}", headline="A table")))
    house.do(published(a_story("ccccc2", headline="A cable")))

    assert house.find("table").total == FEW


def test_where_nothing_has_all_words_some_are_enough(paper):
    """The question is loosened, and the answer says so."""
    answer = paper.find("floods tsunami boats")

    assert answer.how is How.LOOSE
    assert answer.ids == (FLOOD,)
    assert set(answer.unknown) == {"tsunami"}


def test_pages_follow_one_another(house):
    """Each story is on one page, in order, and the count is of all."""
    for number in range(23):
        moment = later(minutes=number)
        story_id = f"{number:06}".translate(str.maketrans("0123456789", "bcdfghjkmn"))
        house.do(published(a_story(story_id, first_published=moment)))

    for sort in ("date", "relevance"):
        pages = [house.find("leaders", sort=sort, page=str(n)) for n in (1, 2, 3, 4)]
        ids = [each for page in pages for each in page.ids]

        assert [len(page.ids) for page in pages] == [10, 10, 3, 0]
        assert {page.total for page in pages} == {23}
        assert len(set(ids)) == 23


def test_before_there_is_an_index_there_is_no_answer(tmp_path, paper):
    """A reader is told so, and gets an answer as soon as there is one."""
    reader = Reader(tmp_path / "elsewhere")

    assert reader.ask(paper.question("flood"), zone=None) is None
    assert reader.position() == 0
    assert schema() is schema()
