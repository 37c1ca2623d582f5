"""Kill a story: the screen for a legal order.

Nothing stands against a kill: this screen reads the story's row alone, so it
works for one that is locked, scheduled, embargoed or broken. It asks for a
reason and for the story's id, so that nobody kills by a slip of the hand, and
shows what was erased.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse

from dateline.errors import DatelineError
from dateline.news.address import short_path
from dateline.newsroom.actions.kill import KillReceipt, KillStory
from dateline.newsroom.admin.public_catalog import what_readers_have
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.admin.story_action import StoryActionView
from dateline.newsroom.admin.story_links import public_path
from dateline.newsroom.models.story import Story
from dateline.newsroom.site_settings import site_settings
from dateline.store.record import page_at
from dateline.store.store import Transaction


class KillForm(forms.Form):
    """Reason, notice, and the id typed by hand."""

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Who ordered it and why. For the audit log; readers never see it.",
    )
    notice = forms.CharField(
        label="Notice for readers",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Left empty, its address says only that the story was removed.",
    )
    confirm = forms.CharField(
        label="Type the story's id to confirm",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, public_id: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._public_id = public_id
        self.fields["confirm"].help_text = f"It is {public_id}."

    def clean_confirm(self) -> str:
        """Compare what was typed with the id."""
        typed = str(self.cleaned_data["confirm"]).strip()
        if typed.lower() != self._public_id:
            raise ValidationError(f"That is not its id. The id is {self._public_id}.")
        return typed


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """One line of the receipt: how much of what, and its names."""

    what: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """An address of readers, and what stands there now."""

    url: str
    state: str


class KillView(StoryActionView):
    """Kill, and show the receipt."""

    right = "newsroom.kill_story"
    form_class = KillForm
    template_name = "newsroom/story/kill.html"
    page_title = "Kill"
    header_icon = "cross"
    button = "Kill the story"
    button_busy = "Killing…"
    grave = True

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form the id."""
        return {**super().get_form_kwargs(), "public_id": self.story.public_id}

    def form_valid(self, form: Any) -> Any:
        """Kill, and answer with the receipt."""
        paths = paths_of(self.story)
        asked = form.cleaned_data
        try:
            receipt = KillStory(
                story=self.story,
                reason=asked["reason"],
                notice=asked["notice"],
                **self.acting,
            ).execute()
        except DatelineError as error:
            form.add_error(None, sentence(error))
            return self.form_invalid(form)
        self.story.refresh_from_db()
        context = {
            **self.get_context_data(form=form),
            "receipt": receipt,
            "moment": shown(receipt.moment),
            "counts": counts_of(receipt),
            "addresses": checked(paths),
        }
        return TemplateResponse(self.request, "newsroom/story/receipt.html", context)

    def get_page_subtitle(self) -> str:
        """Return the id, and the headline while there is one."""
        return f"{self.story.public_id} {self.story}"


def paths_of(story: Story) -> list[str]:
    """Return the paths at which readers may come for a story."""
    paths = [short_path(story.public_id)]
    if story.first_published_at is not None and story.slug:
        paths.insert(0, public_path(story))
    return paths


def checked(paths: list[str]) -> list[Address]:
    """Return what readers get at each path now, looked up in the store."""
    url = site_settings().site.url
    with what_readers_have() as tx:
        return [Address(url=url + path, state=_state(tx, path)) for path in paths]


def _state(tx: Transaction, path: str) -> str:
    page = page_at(tx, path)
    if page is None:
        return "nothing is there"
    return "removed (410)" if page.status == HTTPStatus.GONE else "being removed"


def counts_of(receipt: KillReceipt) -> list[Count]:
    """Return the receipt's lines; what was not there is left out."""
    found = [
        Count(what="Versions in the journal", names=receipt.erased),
        Count(what="Pictures", names=receipt.pictures),
        Count(what="Picture addresses", names=receipt.addresses),
        Count(what="Files", names=tuple(file.name for file in receipt.files)),
        Count(what="Agency items", names=receipt.wire_uris),
        Count(what="Raw agency copy, kept closed", names=receipt.raw_refs),
        Count(what="Grievances about it, kept for editors", names=receipt.grievances),
    ]
    return [count for count in found if count.names]
