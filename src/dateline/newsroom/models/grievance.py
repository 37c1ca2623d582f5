"""Grievance: what a reader complained of, and what became of it."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from dateline.news.address import story_id_in
from dateline.news.grievance import (
    Ground,
    Standing,
    Terms,
    overdue_by,
    standing_of,
    terms_of,
)
from dateline.newsroom.models.story import Story
from dateline.newsroom.site_settings import site_zone


class Outcome(models.TextChoices):
    """What the officer decided."""

    CORRECTED = "corrected", "upheld: corrected"
    REMOVED = "removed", "upheld: removed"
    UPHELD = "upheld", "upheld, otherwise settled"
    DISMISSED = "dismissed", "dismissed"
    OUTSIDE = "outside", "not ours to decide"


class Grievance(models.Model):
    """One complaint, with the moments that the law counts from and to.

    ``deadline`` is when its next step is due, kept for lists; empty when decided.
    ``ticket`` is the number that a reader was told who used the form.
    """

    wagtail_reference_index_ignore = True

    received_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        "received", help_text="When it reached us; both deadlines count from here."
    )
    complainant: "models.CharField[str, str]" = models.CharField(max_length=200)
    contact: "models.CharField[str, str]" = models.CharField(
        max_length=200, blank=True, help_text="Where the answers go: mail, telephone."
    )
    ground: "models.CharField[str, str]" = models.CharField(
        max_length=12,
        choices=[
            (Ground.ETHICS.value, "code of ethics: 15 days"),
            (Ground.UNLAWFUL.value, "others' content is unlawful: 72 hours"),
            (Ground.ORDER.value, "order of a court or the government: 36 hours"),
            (Ground.PRIVATE.value, "somebody's body, or impersonated: 24 hours"),
        ],
        default=Ground.ETHICS.value,
        help_text="The code of ethics, for what this paper wrote. The others are the"
        " terms of rule 3, for what it carries of others.",
    )
    address: "models.CharField[str, str]" = models.CharField(
        "story",
        max_length=500,
        blank=True,
        help_text="The address of the story, as the complainant gave it.",
    )
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        Story,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text: "models.TextField[str, str]" = models.TextField("grievance")
    acknowledged_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        "acknowledged", null=True, blank=True
    )
    decided_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        "decided", null=True, blank=True
    )
    outcome: "models.CharField[str, str]" = models.CharField(
        max_length=12, choices=Outcome.choices, blank=True, default=""
    )
    decision: "models.TextField[str, str]" = models.TextField(
        blank=True, help_text="What the complainant was told, and why."
    )
    ticket: "models.CharField[str | None, str | None]" = models.CharField(  # noqa: DJ001 - unique, and most have none
        "number the reader has",
        max_length=20,
        null=True,
        unique=True,
        editable=False,
    )
    deadline: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False, db_index=True
    )

    class Meta:
        """The newest first."""

        ordering = ["-received_at", "-id"]

    def __str__(self) -> str:
        """Return its number and who complained."""
        return f"{self.pk or 'New'}: {self.complainant}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Work out the next deadline and save."""
        self.deadline = self.next_deadline
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Hold the moments to their order, and a decision to its outcome."""
        super().clean()
        faults: dict[str, str] = {}
        received = self.received_at
        for name in ("received_at", "acknowledged_at", "decided_at"):
            moment = getattr(self, name)
            if moment and moment > timezone.now():
                faults[name] = "This moment has not come."
            elif moment and received and moment < received:
                faults[name] = "This is before it was received."
        if bool(self.decided_at) != bool(self.outcome):
            faults["outcome"] = "A decision has a moment and an outcome, or neither."
        found = story_id_in(self.address.partition("#")[0].strip())
        self.story = Story.objects.filter(public_id=found).first() if found else None
        if self.outcome == Outcome.CORRECTED and self.story is None:
            faults["address"] = "Name the story that was corrected."
        if faults:
            raise ValidationError(faults)

    @property
    def terms(self) -> Terms:
        """Its two deadlines."""
        return terms_of(self.received_at, zone=site_zone(), ground=Ground(self.ground))

    @property
    def standing(self) -> Standing:
        """What it waits for."""
        return standing_of(acknowledged=self.acknowledged_at, decided=self.decided_at)

    @property
    def next_deadline(self) -> datetime | None:
        """When the next step is due; None when it is decided."""
        if self.standing is Standing.DECIDED:
            return None
        if self.standing is Standing.ACKNOWLEDGE:
            return self.terms.acknowledge_by
        return self.terms.decide_by

    def overdue(self, now: datetime) -> timedelta:
        """Return for how long the next step is overdue."""
        return overdue_by(
            self.terms,
            acknowledged=self.acknowledged_at,
            decided=self.decided_at,
            now=now,
        )
