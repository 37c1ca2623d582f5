"""The form of a picture: what it shows, whose it is, where to look."""

from typing import Any

from django import forms
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)

from dateline.newsroom.admin.picture_columns import large_of
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.picture_words import rights_of
from dateline.newsroom.renditions import THOUSANDTHS as MOST

FIELDS = (
    "alt",
    "caption",
    "credit",
    "creator",
    "usage_terms",
    "title",
    "held",
    "focal_x",
    "focal_y",
)


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _number() -> forms.NumberInput:
    return forms.NumberInput(attrs={"min": 0, "max": MOST, "step": 10})


class FocalPanel(MultiFieldPanel):
    """The picture, on which the point of interest is set with a click.

    Two number fields do the same without a mouse and without a script.
    """

    def __init__(self, **kwargs: Any) -> None:
        children = [
            FieldRowPanel(
                [
                    FieldPanel("focal_x", heading="From the left", widget=_number()),
                    FieldPanel("focal_y", heading="From the top", widget=_number()),
                ]
            )
        ]
        super().__init__(**{"children": children, "heading": "Picture", **kwargs})

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel of one picture."""

        template_name = "newsroom/picture/focal_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """Add where the picture's file is."""
            context = super().get_context_data(parent_context)
            picture = self.instance
            shown = getattr(picture, "upload_url", "") or large_of(picture)
            return {**context, "src": shown, "picture": picture}


class PictureRightsPanel(Panel):
    """What its agency allows and orders: for the desk alone."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one picture."""

        template_name = "newsroom/picture/rights_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """Return what the template shows."""
            picture = self.instance
            return {
                **super().get_context_data(parent_context),
                "picture": picture,
                "orders": rights_of(picture).words,
                "embargo": shown(picture.embargoed_until),
                "ends": shown(picture.ends_at),
                "offered": shown(picture.offered_until),
            }


PICTURE_FORM = ObjectList(
    [
        FocalPanel(),
        MultiFieldPanel(
            [
                FieldPanel("alt", widget=_area(2)),
                FieldPanel("caption", widget=_area(3)),
            ],
            heading="What it shows",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("credit"), FieldPanel("creator")]),
                FieldPanel("usage_terms", heading="Rights", widget=_area(2)),
            ],
            heading="Whose it is",
        ),
        PictureRightsPanel(heading="Rights of the agency"),
        FieldPanel("held", widget=_area(2)),
        FieldPanel("title", heading="Name at the desk"),
    ]
)
