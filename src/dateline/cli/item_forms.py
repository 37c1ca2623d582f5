"""The forms in which ``parse`` and ``export`` print an Item."""

from enum import StrEnum

from dateline.news.item import Item


class Form(StrEnum):
    """A form of output: our own JSON, ninjs 3.1, NewsML-G2 2.35."""

    DATELINE = "dateline"
    NINJS = "ninjs"
    NEWSML_G2 = "newsml-g2"


def written(item: Item, form: Form, *, file: str) -> str:
    """Return an Item in a form: a line of JSON, or a document of XML.

    The writers are imported here: a command's help needs no XML.
    """
    from dateline.wire.export_json import item_line
    from dateline.wire.export_newsml_g2 import newsml_g2
    from dateline.wire.export_ninjs import ninjs_line

    if form is Form.NINJS:
        return ninjs_line(item)
    if form is Form.NEWSML_G2:
        return newsml_g2(item).decode("utf-8")
    return item_line(item, file=file)
