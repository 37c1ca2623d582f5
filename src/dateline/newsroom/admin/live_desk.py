"""A running live blog: write, release, put right, remove; made for speed.

Everything is one form that is sent and got back, so the screen works without a
script and by keyboard alone; ``live-desk.js`` adds Ctrl+Enter. What could not be
done is said above the words, which stay in the form.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.errors import DatelineError
from dateline.news.live import ENDED, RUNNING
from dateline.newsroom.actions.correct_entry import CorrectEntry
from dateline.newsroom.actions.live_row import EntryWords
from dateline.newsroom.actions.remove_entry import RemoveEntry
from dateline.newsroom.actions.run_blog import RunBlog
from dateline.newsroom.actions.write_entry import WriteEntry
from dateline.newsroom.admin.live_form import EntryForm, words_of
from dateline.newsroom.admin.live_rows import rows_of
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.story_header import header_of
from dateline.newsroom.admin.story_links import NAMESPACE, story_url
from dateline.newsroom.models.live_entry import EntryState, LiveEntry
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.person_name import name_of

SHOWN = 50


class LiveDeskView(WagtailAdminTemplateMixin, TemplateView):
    """The screen of one live blog."""

    template_name = "newsroom/story/live.html"
    page_title = "Live blog"
    header_icon = "time"

    story: Story
    entry: LiveEntry | None
    may: bool

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may write; only an editor releases."""
        if not request.user.has_perm("newsroom.change_story"):
            raise PermissionDenied
        self.may = request.user.has_perm("newsroom.publish_story")
        self.story = get_object_or_404(
            Story.objects.exclude(state=StoryState.KILLED), pk=kwargs["pk"]
        )
        self.entry = self._entry(request.POST.get("entry") or request.GET.get("entry"))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Show the blog with an empty entry, or the one to be changed."""
        first = (
            {"author": name_of(request.user)}
            if self.entry is None
            else words_of(self.entry)
        )
        return self._show(EntryForm(initial=first, entry=self.entry))

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Do what the button says; what stands against it is shown."""
        name = next((name for name in DEEDS if name in request.POST), "")
        form = EntryForm(request.POST, entry=self.entry)
        if name in _OF_WORDS and not form.is_valid():
            return self._show(form)
        try:
            said = DEEDS[name](self, form) if name else ""
        except DatelineError as error:
            form.is_valid()
            form.add_error(None, sentence(error))
            return self._show(form)
        if said:
            messages.success(request, said)
        return redirect(story_url("live", self.story))

    @property
    def acting(self) -> dict[str, Any]:
        """Who acts and when."""
        return {"acting_user": self.request.user, "now": timezone.now()}

    def write(self, form: EntryForm, *, release: bool) -> str:
        """Write the entry and say what became of it."""
        entry = WriteEntry(
            story=self.story,
            entry=self.entry,
            words=form.words,
            release=release,
            **self.acting,
        ).execute()
        if not release:
            return "The draft is kept; an editor can release it."
        if self.story.state == StoryState.PUBLISHED:
            return f"Entry {entry.number} is out."
        return f"Entry {entry.number} goes out with the story."

    def correct(self, form: EntryForm) -> str:
        """Correct the entry that is open."""
        entry = CorrectEntry(
            entry=self._open(),
            words=form.words,
            note=form.cleaned_data["note"],
            minor=form.cleaned_data["minor"],
            **self.acting,
        ).execute()
        return f"Entry {entry.number} is put right."

    def mark(self, _form: EntryForm) -> str:
        """Make the entry a key point, or no longer."""
        entry = self._open()
        words = EntryWords(**words_of(entry) | {"key": not entry.key})
        entry = CorrectEntry(
            entry=entry, words=words, minor=True, **self.acting
        ).execute()
        state = "a key point" if entry.key else "no key point any more"
        return f"Entry {entry.number} is {state}."

    def remove(self, _form: EntryForm) -> str:
        """Remove the entry."""
        entry = self._open()
        RemoveEntry(entry=entry, **self.acting).execute()
        return (
            f"Entry {entry.number} is gone." if entry.number else "The draft is gone."
        )

    def run(self, _form: EntryForm, *, state: str) -> str:
        """Start the blog or end it."""
        RunBlog(story=self.story, state=state, **self.acting).execute()
        return "The live blog is running." if state == RUNNING else "It has ended."

    def _entry(self, key: str | None) -> LiveEntry | None:
        if not key:
            return None
        rows = LiveEntry.objects.exclude(state=EntryState.REMOVED)
        number = int(key) if key.isdecimal() else 0
        entry: LiveEntry = get_object_or_404(
            rows.select_related("story", "picture"), pk=number, story=self.story
        )
        return entry

    def _open(self) -> LiveEntry:
        if self.entry is None:
            raise PermissionDenied
        return self.entry

    def _show(self, form: EntryForm) -> Any:
        return self.render_to_response(self.get_context_data(form=form))

    def get_page_subtitle(self) -> str:
        """Return the story's name."""
        return str(self.story)

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to the story and to all stories."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse(f"{NAMESPACE}:list"), "label": "Stories"},
            {"url": story_url("edit", self.story), "label": str(self.story)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the entries and what may be done."""
        context = super().get_context_data(**kwargs)
        rows = LiveEntry.objects.filter(story=self.story)
        rows = rows.exclude(state=EntryState.REMOVED).select_related("picture")
        page = Paginator(rows, SHOWN).get_page(self.request.GET.get("p"))
        return {
            **context,
            **header_of(self.story, None),
            "story": self.story,
            "may": self.may,
            "entry": self.entry,
            "running": self.story.blog == RUNNING,
            "page": page,
            "rows": rows_of(page.object_list, public=_is_public(self.story)),
            "back_url": story_url("edit", self.story),
            "here": story_url("live", self.story),
        }


def _is_public(story: Story) -> bool:
    return bool(story.state == StoryState.PUBLISHED)


DEEDS: dict[str, Callable[[LiveDeskView, EntryForm], str]] = {
    "release": lambda view, form: view.write(form, release=True),
    "draft": lambda view, form: view.write(form, release=False),
    "correct": LiveDeskView.correct,
    "key": LiveDeskView.mark,
    "remove": LiveDeskView.remove,
    "start": lambda view, form: view.run(form, state=RUNNING),
    "end": lambda view, form: view.run(form, state=ENDED),
}
"""What each button does; it returns what to say."""

_OF_WORDS = frozenset({"release", "draft", "correct"})
