"""What an editor can put into a story's body; named as ``news.block`` names it."""

from typing import ClassVar

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from dateline.news.block import FEWEST_PICTURES

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
    table = TypedTableBlock([("text", blocks.CharBlock(required=False))], icon="table")
    embed = EmbedBlock()
    pre = blocks.TextBlock(
        icon="code", label="As typed", help_text="Results, tables of plain text."
    )

    class Meta:
        """At most one gallery: it has the story's one page of pictures."""

        block_counts: ClassVar = {"gallery": {"max_num": 1}}
