"""The story's form: four tabs, from what readers see to what they never do."""

from typing import Any

from django import forms
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from dateline.newsroom.admin.agency_panel import AgencyPanel


class Choices(forms.CheckboxSelectMultiple):
    """Boxes to tick, set in columns."""

    template_name = "newsroom/widgets/choices.html"


class Headline(AdminAutoHeightTextInput):
    """A field that grows, so that a long headline is seen to its end."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was typed as one line: Return makes no second one."""
        typed = super().value_from_datadict(data, files, name)
        return " ".join(typed.split()) if typed else typed


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "newsroom-lines"})


COPY = ObjectList(
    [
        TitleFieldPanel("headline", placeholder="Headline", widget=Headline),
        FieldPanel("standfirst"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("located", widget=_lines(2)),
                        FieldPanel("credit"),
                    ]
                ),
                FieldRowPanel(
                    [FieldPanel("byline", widget=_lines(2)), FieldPanel("agency")]
                ),
            ],
            heading="Dateline and byline",
        ),
        FieldPanel("body"),
    ],
    heading="Copy",
)

PICTURES = ObjectList(
    [
        FieldPanel("lead_picture"),
        FieldPanel("lead_caption"),
        HelpPanel(template="newsroom/panels/pictures_help.html"),
    ],
    heading="Pictures",
)

PUBLICATION = ObjectList(
    [
        FieldRowPanel(
            [FieldPanel("section", widget=forms.Select), FieldPanel("urgency")]
        ),
        FieldPanel("cities", widget=Choices),
        FieldPanel("topics", widget=Choices),
        FieldPanel("related", widget=_lines(3)),
        FieldPanel("embargoed_until"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("language")]),
        FieldPanel("version_of"),
        PublishingPanel(),
    ],
    heading="Publication",
)

INTERNAL = ObjectList(
    [FieldPanel("slugline"), FieldPanel("ed_note"), AgencyPanel()],
    heading="Internal",
)

STORY_FORM = TabbedInterface([COPY, PICTURES, PUBLICATION, INTERNAL])
