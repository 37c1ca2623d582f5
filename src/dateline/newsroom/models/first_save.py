"""First save: which draft came of an empty story form."""

from typing import Any

from django.db import models


class FirstSave(models.Model):
    """The token of a form for a new story, and the draft it made.

    A form is saved by itself and by hand, at times at the same moment; the
    database keeps a token once, so only one of them makes a draft. ``autosaved``
    is the revision that the form saved by itself: a later save of that kind may
    write over it as long as it is the newest. After a save by hand there is none.
    """

    wagtail_reference_index_ignore = True

    token: "models.UUIDField[Any, Any]" = models.UUIDField(unique=True)
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="+"
    )
    autosaved: "models.BigIntegerField[Any, Any]" = models.BigIntegerField(null=True)

    story_id: int

    def __str__(self) -> str:
        """Return whose token it is."""
        return f"first save of {self.story}"
