"""A field that holds a list of short texts, edited one a line."""

from typing import Any

from django import forms
from django.db import models


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that say something, trimmed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class LinesFormField(forms.CharField):
    """A text area whose value is a list of lines."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2}))
        for unused in ("encoder", "decoder"):
            kwargs.pop(unused, None)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Return a list as the text of the area."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return what was typed as a list."""
        return lines_of(value) if isinstance(value, str) else list(value or [])

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether the lines differ."""
        return bool(self.to_python(initial or []) != self.to_python(data))


class LinesField(models.JSONField):
    """A list of short texts, kept as JSON."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """Return the text area that edits it."""
        return super().formfield(**{"form_class": LinesFormField, **kwargs})
