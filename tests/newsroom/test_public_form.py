"""The newsroom's words as the journal has them."""

from dataclasses import fields

from dateline.news.story import Story as PublicStory
from dateline.newsroom.public_form import public_picture, public_story
from support.copy import NOON
from support.newsroom_copy import a_draft, a_saved_picture, again, paragraph


def test_what_is_for_the_desk_has_no_way_out(house):
    """No public field is named like one of the desk's."""
    assert {f.name for f in fields(PublicStory)}.isdisjoint(
        {"ed_note", "embargoed_until", "raw_ref", "wire_uri", "locked_by"}
    )


def test_ids_stand_for_what_a_story_names(house):
    """Sections, cities, topics and pictures by the ids readers know."""
    picture = a_saved_picture()
    story = a_draft(
        topics=["japan"], cities=["mumbai", "patna"], lead_picture=picture, urgency=2
    )

    document = public_story(again(story), first_published=NOON)

    assert document.section == "world"
    assert set(document.cities) == {"mumbai", "patna"}
    assert document.topics == ("japan",)
    assert document.lead_picture == picture.public_id
    assert document.pictures == (picture.public_id,)
    assert document.slug == "leaders-meet-at-a-hot-spring"
    assert document.urgency == 2
    assert document.language == "en"


def test_a_picture_says_whose_it_is(house):
    """Rights and renditions travel with it."""
    picture = a_saved_picture(usage_terms="One year", creator="Mira Sen")

    document = public_picture(again(picture))

    assert document.usage_terms == "One year"
    assert document.creator == "Mira Sen"
    assert document.original == picture.original
    assert [made.role for made in document.renditions].count("og") == 1


def test_no_character_that_a_page_may_not_hold_gets_out(house):
    """Twice-coded agency copy holds C1 controls, a paste may hold any other."""
    story = a_draft(
        headline="Talks\x9d end\x00",
        byline=["Mira\x01 Sen"],
        body=[paragraph("He said \x9dyes\x02\ufffe.")],
    )

    document = public_story(again(story), first_published=NOON)

    assert document.headline == "Talks end"
    assert document.byline == ("Mira Sen",)
    assert [block.text for block in document.body] == ["He said yes."]
