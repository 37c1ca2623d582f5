"""Stories, pictures and people for the newsroom's tests. Needs Django set up."""

import io

from django.contrib.auth.models import Group, User
from PIL import Image

from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.save import Save
from dateline.newsroom.actions.save_picture import SavePicture, new_picture
from dateline.newsroom.models import City, Story, Topic
from support.copy import NOON


def a_draft(*, now=NOON, by=None, topics=(), cities=(), **fields):
    """Save a draft and return it."""
    story = Story(
        **{
            "headline": "Leaders meet at a hot spring",
            "section_id": "world",
            "body": [paragraph("The two leaders met.")],
            **fields,
        }
    )
    story.topics.set(
        [
            Topic.objects.get_or_create(id=t, defaults={"name": t.title()})[0]
            for t in topics
        ]
    )
    story.cities.set(City.objects.filter(id__in=cities))
    Save(story=story, acting_user=by, now=now).execute()
    return story


def published(*, now=NOON, **fields):
    """Save and publish a story, and return it as it is."""
    story = a_draft(now=now, **fields)
    Publish(story=story, now=now).execute()
    return again(story)


def changed(story, *, now=NOON, by=None, **fields):
    """Save a new revision of a story with other fields."""
    draft = again(story).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    Save(story=draft, acting_user=by, now=now).execute()
    return draft


def again(story):
    """Return a row as it is now."""
    return type(story).objects.get(pk=story.pk)


def paragraph(text):
    """Return a paragraph as the editor keeps it."""
    return {"type": "paragraph", "value": f"<p>{text}</p>"}


def picture_block(picture, caption=""):
    """Return a picture in a body as the editor keeps it."""
    return {"type": "picture", "value": {"picture": picture.pk, "caption": caption}}


def a_photograph(width=900, height=600, *, shade=120, kind="JPEG", **options):
    """Return the bytes of a small photograph; another shade, other bytes."""
    out = io.BytesIO()
    picture = Image.new("RGB", (width, height), (shade, 90, 40))
    picture.save(out, kind, **options)
    return out.getvalue()


def a_saved_picture(*, now=NOON, shade=120, **fields):
    """Upload a photograph and return its row."""
    picture = new_picture(a_photograph(shade=shade))
    for name, value in {
        "caption": "Steam rises over the baths at Nagato.",
        "alt": "White vapour over dark water between wooded hills",
        "credit": "Coastline Photo",
        **fields,
    }.items():
        setattr(picture, name, value)
    SavePicture(picture=picture, now=now).execute()
    return picture


def a_person(role, name="mira"):
    """Return a user with a role of the desk."""
    user = User.objects.create_user(name, password="a long pass phrase")  # noqa: S106
    user.groups.add(Group.objects.get(name=role))
    return User.objects.get(pk=user.pk)
