"""What a browser sends from a story's form. Needs Django set up."""

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

URLS = "/admin/stories/"


def story_form(*, body=("The two leaders met.",), button="", **fields):
    """Return the form's data; ``button`` is "publish" or none for a draft."""
    blocks = [("paragraph", rich_text(f"<p>{text}</p>")) for text in body]
    data = {
        "headline": "Leaders meet at a hot spring",
        "slug": "",
        "standfirst": "",
        "located": "",
        "credit": "",
        "byline": "",
        "agency": "",
        "section": "world",
        "urgency": "5",
        "language": "en",
        "slugline": "",
        "ed_note": "",
        "lead_picture": "",
        "lead_caption": "",
        "embargoed_until": "",
        "go_live_at": "",
        "expire_at": "",
        "body": streamfield(blocks),
        **fields,
    }
    if button:
        data[f"action-{button}"] = button
    several = {name: data.pop(name) for name in ("cities", "topics") if name in data}
    return nested_form_data(data) | several
