"""Take: make a story of what the wire brought, by hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.save import Save
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.note_pictures import note_uses
from dateline.newsroom.place_pictures import place_pictures
from dateline.newsroom.raw_item import raw_item, rules_by_name
from dateline.newsroom.routing.kept import as_kept, kept_of
from dateline.newsroom.routing.stored import stored_rules
from dateline.newsroom.story_from_item import fill_story
from dateline.wire.judge import Action
from dateline.wire.routing import route
from dateline.wire.traits import traits_of


@dataclass(frozen=True, kw_only=True)
class Take:
    """Make a draft of a wire item's newest version, in its story or a new one.

    What the agency killed cannot be taken; what it sent again after a kill
    becomes a new story.
    """

    wire_item: WireItem
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against taking it."""
        must_be_allowed(self.acting_user, "add_story")
        if self.wire_item.verdict == Action.KILL:
            raise WrongStateError(
                "the agency killed this", hint="Nothing can be made of it."
            )
        if self.wire_item.state == WireState.REFUSED:
            raise WrongStateError(
                "this could not be read",
                hint="Look at the file, and ask the agency to send it again.",
            )

    def execute(self) -> Story:
        """Take it and return the story; raises what ``check`` raises."""
        with transaction.atomic():
            row = WireItem.objects.select_for_update().get(pk=self.wire_item.pk)
            self.check()
            source = rules_by_name(row.source, provider=row.provider)
            digest = row.content_hash
            item = raw_item(row.raw_ref, row.uri, source=source, digest=digest)
            story = self._story(row)
            routed = route(traits_of(item, source=source.name), stored_rules())
            fill_story(story, item, source=source, routed=routed)
            is_new = story.pk is None
            save = Save(story=story, acting_user=self.acting_user, now=self.now)
            save.execute()
            note_uses(item, story, source=source.name, now=self.now)
            if is_new and place_pictures(story):  # they name the story's row
                save.execute()
            if row.story is None:
                row.placed = as_kept(
                    kept_of(item, routed, source=source, row=row, drafted=False)
                )
            row.story, row.state, row.call_desk = story, WireState.DRAFT, False
            row.taken_by, row.taken_at = self.acting_user, self.now
            row.save()
            Audit(acting_user=self.acting_user, now=self.now).note(
                story, "dateline.take", data={"uri": row.uri, "version": row.version}
            )
        return story

    def _story(self, row: WireItem) -> Story:
        if row.story is None or row.story.state == StoryState.KILLED:
            return Story()
        draft: Story = row.story.get_latest_revision_as_object()
        return draft
