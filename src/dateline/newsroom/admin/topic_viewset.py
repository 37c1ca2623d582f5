"""Topics: named here, read by readers as soon as a story has one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from dateline.newsroom.actions.rename_topic import RenameTopic
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.topic import Topic


class TopicEditView(EditView):
    """A topic; a new name goes to readers at once."""

    def save_instance(self) -> Any:
        """Rename by our action."""
        said = self.form.cleaned_data
        RenameTopic(
            topic=self.object,
            name=said["name"],
            description=said["description"],
            kind=said["kind"],
            names=said["names"],
            acting_user=self.request.user,
            now=timezone.now(),
        ).execute()
        self.new_revision = None
        self.object.refresh_from_db()
        return self.object


class TopicDeleteView(DeleteView):
    """Delete a topic that no reader ever saw; others can be renamed."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Turn away from one that is public or in a draft."""
        stories = Story.objects.filter(topics=self.object)
        if self.object.public_hash or stories.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class TopicViewSet(SnippetViewSet):
    """Topics."""

    model = Topic
    icon = "tag"
    menu_label = "Topics"
    menu_name = "topics"
    menu_order = 140
    add_to_admin_menu = True
    base_url_path = "topics"
    edit_view_class = TopicEditView
    delete_view_class = TopicDeleteView
    copy_view_enabled = False
    list_display = ["name", "kind", "id", "description"]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = ["name", "id"]
    search_backend_name = None
    panels = [
        FieldPanel("name"),
        FieldPanel("id", heading="Address", help_text="/topic/…/ It never changes."),
        FieldPanel("names"),
        FieldPanel("kind"),
        FieldPanel("description"),
    ]
