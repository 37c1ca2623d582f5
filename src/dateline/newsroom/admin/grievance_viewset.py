"""The register of grievances: what was received, acknowledged and decided when."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
)

from dateline.news.grievance import Standing
from dateline.newsroom.actions.save_grievance import SaveGrievance
from dateline.newsroom.admin.disclosure import DisclosureView
from dateline.newsroom.admin.grievance_filters import GrievanceFilters
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.admin.story_columns import MomentColumn
from dateline.newsroom.models.grievance import Grievance
from dateline.newsroom.site_settings import site_settings

_TERMS = """\
<p>Acknowledge a grievance within <b>24 hours</b> of its receipt, decide it and tell
the complainant within <b>15 days</b> (IT Rules 2021, rules 10 and 11). What is
carried of others has the shorter terms of rule 3: choose the ground.</p>"""


def standing_words(grievance: Grievance) -> str:
    """Return what it waits for and until when, or what was decided."""
    if grievance.standing is Standing.DECIDED:
        return f"{grievance.get_outcome_display()}"  # type: ignore[attr-defined] # Django's
    by = shown(grievance.next_deadline)
    return f"{grievance.standing} by {by}"


class StandingColumn(Column):
    """What a grievance waits for; overdue is marked in words and colour."""

    cell_template_name = "newsroom/columns/grievance.html"

    def get_value(self, instance: Any) -> Any:
        """Return the words."""
        return standing_words(instance)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        """Add whether it is overdue."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "overdue": bool(instance.overdue(timezone.now()))}


class StoryColumn(Column):
    """The story that it is about, with the way to its corrections."""

    cell_template_name = "newsroom/columns/grievance_story.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        """Add where readers find the site."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "site_url": site_settings().site.url}


class GrievanceForm:
    """What a new entry and an old one share: our action saves them."""

    def save_instance(self) -> Any:
        """Save by our action."""
        view: Any = self
        grievance = view.form.save(commit=False)
        SaveGrievance(
            grievance=grievance, acting_user=view.request.user, now=timezone.now()
        ).execute()
        view.new_revision = None
        return grievance


class GrievanceCreateView(GrievanceForm, CreateView):
    """A new entry."""

    def get_initial_form_instance(self) -> Any:
        """Begin with what is most often so: it was received now."""
        return Grievance(received_at=timezone.now().replace(second=0, microsecond=0))


class GrievanceEditView(GrievanceForm, EditView):
    """An entry."""


class GrievanceDeleteView(DeleteView):
    """The register is a record: nothing is taken out of it."""

    def dispatch(self, *_request: Any, **_kwargs: Any) -> Any:
        """Turn away."""
        raise PermissionDenied


class GrievanceListView(IndexView):
    """The register, for those who may see who complained."""

    @cached_property
    def header_more_buttons(self) -> Any:
        """Lead to the figures of the last month, besides what Wagtail has there."""
        figures = Button(
            "Publish the month’s figures",
            url="/admin/grievances/figures/",
            icon_name="doc-full",
            priority=5,
        )
        return [*super().header_more_buttons, figures]

    def get_base_queryset(self) -> Any:
        """Fetch the stories with the entries."""
        return super().get_base_queryset().select_related("story")


class GrievanceViewSet(SnippetViewSet):
    """Grievances."""

    model = Grievance
    icon = "warning"
    menu_label = "Grievances"
    menu_name = "grievances"
    menu_order = 150
    add_to_admin_menu = True
    base_url_path = "grievances"
    index_view_class = GrievanceListView
    add_view_class = GrievanceCreateView
    edit_view_class = GrievanceEditView
    delete_view_class = GrievanceDeleteView
    copy_view_enabled = False
    filterset_class = GrievanceFilters
    list_display = [
        TitleColumn(
            "complainant",
            label="Complainant",
            get_url=lambda row: f"/admin/grievances/edit/{row.pk}/",
            sort_key="complainant",
        ),
        Column("ticket", label="Number", accessor=lambda row: row.ticket or ""),
        StoryColumn("story", label="Story"),
        MomentColumn("received_at", label="Received", sort_key="received_at"),
        StandingColumn("standing", label="Standing", sort_key="deadline"),
    ]
    list_per_page = 50
    list_export = [
        "id",
        "ticket",
        "received_at",
        "complainant",
        "contact",
        "ground",
        "address",
        "text",
        "acknowledged_at",
        "decided_at",
        "outcome",
        "decision",
        "next_deadline",
    ]
    export_filename = "grievances"
    search_fields = ["complainant", "text", "address", "ticket"]
    search_backend_name = None
    panels = [
        HelpPanel(content=_TERMS),
        FieldRowPanel([FieldPanel("complainant"), FieldPanel("contact")]),
        FieldRowPanel([FieldPanel("received_at"), FieldPanel("acknowledged_at")]),
        FieldRowPanel([FieldPanel("ground"), FieldPanel("address")]),
        FieldPanel("ticket", read_only=True),
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("decided_at"), FieldPanel("outcome")]),
                FieldPanel("decision"),
            ],
            heading="Decision",
        ),
    ]

    def get_urlpatterns(self) -> Any:
        """Add the screen of the month's figures."""
        figures = path("figures/", DisclosureView.as_view(), name="figures")
        return [figures, *super().get_urlpatterns()]
