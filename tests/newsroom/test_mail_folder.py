"""A folder that a mail server drops mails in."""

from email.message import EmailMessage

import pytest

from dateline.newsroom.models import Story, WireItem
from dateline.settings import WireSettings
from support.desks import a_desk, until
from support.newsroom_wire import copy
from support.photographs import with_xmp
from support.wire_photos import drop, see_to_pictures

MAIL = b"""From: press@acme.example\r
To: desk@paper.example\r
Subject: Ferry\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=x\r
\r
--x\r
Content-Type: text/plain\r
\r
Call me on 555 0100.\r
--x\r
Content-Type: application/octet-stream\r
Content-Disposition: attachment; filename=ferry.json\r
\r
%b\r
--x--\r
"""


@pytest.mark.slow
def test_a_mail_that_is_dropped_becomes_the_story_it_brings(house, tmp_path):
    """What the sender wrote beside it is nowhere in it."""
    folder = tmp_path / "mail"
    wire = WireSettings(
        name="acme", provider="acme", folder=folder, publish=True, section="world"
    )
    with a_desk(house, wire):
        until((folder / "done").exists)
        (folder / "1.eml").write_bytes(MAIL % copy())
        until(lambda: any(folder.glob("done/*/1.eml")))

    story = Story.objects.get()
    assert story.live
    assert story.headline == "Ferry leaves harbour"
    assert "555" not in str(story.body.raw_data)
    assert WireItem.objects.get().state == "published"


def test_photographs_in_a_mail_are_its_pictures(house):
    """A letter from a press office: its text is the story."""
    message = EmailMessage()
    message["From"], message["To"] = "press@acme.example", "desk@paper.example"
    message["Subject"] = "New ferry named in Nagato"
    message["Date"] = "Thu, 15 Dec 2016 12:52:00 +0000"
    message["Message-ID"] = "<1@acme.example>"
    message.set_content("The new ferry was named on Thursday.\n\nIt is white.\n")
    photograph = with_xmp(
        "<dc:description><rdf:Alt><rdf:li>The ferry at its berth.</rdf:li></rdf:Alt>"
        "</dc:description>",
        'photoshop:Headline="A white ferry under garlands of paper flags"',
    )
    message.add_attachment(
        photograph, maintype="image", subtype="jpeg", filename="ferry.jpg"
    )

    drop(message.as_bytes(), "1.eml")
    see_to_pictures(house)

    story = Story.objects.get()
    assert story.headline == "New ferry named in Nagato"
    assert story.lead_picture.caption == "The ferry at its berth."
    assert story.lead_picture.alt == "A white ferry under garlands of paper flags"
