"""WireSource: how one wire is doing, and where it goes on after a restart."""

from typing import Any

from django.db import models


class WireSource(models.Model):
    """One wire of ``dateline.toml``, by its name.

    ``items`` and ``errors`` count by the minute (minutes since 1970 as text) for
    the last hour. ``place`` is where a wire that is asked goes on: validators,
    cursor, what was fetched. ``silent_since`` stands while the alarm does.
    """

    wagtail_reference_index_ignore = True

    name: "models.CharField[str, str]" = models.CharField(max_length=100, unique=True)
    watched_since: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    last_item: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    last_lag: "models.FloatField[Any, Any]" = models.FloatField(null=True)
    last_contact: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    items: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    errors: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    failures: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    last_error: "models.TextField[str, str]" = models.TextField(blank=True)
    last_error_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    quiet_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    silent_since: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    place: "models.JSONField[Any, Any]" = models.JSONField(default=dict)

    class Meta:
        """By name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return its name."""
        return self.name
