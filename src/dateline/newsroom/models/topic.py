"""Topic: something stories are about."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from dateline.news.site import Names, TopicKind
from dateline.newsroom.models.lines import LinesField

_NAME = re.compile(r"([a-z]{2,3})\s*:\s*(\S.*)")


def names_in(lines: Iterable[str]) -> Names:
    """Return what lines like "hi: जापान" say, by language; others say nothing."""
    found = (_NAME.fullmatch(" ".join(line.split())) for line in lines)
    return tuple(sorted((f.group(1), f.group(2)) for f in found if f))


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
    names = LinesField(
        "names in other languages",
        help_text="One a line, the language first: hi: जापान. Pages in that"
        " language say it; without one they say the name above.",
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

    def clean(self) -> None:
        """Refuse a line that names no language, and a language named twice."""
        super().clean()
        names = names_in(self.names)
        if len(names) != len(self.names):
            raise ValidationError(
                {"names": "Write each as a language and a name: hi: जापान"}
            )
        if len(dict(names)) != len(names):
            raise ValidationError({"names": "One name for each language."})
