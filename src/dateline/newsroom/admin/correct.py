"""Correct a published story: publish its draft, with a note where it matters."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dateline.newsroom.actions.correct import Correct
from dateline.newsroom.admin.remarks import show_remarks
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.admin.story_action import StoryActionView
from dateline.newsroom.admin.story_changes import changes_of
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story

MATERIAL, MINOR = "material", "minor"

_KINDS = (
    (MATERIAL, "Material: readers were told something wrong. They see a note."),
    (MINOR, "Minor: a slip of the pen. Readers see no trace of it."),
)


class CorrectForm(forms.Form):
    """Kind and note."""

    kind = forms.ChoiceField(
        label="Kind", choices=_KINDS, initial=MATERIAL, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="Note for readers",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What was wrong, and what is right: “An earlier version gave the"
        " minister's age as 54. He is 45.” It stands under the story, on the"
        " corrections page and in the feeds.",
    )

    def clean(self) -> Any:
        """Ask for the note where it is needed."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == MATERIAL and not cleaned.get("note", "").strip():
            raise ValidationError(
                {"note": "Say to readers what was wrong and what is right."}
            )
        return cleaned


class CorrectView(StoryActionView):
    """Publish the draft as a correction."""

    form_class = CorrectForm
    template_name = "newsroom/story/correct.html"
    page_title = "Correct"
    header_icon = "edit"
    button = "Publish the correction"
    button_busy = "Publishing…"

    def get_initial(self) -> Any:
        """Propose the agency's own note, where it sent a correction meanwhile."""
        return {**super().get_initial(), "note": proposed_note(self.story)}

    def act(self, form: Any) -> str:
        """Correct."""
        minor = form.cleaned_data["kind"] == MINOR
        done = Correct(
            story=self.story,
            minor=minor,
            note="" if minor else form.cleaned_data["note"],
            **self.acting,
        ).execute()
        show_remarks(self.request, list(done.remarks))
        if not done.entries:
            return "Readers had exactly this already; nothing was published."
        return "The correction is published."

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add what will change for readers, and earlier notes."""
        notes = [
            {"moment": shown_note(note), "note": note["note"]}
            for note in self.story.corrections
        ]
        changes = changes_of(self.story)
        return super().get_context_data(**kwargs) | {"changes": changes, "notes": notes}


def proposed_note(story: Story) -> str:
    """Return the note of the agency's corrections that readers were not told of."""
    sent = Proposal.objects.filter(story=story, is_correction=True)
    if story.last_published_at is not None:
        sent = sent.filter(made_at__gt=story.last_published_at)
    notes = [row.note for row in sent.order_by("made_at") if row.note]
    return " ".join(dict.fromkeys(notes))


def shown_note(note: dict[str, str]) -> str:
    """Return the moment of a correction as the desk reads it."""
    return shown(datetime.fromisoformat(note["moment"]))
