"""DeskZone: in which zone somebody reads the times of the wire."""

from typing import Any

from django.conf import settings
from django.db import models


class DeskZone(models.Model):
    """A person's choice: the name of a zone, empty for the site's."""

    wagtail_reference_index_ignore = True

    user: "models.OneToOneField[Any, Any]" = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    zone: "models.CharField[str, str]" = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        """Return the zone."""
        return self.zone or "the site's"
