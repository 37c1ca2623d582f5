"""Taster: what somebody put on their shortlist of the wire."""

from typing import Any

from django.conf import settings
from django.db import models


class Taster(models.Model):
    """One item on one person's shortlist; all together are the desk's taster."""

    wagtail_reference_index_ignore = True

    user: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    wire_item: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.WireItem", on_delete=models.CASCADE, related_name="tasters"
    )
    put_at: "models.DateTimeField[Any, Any]" = models.DateTimeField()

    user_id: int
    wire_item_id: int

    class Meta:
        """The newest first."""

        ordering = ["-put_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "wire_item"], name="taster_once")
        ]

    def __str__(self) -> str:
        """Return what is on it."""
        return str(self.wire_item)
