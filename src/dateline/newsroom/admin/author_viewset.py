"""Authors and agencies: who has a page of their own that bylines lead to."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    SnippetViewSet,
)

from dateline.newsroom.actions.save_author import SaveAuthor
from dateline.newsroom.models.author import Author


class AuthorForm:
    """What a new record and an old one share: our action saves them."""

    def save_instance(self) -> Any:
        """Save by our action; readers have it at once."""
        view: Any = self
        author = view.form.save(commit=False)
        SaveAuthor(
            author=author, acting_user=view.request.user, now=timezone.now()
        ).execute()
        view.new_revision = None
        return author


class AuthorCreateView(AuthorForm, CreateView):
    """A new record."""


class AuthorEditView(AuthorForm, EditView):
    """A record."""


class AuthorDeleteView(DeleteView):
    """A record has a public page and is never deleted; it can be emptied."""

    def dispatch(self, *_request: Any, **_kwargs: Any) -> Any:
        """Turn away."""
        raise PermissionDenied


class AuthorViewSet(SnippetViewSet):
    """Authors and agencies."""

    model = Author
    icon = "user"
    menu_label = "Authors"
    menu_name = "authors"
    menu_order = 145
    add_to_admin_menu = True
    base_url_path = "authors"
    add_view_class = AuthorCreateView
    edit_view_class = AuthorEditView
    delete_view_class = AuthorDeleteView
    copy_view_enabled = False
    list_display = ["name", "kind", "role", "slug"]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = ["name", "role"]
    search_backend_name = None
    panels = [
        FieldPanel("kind"),
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("description"),
        FieldPanel("picture"),
        FieldPanel("ended"),
    ]
