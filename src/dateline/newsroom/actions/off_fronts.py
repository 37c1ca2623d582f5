"""Taking a story off all fronts: its places, its packages, lines that lead to it."""

from django.db.models import Q

from dateline.journal.entry import Change
from dateline.newsroom.actions.breaking_line import drop_line
from dateline.newsroom.journal_writer import published_fronts
from dateline.newsroom.models.front import Front, FrontPlace, FrontRelated
from dateline.newsroom.models.story import Story
from dateline.newsroom.public_changes import front_change


def take_off_fronts(story: Story) -> list[Change]:
    """Take a story off all fronts; return the entries that tell of it."""
    named = Front.objects.filter(
        Q(places__story=story) | Q(places__related__story=story) | Q(line_story=story)
    )
    keys = set(named.values_list("pk", flat=True))
    rows = Front.objects.select_for_update().filter(pk__in=keys)
    held = list(rows.order_by("pk"))
    FrontRelated.objects.filter(story=story).delete()
    FrontPlace.objects.filter(story=story).delete()
    for front in held:
        if front.line_story_id == story.pk:
            drop_line(front)
    return [change for front in held for change in front_change(front)]


def words_on_fronts(story: Story) -> list[str]:
    """Return the hashes of the arrangements that ever said words about a story.

    A label, a headline of the front's own, a breaking line: after a kill nothing
    of it may be left in the journal either.
    """
    return [
        content
        for content, front in published_fronts(naming=story.public_id)
        if front.has_words_about(story.public_id)
    ]
