"""The three states of a story that a proposal lays before the desk.

What the agency had is read again from its own bytes: nobody at the desk ever
changed those.
"""

from dateline.errors import DatelineError
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story
from dateline.newsroom.raw_item import raw_item, rules_by_name
from dateline.newsroom.story_from_item import fill_story


def states_of(story: Story, proposal: Proposal) -> tuple[Story | None, Story, Story]:
    """Return the story as the agency had it, as it is ours, as the agency has it."""
    ours: Story = story.get_latest_revision_as_object()
    return _before(story, proposal), ours, story.with_content_json(proposal.content)


def _before(story: Story, proposal: Proposal) -> Story | None:
    """Return the story as the agency had it; None if its bytes say so no more."""
    if not proposal.base_ref:
        return None
    before: Story = story.get_latest_revision_as_object()
    source = rules_by_name(before.wire_source, provider=before.wire_provider)
    try:
        item = raw_item(proposal.base_ref, proposal.base_uri, source=source)
    except DatelineError:
        return None
    fill_story(before, item, source=source)
    return before
