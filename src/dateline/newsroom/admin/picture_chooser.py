"""Choosing a picture for a story: with thumbnails, found by its words."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from dateline.newsroom.admin.picture_columns import ThumbnailColumn
from dateline.newsroom.models.picture import Picture


class PictureFilterForm(BaseFilterForm):
    """Words of caption, alternative text, credit or title."""

    q = forms.CharField(
        label="Search",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Caption, credit, title"}),
    )

    def filter(self, objects: "QuerySet[Picture]") -> "QuerySet[Picture]":
        """Return the pictures that have all the words."""
        query = self.cleaned_data.get("q", "")
        self.is_searching, self.search_query = bool(query), query
        found: QuerySet[Picture] = super().filter(matching(objects, query))
        return found


def matching(pictures: "QuerySet[Picture]", query: str) -> "QuerySet[Picture]":
    """Return the pictures whose words have each word of a query."""
    for word in query.split():
        said = Q()
        for field in ("caption", "alt", "credit", "title"):
            said |= Q(**{f"{field}__icontains": word})
        pictures = pictures.filter(said)
    return pictures


class _Pictures:
    filter_form_class = PictureFilterForm
    per_page = 20

    def get_object_list(self) -> "QuerySet[Picture]":
        """Return the pictures that can be shown in a new story.

        One that must not be archived is offered while it is news.
        """
        offered = Q(offered_until=None) | Q(offered_until__gt=timezone.now())
        return Picture.objects.filter(offered, killed=False)

    @property
    def columns(self) -> list[Any]:
        """Thumbnail, name, caption, credit."""
        view: Any = self
        return [
            ThumbnailColumn("thumbnail", label=""),
            view.title_column,
            Column("caption"),
            Column("credit"),
        ]


class PictureChooseView(_Pictures, ChooseView):
    """The chooser's window."""


class PictureChooseResultsView(_Pictures, ChooseResultsView):
    """The chooser's list."""


class PictureChooserViewSet(SnippetChooserViewSet):
    """Everything behind the chooser."""

    choose_view_class = PictureChooseView
    choose_results_view_class = PictureChooseResultsView
