"""Stories in Wagtail's admin: the list, the form and every screen of one story."""

from typing import Any

from django.urls import path
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from dateline.newsroom.admin.correct import CorrectView
from dateline.newsroom.admin.kill import KillView
from dateline.newsroom.admin.live_desk import LiveDeskView
from dateline.newsroom.admin.proposal import ProposalView
from dateline.newsroom.admin.restore import RestoreView
from dateline.newsroom.admin.story_columns import story_columns
from dateline.newsroom.admin.story_delete import StoryDeleteView
from dateline.newsroom.admin.story_edit import StoryCreateView, StoryEditView
from dateline.newsroom.admin.story_filters import StoryFilters
from dateline.newsroom.admin.story_panels import STORY_FORM
from dateline.newsroom.admin.story_preview import StoryPreviewView
from dateline.newsroom.admin.story_standing import with_due
from dateline.newsroom.admin.story_unpublish import StoryUnpublishView
from dateline.newsroom.admin.story_unschedule import StoryUnscheduleView
from dateline.newsroom.admin.withdraw import WithdrawView
from dateline.newsroom.models.story import Story


class StoryListView(IndexView):
    """All stories, the newest first."""

    def get_base_queryset(self) -> Any:
        """Return the rows with all that the columns show, in few queries."""
        stories = super().get_base_queryset()
        related = ("section", "latest_revision", "locked_by")
        return with_due(stories.select_related(*related)).defer("body", "ed_note")

    @property
    def columns(self) -> Any:
        """The columns; nothing is done to stories in bulk."""
        return story_columns(edit_url=self.get_edit_url)


class StoryViewSet(SnippetViewSet):
    """Stories."""

    model = Story
    icon = "doc-full"
    menu_label = "Stories"
    menu_name = "stories"
    menu_order = 100
    add_to_admin_menu = True
    base_url_path = "stories"
    index_view_class = StoryListView
    add_view_class = StoryCreateView
    edit_view_class = StoryEditView
    delete_view_class = StoryDeleteView
    revisions_unschedule_view_class = StoryUnscheduleView
    preview_on_edit_view_class = StoryPreviewView
    unpublish_view_class = StoryUnpublishView
    filterset_class = StoryFilters
    list_per_page = 40
    search_fields = ["headline", "slugline"]
    search_backend_name = None
    edit_handler = STORY_FORM
    copy_view_enabled = False

    def get_urlpatterns(self) -> Any:
        """Add the screens of our actions."""
        return [
            *super().get_urlpatterns(),
            path("correct/<int:pk>/", CorrectView.as_view(), name="correct"),
            path("withdraw/<int:pk>/", WithdrawView.as_view(), name="withdraw"),
            path("restore/<int:pk>/", RestoreView.as_view(), name="restore"),
            path("kill/<int:pk>/", KillView.as_view(), name="kill"),
            path("live/<int:pk>/", LiveDeskView.as_view(), name="live"),
            path("proposal/<int:pk>/", ProposalView.as_view(), name="proposal"),
        ]
