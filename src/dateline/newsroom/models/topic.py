"""Topic: something stories are about."""

from django.db import models

from dateline.news.site import TopicKind


class Topic(models.Model):
    """A topic. Its id is part of its address and never changes."""

    id: "models.SlugField[str, str]" = models.SlugField(primary_key=True, max_length=80)
    name: "models.CharField[str, str]" = models.CharField(max_length=120)
    description: "models.TextField[str, str]" = models.TextField(blank=True)
    kind: "models.CharField[str, str]" = models.CharField(
        max_length=15,
        choices=[(kind.value, kind.value) for kind in TopicKind],
        default=TopicKind.SUBJECT.value,
        help_text="Stories name people, places and organisations apart.",
    )
    public_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True, editable=False
    )

    class Meta:
        """By name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name readers see."""
        return self.name
