"""WireBand: a number by which wire items alike are looked up."""

from typing import Any

from django.db import models


class WireBand(models.Model):
    """One band of an item's signature (``wire.likeness``), while it is young.

    ``position`` counts an item's bands, so that a new version's take the place of
    the old. Dropped once nothing is compared with it any more.
    """

    wagtail_reference_index_ignore = True

    item: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.WireItem",
        on_delete=models.CASCADE,
        db_index=False,
        related_name="bands",
    )
    position: "models.PositiveSmallIntegerField[int, int]" = (
        models.PositiveSmallIntegerField()
    )
    value: "models.BigIntegerField[int, int]" = models.BigIntegerField()
    seen: "models.DateTimeField[Any, Any]" = models.DateTimeField()

    class Meta:
        """An item's bands in their order."""

        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="wire_band_once")
        ]
        indexes = [models.Index(fields=["value"], name="wire_band_value")]

    def __str__(self) -> str:
        """Return whose band it is."""
        return f"band {self.position} of item {self.item_id}"

    item_id: int
