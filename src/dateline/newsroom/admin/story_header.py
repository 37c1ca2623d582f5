"""What stands above a story's form: its state, its moments, what can be done.

Kill is always there for those who may, whatever else stands against anything.
"""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from dateline.newsroom.admin.shown import shown
from dateline.newsroom.admin.story_links import public_url, story_url
from dateline.newsroom.admin.story_standing import badge_of, due_moment
from dateline.newsroom.models.story import Story, StoryState


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One line about a story."""

    label: str
    text: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """Something that can be done to a story, on a screen of its own."""

    label: str
    href: str
    icon: str
    grave: bool = False


def header_of(story: Story, user: Any) -> dict[str, Any]:
    """Return the context of ``newsroom/story/header.html``."""
    public = story.state == StoryState.PUBLISHED
    return {
        "badge": badge_of(story),
        "facts": _facts(story),
        "deeds": [] if user is None else deeds_for(story, user),
        "public_url": public_url(story) if public else "",
        "public_id": story.public_id,
    }


def _facts(story: Story) -> list[Fact]:
    moments = [
        ("First published", story.first_published_at, ""),
        ("Updated", story.updated, ""),
        ("Goes out", due_moment(story), "due"),
        ("Comes down", story.expire_at, "due"),
        ("Killed", story.killed_at, "grave"),
    ]
    facts = [
        Fact(label=label, text=shown(moment), mark=mark)
        for label, moment, mark in moments
        if moment is not None
    ]
    until = story.embargoed_until
    if until is not None and until > timezone.now():
        facts.append(Fact(label="Embargoed until", text=shown(until), mark="grave"))
    if story.corrections:
        count = len(story.corrections)
        facts.append(Fact(label="Corrections", text=str(count)))
    return facts


def deeds_for(story: Story, user: Any) -> list[Deed]:
    """Return what a user may do to a story now."""
    deeds = _deed_of_a_live_blog(story, user)
    if user.has_perm("newsroom.publish_story"):
        deeds += _deeds_of_an_editor(story)
    if user.has_perm("newsroom.kill_story") and story.state != StoryState.KILLED:
        deeds.append(
            Deed(
                label="Kill…",
                href=story_url("kill", story),
                icon="cross",
                grave=True,
            )
        )
    return deeds


def _deed_of_a_live_blog(story: Story, user: Any) -> list[Deed]:
    """Return the way to the live blog; only an editor makes a story one."""
    right = "newsroom.change_story" if story.blog else "newsroom.publish_story"
    if story.state == StoryState.KILLED or not user.has_perm(right):
        return []
    return [Deed(label="Live blog…", href=story_url("live", story), icon="edit")]


def _deeds_of_an_editor(story: Story) -> list[Deed]:
    if story.state == StoryState.PUBLISHED:
        return [
            Deed(label="Correct…", href=story_url("correct", story), icon="edit"),
            Deed(label="Withdraw…", href=story_url("withdraw", story), icon="download"),
        ]
    if story.state == StoryState.WITHDRAWN:
        return [Deed(label="Restore…", href=story_url("restore", story), icon="rotate")]
    return []
