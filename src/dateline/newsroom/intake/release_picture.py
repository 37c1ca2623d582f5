"""The end of a picture's embargo: to the second, by the due queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.journal.entry import Entry
from dateline.newsroom.actions.hold_picture import show_again
from dateline.newsroom.intake.join_pictures import join_stories
from dateline.newsroom.models.picture import Picture


@dataclass(frozen=True, kw_only=True)
class ReleasePicture:
    """End the embargo of a picture and put it where it belongs; a hold stays."""

    picture: Picture
    now: datetime

    def execute(self) -> Sequence[Entry]:
        """Release it, and return the journal's entries."""
        row = Picture.objects.select_for_update().get(pk=self.picture.pk)
        row.embargoed_until = None
        row.save(update_fields=["embargoed_until"])
        if not row.is_free:
            return ()
        entries = list(show_again(row, now=self.now))
        for told in row.wire_pictures.order_by("pk"):
            entries += join_stories(told, now=self.now)
        return entries
