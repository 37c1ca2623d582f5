"""What an editor can put into a story's body; named as ``news.block`` names it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from dateline.news.block import FEWEST_PICTURES, ChartForm
from dateline.newsroom.chart_figures import faults_of
from dateline.newsroom.pasted_rows import PastedRowsError, rows_of

INLINE = ["bold", "italic", "link"]
"""The marks that text may carry."""


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who."""

    text = blocks.RichTextBlock(features=INLINE)
    attribution = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        """How the editor sees it."""

        icon = "openquote"


class ListItemsBlock(blocks.StructBlock):
    """A list, numbered or not."""

    ordered = blocks.BooleanBlock(required=False, label="Numbered")
    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE))

    class Meta:
        """How the editor sees it."""

        icon = "list-ul"


class PictureInBodyBlock(blocks.StructBlock):
    """A picture between paragraphs, with a caption for this use."""

    picture = SnippetChooserBlock("newsroom.Picture")
    caption = blocks.TextBlock(
        required=False, rows=2, help_text="Left empty, the picture's own is shown."
    )

    class Meta:
        """How the editor sees it."""

        icon = "image"


class GalleryBlock(blocks.StructBlock):
    """Pictures in an order, each with a caption for this use."""

    title = blocks.CharBlock(required=False, max_length=120)
    pictures = blocks.ListBlock(PictureInBodyBlock(), min_num=FEWEST_PICTURES)

    class Meta:
        """How the editor sees it."""

        icon = "image"
        label = "Picture gallery"


class FactsBlock(blocks.StructBlock):
    """A fact box."""

    title = blocks.CharBlock(max_length=120)
    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE))

    class Meta:
        """How the editor sees it."""

        icon = "info-circle"
        label = "Fact box"


class MomentBlock(blocks.StructBlock):
    """One moment of a timeline."""

    when = blocks.CharBlock(
        max_length=60, help_text="A date as 2016-12-15, or words: Noon, Spring 2019."
    )
    heading = blocks.CharBlock(required=False, max_length=140)
    text = blocks.RichTextBlock(required=False, features=INLINE)


class TimelineBlock(blocks.StructBlock):
    """What happened when, the earliest first."""

    title = blocks.CharBlock(max_length=120)
    moments = blocks.ListBlock(MomentBlock(), min_num=2)

    class Meta:
        """How the editor sees it."""

        icon = "history"
        label = "Timeline"


class ChartBlock(blocks.StructBlock):
    """Figures that are drawn; the same figures stand under it as a table."""

    title = blocks.CharBlock(max_length=120)
    form = blocks.ChoiceBlock(
        choices=[
            (ChartForm.BARS.value, "Bars: amounts of things with names"),
            (ChartForm.COLUMNS.value, "Columns: amounts by year or month"),
            (ChartForm.LINE.value, "Line: what goes up and down"),
        ],
        default=ChartForm.BARS.value,
    )
    text = blocks.TextBlock(
        rows=2,
        max_length=300,
        label="What it shows",
        help_text="In a sentence, for those who cannot see it: "
        "“Sales rose each year but 2020.”",
    )
    unit = blocks.CharBlock(
        required=False, max_length=60, help_text="Of the figures: per cent, Rs crore."
    )
    figures = TypedTableBlock(
        [("text", blocks.CharBlock(required=False))],
        icon="table",
        help_text="A column of labels, then a column for each series: 1234.5 or "
        "1,234.5; empty where there is no figure.",
    )
    pasted = blocks.TextBlock(
        required=False,
        rows=2,
        label="Paste rows",
        help_text="From a spreadsheet or a CSV file, the headings first. When the "
        "story is saved they take the place of the figures above.",
    )
    source = blocks.CharBlock(required=False, max_length=140)

    class Meta:
        """How the editor sees it."""

        icon = "order"
        label = "Chart"

    def clean(self, value: Any) -> Any:
        """Refuse a table that cannot be drawn, and say each thing that is amiss."""
        cleaned = super().clean(self._with_pasted(value))
        if wrong := faults_of(cleaned["figures"]):
            errors = {"figures": ValidationError(wrong)}
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def _with_pasted(self, value: Any) -> Any:
        """Return the value with the rows that were pasted as its figures."""
        pasted = value["pasted"] or ""
        if not pasted.strip():
            return value
        try:
            headings, *rows = rows_of(pasted)
        except PastedRowsError as error:
            errors = {"pasted": ValidationError(str(error))}
            raise StructBlockValidationError(block_errors=errors) from error
        table = {
            "columns": [{"type": "text", "heading": each} for each in headings],
            "rows": [{"values": row} for row in rows],
            "caption": "",
        }
        figures = self.child_blocks["figures"].to_python(table)
        return blocks.StructValue(self, {**value, "figures": figures, "pasted": ""})


class EmbedBlock(blocks.StructBlock):
    """A link to something elsewhere; readers are never sent there unasked."""

    href = blocks.URLBlock(label="Address (https)")
    title = blocks.CharBlock(max_length=200)

    class Meta:
        """How the editor sees it."""

        icon = "link-external"
        label = "Embed"


class BodyBlock(blocks.StreamBlock):
    """A story's body."""

    paragraph = blocks.RichTextBlock(features=INLINE, icon="pilcrow")
    crosshead = blocks.CharBlock(max_length=140, icon="title")
    quote = QuoteBlock()
    list = ListItemsBlock()
    picture = PictureInBodyBlock()
    gallery = GalleryBlock()
    facts = FactsBlock()
    timeline = TimelineBlock()
    chart = ChartBlock()
    table = TypedTableBlock([("text", blocks.CharBlock(required=False))], icon="table")
    embed = EmbedBlock()
    pre = blocks.TextBlock(
        icon="code", label="As typed", help_text="Results, tables of plain text."
    )

    class Meta:
        """At most one gallery: it has the story's one page of pictures."""

        block_counts: ClassVar = {"gallery": {"max_num": 1}}
