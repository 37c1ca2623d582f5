"""RoutingRule: where the desk wants copy of a kind to go."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from dateline.newsroom.models.lines import LinesField
from dateline.newsroom.models.story import FLASH, LEAST


class Publishing(models.TextChoices):
    """What a rule says of publishing."""

    AS_THE_WIRE = "", "as the wire's own setting says"
    AT_ONCE = "publish", "publish at once"
    HOLD = "hold", "hold for the desk"


def _urgency() -> "models.PositiveSmallIntegerField[Any, Any]":
    return models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(FLASH), MaxValueValidator(LEAST)],
    )


class RoutingRule(models.Model):
    """A rule, as ``wire.routing`` asks it; ids of cities and topics as lists.

    A section, city or topic that is gone from the site is passed over when the
    rule is asked, so that a change of ``dateline.toml`` stops no copy.
    """

    wagtail_reference_index_ignore = True

    name: "models.CharField[str, str]" = models.CharField(max_length=80)
    position: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0, editable=False
    )
    enabled: "models.BooleanField[bool, bool]" = models.BooleanField(default=True)
    sources: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    subjects = LinesField()
    places = LinesField()
    sluglines = LinesField()
    words = LinesField()
    most_urgent = _urgency()
    least_urgent = _urgency()
    section: "models.CharField[str, str]" = models.CharField(max_length=60, blank=True)
    cities: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    topics: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    desk: "models.CharField[str, str]" = models.CharField(max_length=60, blank=True)
    publish: "models.CharField[str, str]" = models.CharField(
        max_length=10, choices=Publishing.choices, blank=True, default=""
    )
    last: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)
    changed_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )
    changed_by: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        """In the order in which they are asked."""

        ordering = ["position", "id"]

    def __str__(self) -> str:
        """Return its name."""
        return self.name

    def clean(self) -> None:
        """Hold the ends of the urgency to their order, and the rule to giving."""
        super().clean()
        self.desk = " ".join(self.desk.split())
        most, least = self.most_urgent, self.least_urgent
        if most is not None and least is not None and most > least:
            raise ValidationError(
                {"least_urgent": "1 is the most urgent; this end is above the other."}
            )
        given = (self.section, self.cities, self.topics, self.desk, self.publish)
        if not any(given) and not self.last:
            raise ValidationError(
                "The rule gives nothing: choose at least one thing under “Then”."
            )
