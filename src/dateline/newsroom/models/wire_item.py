"""WireItem: what came over a wire under one uri, and what became of it."""

from typing import Any

from django.conf import settings
from django.db import models


class WireState(models.TextChoices):
    """What became of the newest version."""

    DRAFT = "draft", "drafted"
    PUBLISHED = "published", "published"
    SCHEDULED = "scheduled", "waits for its embargo"
    PROPOSED = "proposed", "proposed to the desk"
    HELD = "held", "held"
    KEPT = "kept", "kept for the desk"
    WITHDRAWN = "withdrawn", "withdrawn"
    KILLED = "killed", "killed"
    REFUSED = "refused", "cannot be read"


class WireItem(models.Model):
    """One piece of agency copy, under ``(provider, uri)``, all its versions.

    ``seen`` holds the content hashes and raw references of every version ever
    judged; ``versions`` is what the wire list says of each (``wire_versions``).
    ``call_desk`` stays until somebody looked. ``traits`` is what routing
    rules look at of the newest version, ``routed`` what they said of it, ``placed``
    what they had said when its story began (``newsroom.routing.kept``); None before
    there were rules, and again after a kill. ``desk`` is whose it is.

    ``family`` is the same for all rows that are versions of one story: the uri of
    one of them, most often the first. ``sequence`` is the wire's own number of the
    message, without zeros in front. ``victims`` is what a kill in words names; it
    is an ``open_notice`` until the desk has said which story was meant.

    ``group`` is the same for copy on one event by several agencies, and for all rows
    of a family; a number of no other meaning, None without such copy. ``signature``
    is what the newest version is compared by, ``length`` the signs of its body.
    """

    wagtail_reference_index_ignore = True

    provider: "models.CharField[str, str]" = models.CharField(max_length=100)
    uri: "models.CharField[str, str]" = models.CharField(max_length=500)
    source: "models.CharField[str, str]" = models.CharField(max_length=100)
    version: "models.CharField[str, str]" = models.CharField(max_length=120, blank=True)
    version_created: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    content_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True
    )
    raw_ref: "models.CharField[str, str]" = models.CharField(max_length=64, blank=True)
    seen: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    versions: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    kind: "models.CharField[str, str]" = models.CharField(max_length=20, blank=True)
    language: "models.CharField[str, str]" = models.CharField(max_length=20, blank=True)
    urgency: "models.PositiveSmallIntegerField[Any, Any]" = (
        models.PositiveSmallIntegerField(null=True)
    )
    headline: "models.CharField[str, str]" = models.CharField(
        max_length=300, blank=True
    )
    slugline: "models.CharField[str, str]" = models.CharField(
        max_length=200, blank=True
    )
    family: "models.CharField[str, str]" = models.CharField(max_length=500, blank=True)
    service: "models.CharField[str, str]" = models.CharField(max_length=60, blank=True)
    sequence: "models.CharField[str, str]" = models.CharField(max_length=40, blank=True)
    victims: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    open_notice: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)
    group: "models.BigIntegerField[Any, Any]" = models.BigIntegerField(null=True)
    signature: "models.BinaryField[Any, Any]" = models.BinaryField(default=b"")
    length: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    embargoed_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    state: "models.CharField[str, str]" = models.CharField(
        max_length=12, choices=WireState.choices
    )
    verdict: "models.CharField[str, str]" = models.CharField(max_length=20, blank=True)
    reason: "models.TextField[str, str]" = models.TextField(blank=True)
    call_desk: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)
    first_seen: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    last_seen: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    desk: "models.CharField[str, str]" = models.CharField(max_length=60, blank=True)
    traits: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    routed: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    placed: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story",
        null=True,
        on_delete=models.SET_NULL,
        related_name="wire_items",
    )
    taken_by: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    taken_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)

    story_id: int | None
    taken_by_id: int | None

    called = ""
    """What a list calls it that knows more; not kept."""

    class Meta:
        """The newest first."""

        ordering = ["-last_seen", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["provider", "uri"], name="wire_item_once")
        ]
        indexes = [
            models.Index(fields=["-last_seen", "-id"], name="wire_newest"),
            models.Index(fields=["state", "-last_seen"], name="wire_by_state"),
            models.Index(fields=["source", "-last_seen"], name="wire_by_source"),
            models.Index(
                fields=["-last_seen", "-id"],
                name="wire_calls",
                condition=models.Q(call_desk=True),
            ),
            models.Index(fields=["raw_ref"], name="wire_by_raw"),
            models.Index(fields=["desk", "-last_seen"], name="wire_by_desk"),
            models.Index(fields=["provider", "family"], name="wire_by_family"),
            models.Index(
                fields=["group"],
                name="wire_by_group",
                condition=models.Q(group__isnull=False),
            ),
            models.Index(
                fields=["provider", "sequence", "-last_seen"], name="wire_by_sequence"
            ),
            models.Index(
                fields=["provider", "-last_seen"],
                name="wire_kill_notice",
                condition=models.Q(open_notice=True),
            ),
        ]

    def __str__(self) -> str:
        """Return what the desk calls it."""
        return self.headline or self.slugline or self.called or self.uri
