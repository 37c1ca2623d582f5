"""Withdraw a story: take it down, with a notice for those who come for it."""

from typing import Any

from django import forms

from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.admin.story_action import StoryActionView


class WithdrawForm(forms.Form):
    """The notice."""

    notice = forms.CharField(
        label="Notice for readers",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Stands at the story's address from now on. Left empty, the page"
        " says only that the story was withdrawn.",
    )


class WithdrawView(StoryActionView):
    """Withdraw, with a notice."""

    form_class = WithdrawForm
    template_name = "newsroom/story/withdraw.html"
    page_title = "Withdraw"
    header_icon = "download"
    button = "Withdraw the story"
    button_busy = "Withdrawing…"

    def act(self, form: Any) -> str:
        """Withdraw."""
        notice = form.cleaned_data["notice"]
        Withdraw(story=self.story, notice=notice, **self.acting).execute()
        return "The story is withdrawn. Readers who come for it see the notice."
