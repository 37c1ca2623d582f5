"""The form of one entry of a live blog."""

from typing import Any

from django import forms

from dateline.newsroom.actions.live_row import EntryWords
from dateline.newsroom.models.live_entry import LiveEntry
from dateline.newsroom.models.picture import Picture

_RECENT = 60

_HELP = (
    "An empty line begins a new paragraph. - point, > quotation and > — name,"
    " Title https://… for a link of its own; **strong**, *emphasised*,"
    " [words](https://…)."
)


class EntryForm(forms.Form):
    """What is typed into an entry; for a released one also why it changes."""

    headline = forms.CharField(
        required=False,
        max_length=200,
        label="Headline, if it needs one",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    text = forms.CharField(
        required=False,
        label="What is new",
        help_text=_HELP,
        widget=forms.Textarea(attrs={"rows": 7, "data-live-text": ""}),
    )
    author = forms.CharField(required=False, max_length=120, label="By")
    picture = forms.ModelChoiceField(
        queryset=Picture.objects.none(),
        required=False,
        empty_label="No picture",
        help_text=f"The newest {_RECENT} that readers may have.",
    )
    key = forms.BooleanField(required=False, label="A key point")
    note = forms.CharField(
        required=False,
        label="What was wrong, for readers",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    minor = forms.BooleanField(
        required=False, label="A slip of the pen: readers need no note"
    )

    def __init__(self, *args: Any, entry: LiveEntry | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        if entry is None or not entry.number:
            del self.fields["note"], self.fields["minor"]
        choice: Any = self.fields["picture"]
        choice.queryset = _pictures(entry)

    @property
    def words(self) -> EntryWords:
        """What was typed, once it is valid."""
        data = self.cleaned_data
        names = ("headline", "text", "author", "picture", "key")
        return EntryWords(**{name: data[name] for name in names})


def words_of(entry: LiveEntry) -> dict[str, Any]:
    """Return an entry as the form shows it first; a correction is a new one."""
    names = ("headline", "text", "author", "picture", "key")
    return {name: getattr(entry, name) for name in names}


def _pictures(entry: LiveEntry | None) -> Any:
    """Return the pictures to choose from, the newest first, and the entry's own."""
    free = Picture.objects.filter(killed=False, held="", embargoed_until=None)
    keys = list(free.values_list("pk", flat=True)[:_RECENT])
    if entry is not None and entry.picture_id:
        keys.append(entry.picture_id)
    return Picture.objects.filter(pk__in=keys)
