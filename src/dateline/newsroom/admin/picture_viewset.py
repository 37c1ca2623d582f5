"""Pictures in Wagtail's admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import (
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
)

from dateline.newsroom.admin.picture_chooser import PictureChooserViewSet
from dateline.newsroom.admin.picture_columns import ThumbnailColumn
from dateline.newsroom.admin.picture_form import PICTURE_FORM
from dateline.newsroom.admin.picture_save import PictureSave
from dateline.newsroom.admin.picture_upload import PictureAddView
from dateline.newsroom.admin.story_columns import MomentColumn
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.story import Story


class PictureListView(IndexView):
    """All pictures, the newest first."""

    def get_base_queryset(self) -> Any:
        """Return the pictures that still are, with how many stories use each."""
        pictures = super().get_base_queryset().filter(killed=False)
        return pictures.annotate(stories=Count("uses"))

    @property
    def columns(self) -> Any:
        """The columns; nothing is done to pictures in bulk."""
        return [
            ThumbnailColumn("thumbnail", label=""),
            self._get_title_column("__str__"),
            Column("caption"),
            Column("credit"),
            Column("size", accessor=lambda p: f"{p.width} × {p.height}"),
            Column("stories", label="Stories"),
            MomentColumn("added_at", label="Added"),
        ]


class PictureEditView(PictureSave, EditView):
    """A picture; changes go to readers at once where it is public."""

    def get_object(self, queryset: Any = None) -> Any:
        """Return the picture; a killed one is gone."""
        picture = super().get_object(queryset)
        if picture.killed:
            raise Http404
        return picture

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add the stories that show it."""
        stories = Story.objects.filter(picture_uses__picture=self.object)
        context = super().get_context_data(**kwargs)
        return {**context, "stories": stories.order_by("-id")[:20]}


class PictureDeleteView(DeleteView):
    """Delete a picture that no story ever showed and no reader ever saw."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Turn away from a picture in use; it goes with its story's kill."""
        if self.object.public_hash or self.object.uses.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class PictureViewSet(SnippetViewSet):
    """Pictures."""

    model = Picture
    icon = "image"
    menu_label = "Pictures"
    menu_name = "pictures"
    menu_order = 110
    add_to_admin_menu = True
    base_url_path = "pictures"
    index_view_class = PictureListView
    add_view_class = PictureAddView
    edit_view_class = PictureEditView
    delete_view_class = PictureDeleteView
    chooser_viewset_class = PictureChooserViewSet
    chooser_per_page = 20
    copy_view_enabled = False
    list_per_page = 30
    search_fields = ["caption", "alt", "credit", "title"]
    search_backend_name = None
    edit_handler = PICTURE_FORM
