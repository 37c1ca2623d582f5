"""Agencies' pictures: from their copy to its stories, and back out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from dateline.news.item import Link
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.save_picture import SavePicture
from dateline.newsroom.due import run_due
from dateline.newsroom.intake.arrival import Arrival
from dateline.newsroom.intake.take_back import take_down
from dateline.newsroom.models import Picture, Story, WireItem, WirePicture
from dateline.newsroom.models.due import Due
from dateline.newsroom.note_pictures import note_uses
from dateline.wire.judge import Action, Verdict
from dateline.wire.parse import parse
from support.copy import NOON, later
from support.newsroom_copy import a_person, again, changed
from support.newsroom_wire import arrive, copy
from support.photographs import dataset, with_iim
from support.picture_copy import (
    CREW,
    HARBOUR,
    jpeg,
    message,
    picture_item,
    story_with,
    text_item,
)
from support.wire_photos import RULES, drop, see_to_pictures, told

pytestmark = pytest.mark.slow
RED = (150, 30, 30)


def bring(house, *pictures, source=RULES, now=NOON, **fields):
    """Drop a story with its pictures and their files, and see to them."""
    outcome = drop(story_with(*pictures, **fields), source=source, now=now)[0]
    for number, each in enumerate(pictures):
        drop(jpeg((40 * number, 90, 140)), each["href"], source=source, now=now)
    see_to_pictures(house, now=now)
    return Story.objects.get(public_id=outcome.story)


def public(house):
    """Return a story as the journal last had it."""
    return [said for kind, said in house.said() if kind == "story.published"][-1]


def shown(story):
    """Return the uris of the pictures a public story shows, in order."""
    names = [story.lead_picture, *(b.picture for b in story.body if b.picture)]
    rows = {p.public_id: p for p in Picture.objects.all()}
    return [rows[name].wire_uri for name in names if name]


def test_pictures_beside_a_story_come_to_its_page_in_order(either):
    """The first leads, the second stands in the copy; both with their words."""
    bring(either, HARBOUR, CREW)

    story = public(either)
    assert shown(story) == [HARBOUR["uri"], CREW["uri"]]
    assert [bool(block.picture) for block in story.body].index(True) == 4
    lead = Picture.objects.get(public_id=story.lead_picture)
    assert (lead.caption, lead.credit) == (HARBOUR["caption"], HARBOUR["credit"])
    assert lead.alt == HARBOUR["headline"]
    assert story.updated is None  # a picture is nothing new to read


def test_order_of_arrival_does_not_matter(house):
    """The second's file first, then copy, then the first's: the same page."""
    drop(jpeg(RED), CREW["href"])
    see_to_pictures(house)
    drop(story_with(HARBOUR, CREW))
    see_to_pictures(house)
    assert shown(public(house)) == [CREW["uri"]]
    drop(jpeg(), HARBOUR["href"])
    see_to_pictures(house)

    assert shown(public(house)) == [HARBOUR["uri"], CREW["uri"]]
    assert Picture.objects.count() == 2  # a file and its item are one picture


def test_text_waits_for_no_picture(house):
    """The story is public at once; what is away is looked for again."""
    (outcome, *_) = drop(story_with(HARBOUR))

    assert outcome.state == "published"
    (tried,) = see_to_pictures(house)
    assert "harbour.jpg" in tried.error
    row = told(HARBOUR["uri"])
    assert (row.state, row.next_try) == ("away", NOON + timedelta(seconds=2))


def test_a_picture_that_never_comes_is_given_up_after_a_day(house):
    """Then the desk sees why; sent again, it is tried again."""
    drop(story_with(HARBOUR))
    for hours in range(26):
        see_to_pictures(house, now=later(minutes=60 * hours))
    row = told(HARBOUR["uri"])

    assert (row.state, row.next_try) == ("failed", None)
    assert "has not come" in row.reason
    drop(story_with(HARBOUR, version=2, minutes=5), now=later(minutes=1600))
    assert told(HARBOUR["uri"]).state == "away"


def test_reading_again_changes_nothing(house):
    """The same message and files, in another order: no entry, no row."""
    bring(house, HARBOUR, CREW)
    before = len(house.entries()), Picture.objects.count(), WirePicture.objects.count()

    drop(jpeg((40, 90, 140)), CREW["href"], now=later(minutes=9))
    drop(story_with(HARBOUR, CREW), now=later(minutes=9))
    see_to_pictures(house, now=later(minutes=9))

    after = len(house.entries()), Picture.objects.count(), WirePicture.objects.count()
    assert after == before


def test_without_an_alternative_text_no_rule_shows_it(house):
    """The desk writes one, and the picture comes to the page by itself."""
    bare = {**HARBOUR, "headline": HARBOUR["caption"]}
    story = bring(house, bare)
    assert shown(public(house)) == []
    picture = told(bare["uri"]).picture
    assert picture.alt == ""

    picture.alt = "A white ferry between two rows of fishing boats"
    SavePicture(picture=picture, acting_user=a_person("Editors"), now=NOON).execute()
    see_to_pictures(house)

    assert shown(public(house)) == [bare["uri"]]
    assert again(story).state == "published"


def test_a_corrected_caption_follows_where_the_desk_changed_nothing(house):
    """The desk's credit stays; the agency's new caption goes to readers."""
    bring(house, HARBOUR)
    picture = told(HARBOUR["uri"]).picture
    picture.credit = "Acme News/Mori"
    SavePicture(picture=picture, acting_user=a_person("Editors"), now=NOON).execute()

    better = {**HARBOUR, "caption": "The last ferry but one leaves Nagato."}
    drop(message(picture_item({**better, "credit": "Acme"}, version=2, minutes=4)))
    see_to_pictures(house)

    said = [content for kind, content in house.said() if kind == "picture.published"]
    assert said[-1].caption == better["caption"]
    assert said[-1].credit == "Acme News/Mori"


def test_a_story_the_desk_changed_is_left_to_the_desk(house):
    """The picture is among the pictures, and the desk is told."""
    (outcome, *_) = drop(story_with(HARBOUR))
    story = Story.objects.get(public_id=outcome.story)
    changed(story, by=a_person("Editors"), headline="The last ferry")
    drop(jpeg(), HARBOUR["href"])
    see_to_pictures(house)

    assert shown(public(house)) == []
    row = WireItem.objects.get(story=story)
    assert row.call_desk
    assert "picture" in row.reason


def test_a_kill_of_the_picture_takes_it_from_everywhere(either):
    """Journal, files and words are gone; the story stays; it never comes again."""
    story = bring(either, HARBOUR, CREW)
    row = told(HARBOUR["uri"])
    picture, media = row.picture, either.settings.media_path
    files = [
        media / "renditions" / m["path"].split("/")[-1] for m in picture.renditions
    ]
    assert all(file.exists() for file in files)

    drop(message(picture_item(HARBOUR, version=2, minutes=3, status="canceled")))

    assert either.kinds()[-1] == "picture.killed"
    assert not any(file.exists() for file in files)
    assert not (media / "originals" / picture.original).exists()
    assert again(picture).killed
    assert again(picture).caption == ""
    assert again(story).state == "published"
    assert not either.findings()
    drop(jpeg((0, 90, 140)), HARBOUR["href"])
    drop(story_with(HARBOUR, CREW, version=3, minutes=9), now=later(minutes=9))
    see_to_pictures(either, now=later(minutes=9))
    assert shown(public(either)) == [CREW["uri"]]


def test_a_kill_that_comes_first_is_kept(house):
    """A picture that was killed before it came does not come."""
    drop(message(picture_item(HARBOUR, version=2, minutes=3, status="canceled")))
    bring(house, HARBOUR)

    assert shown(public(house)) == []
    assert told(HARBOUR["uri"]).state == "killed"


def test_the_kill_of_a_story_forgets_pictures_that_never_came(house):
    """What its copy said of them is in no table."""
    (outcome, *_) = drop(message(text_item(HARBOUR)))
    story = Story.objects.get(public_id=outcome.story)
    assert WirePicture.objects.count() == 1

    KillStory(story=story, reason="by order", now=NOON).execute()

    assert not WirePicture.objects.exists()


def test_a_withheld_picture_is_held_and_can_come_back(house):
    """Down everywhere while the agency withholds it; usable, it is shown again."""
    bring(house, HARBOUR)
    drop(message(picture_item(HARBOUR, version=2, minutes=3, status="withheld")))

    picture = told(HARBOUR["uri"]).picture
    assert house.kinds()[-1] == "picture.killed"
    assert "withheld" in picture.held
    drop(message(picture_item(HARBOUR, version=3, minutes=5)))
    see_to_pictures(house)
    assert again(picture).held == ""
    assert house.kinds()[-1] == "picture.published" or shown(public(house))
    assert again(picture).public_hash


def test_an_embargoed_picture_comes_at_its_moment(either):
    """Not a second before, by the due queue, without its file being asked for."""
    until = later(minutes=30)
    item = picture_item(HARBOUR, extra=f"<embargoed>{until.isoformat()}</embargoed>")
    drop(message(item))
    drop(message(text_item(HARBOUR)))
    drop(jpeg(), HARBOUR["href"])
    see_to_pictures(either)
    assert shown(public(either)) == []
    picture = told(HARBOUR["uri"]).picture
    assert picture.embargoed_until == until

    run_due(until - timedelta(seconds=1))
    assert shown(public(either)) == []
    run_due(until)

    assert shown(public(either)) == [HARBOUR["uri"]]


def test_nobody_publishes_an_embargoed_picture(house):
    """Not by hand either."""
    until = later(minutes=30)
    item = picture_item(HARBOUR, extra=f"<embargoed>{until.isoformat()}</embargoed>")
    drop(message(item))
    drop(jpeg(), HARBOUR["href"])
    see_to_pictures(house)
    (outcome, *_) = drop(message(text_item()))
    story = Story.objects.get(public_id=outcome.story)
    changed(story, lead_picture=told(HARBOUR["uri"]).picture)

    with pytest.raises(Exception, match="embargoed until"):
        Publish(story=story, now=NOON).execute()


@pytest.mark.parametrize(
    ("terms", "ends"),
    [
        ("TO BE USED UNTIL 20 DECEMBER 2016", "2016-12-20T18:30:00+00:00"),
        ("NO ARCHIVES", "2017-01-14T12:52:00+00:00"),
    ],
)
def test_at_the_end_of_its_rights_it_is_taken_down(house, terms, ends):
    """At that second and after a restart too; the story stays up."""
    story = bring(house, {**HARBOUR, "terms": terms})
    picture = told(HARBOUR["uri"]).picture
    assert picture.ends_at.isoformat() == ends

    run_due(picture.ends_at - timedelta(seconds=1))
    assert not again(picture).killed
    run_due(picture.ends_at)

    assert again(picture).killed
    assert house.kinds()[-1] == "picture.killed"
    assert again(story).state == "published"
    assert not Due.objects.filter(done_at=None).exists()


@pytest.mark.parametrize("terms", ["SYRIA OUT", "INTERNET OUT"])
def test_what_only_a_person_can_decide_is_held(house, terms):
    """In the library with the reason; let go by the desk, it comes to its story."""
    bring(house, {**HARBOUR, "terms": terms})
    picture = told(HARBOUR["uri"]).picture
    assert shown(public(house)) == []
    assert picture.held

    picture.held = ""
    SavePicture(picture=picture, acting_user=a_person("Editors"), now=NOON).execute()
    see_to_pictures(house)

    assert shown(public(house)) == [HARBOUR["uri"]]


def test_a_story_that_is_not_trusted_has_its_pictures_in_its_draft(house):
    """Readers get nothing of either."""
    desk = replace(RULES, publish=False)
    story = bring(house, HARBOUR, source=desk)

    draft = story.get_latest_revision_as_object()
    assert draft.lead_picture.wire_uri == HARBOUR["uri"]
    assert house.kinds() == []


def test_a_new_version_keeps_the_pictures_it_names(house):
    """One it no longer names leaves the page."""
    bring(house, HARBOUR, CREW)
    drop(story_with(HARBOUR, CREW, version=2, minutes=2))
    assert shown(public(house)) == [HARBOUR["uri"], CREW["uri"]]

    drop(story_with(CREW, version=3, minutes=4))

    assert shown(public(house)) == [CREW["uri"]]


def test_a_kill_in_words_holds_the_picture_it_may_mean(house):
    """Down at once, with the reason; the desk lets it go if it was not meant."""
    bring(house, HARBOUR)
    notice = copy(
        uri="urn:example:notice",
        headline="KILL KILL KILL",
        text="Kill the photograph of the harbour.",
    )
    item, row = told(HARBOUR["uri"]), WireItem.objects.get(uri=HARBOUR["uri"])
    arrival = Arrival(
        item=parse(notice, source=RULES)[0],
        row=row,
        verdict=Verdict(action=Action.WITHDRAW, reason="a kill", call_desk=True),
        source=RULES,
        now=NOON,
    )
    row.reason = "may be meant by the kill urn:example:notice"
    take_down(row, arrival)

    assert again(item.picture).held == row.reason
    assert house.kinds()[-1] == "picture.killed"


def test_photo_numbers_find_the_photographs_of_that_reference(house):
    """A text that only numbers its pictures gets those that carry the number."""
    photograph = with_iim(
        dataset(2, 103, b"NY112"),
        dataset(2, 55, b"20161215"),
        dataset(2, 120, b"The last ferry leaves."),
        dataset(2, 105, b"A white ferry between two rows of boats"),
    )
    text = copy(uri="urn:example:numbered")
    (item,) = parse(text, source=RULES)
    link = Link(rel="photo", uri="NY112")
    outcome = arrive(text)
    story = Story.objects.get(public_id=outcome.story)
    note_uses(structs.replace(item, links=(link,)), story, source="acme", now=NOON)
    see_to_pictures(house)
    assert told("NY112").state == "away"

    drop(photograph, "0815.jpg")
    see_to_pictures(house)

    assert told("NY112").state == "here"
    assert again(story).lead_picture.caption == "The last ferry leaves."


def test_a_photograph_called_by_its_number_is_found(house):
    """NY113 in the copy is NY113.JPG in the folder."""
    outcome = arrive(copy(uri="urn:example:numbered"))
    story = Story.objects.get(public_id=outcome.story)
    (item,) = parse(copy(uri="urn:example:numbered"), source=RULES)
    numbered = structs.replace(item, links=(Link(rel="photo", uri="NY113"),))
    note_uses(numbered, story, source="acme", now=NOON)

    drop(jpeg(), "NY113.JPG")
    see_to_pictures(house)

    assert told("NY113").state == "here"
