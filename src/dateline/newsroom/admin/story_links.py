"""Where a story is: in the newsroom, and for readers."""

from typing import Any

from django.urls import reverse

from dateline.news.address import story_path
from dateline.newsroom.admin.shown import zone
from dateline.newsroom.models.story import Story
from dateline.newsroom.site_settings import site_settings

NAMESPACE = "wagtailsnippets_newsroom_story"


def story_url(name: str, story: Any) -> str:
    """Return the address of one of a story's screens."""
    return reverse(f"{NAMESPACE}:{name}", args=[story.pk])


def public_url(story: Story) -> str:
    """Return the address at which readers find a published story."""
    return site_settings().site.url + public_path(story)


def public_path(story: Story) -> str:
    """Return the path of a published story."""
    return story_path(
        section=story.section_id,
        first_published=story.first_published_at,
        slug=story.slug,
        story_id=story.public_id,
        zone=zone(),
    )
