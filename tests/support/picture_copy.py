"""Agency copy with pictures, of our own making; news that never was."""

import io

from PIL import Image

from support.copy import later

G2 = "http://iptc.org/std/nar/2006-10-01/"
HARBOUR = {
    "uri": "urn:example:pic-harbour",
    "headline": "A white ferry between two rows of fishing boats",
    "caption": "The last ferry of the season leaves Nagato, 15 December 2016.",
    "credit": "Acme/Aiko Mori",
    "href": "harbour.jpg",
}
CREW = {
    "uri": "urn:example:pic-crew",
    "headline": "Three sailors in orange coats coil a wet rope",
    "caption": "Crew at work on deck before the crossing.",
    "credit": "Acme/Aiko Mori",
    "href": "crew.jpg",
}


def jpeg(colour=(40, 90, 140), size=(1280, 800)):
    """Return a photograph of one colour, with a line in it."""
    picture = Image.new("RGB", size, colour)
    picture.paste((240, 240, 230), (0, size[1] // 2, size[0], size[1] // 2 + 12))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    return out.getvalue()


def picture_item(picture, *, version=1, minutes=0, status="usable", extra=""):
    """Return one picture as a NewsML-G2 news item."""
    terms = picture.get("terms", "")
    rights = f"<rightsInfo><usageTerms>{terms}</usageTerms></rightsInfo>"
    return (
        f'<newsItem xmlns="{G2}" guid="{picture["uri"]}" version="{version}"'
        ' standard="NewsML-G2" standardversion="2.35">'
        f"{rights if terms else ''}"
        '<itemMeta><itemClass qcode="ninat:picture"/>'
        f"<versionCreated>{later(minutes=minutes).isoformat()}</versionCreated>"
        f'<pubStatus qcode="stat:{status}"/>{extra}</itemMeta>'
        f"<contentMeta><headline>{picture['headline']}</headline>"
        f"<creditline>{picture['credit']}</creditline>"
        f'<description role="drol:caption">{picture["caption"]}</description>'
        "</contentMeta>"
        f'<contentSet><remoteContent href="{picture["href"]}"'
        ' contenttype="image/jpeg" rendition="rnd:highRes"/></contentSet></newsItem>'
    )


def text_item(*pictures, uri="urn:example:ferry", version=1, minutes=0, body=""):
    """Return a story as a NewsML-G2 news item that links to its pictures."""
    links = "".join(
        f'<link rel="irel:seeAlso" residref="{each["uri"]}">'
        '<itemClass qcode="ninat:picture"/></link>'
        for each in pictures
    )
    paragraphs = body or "".join(
        f"<p>The ferry made its crossing number {n} in calm weather.</p>"
        for n in range(1, 10)
    )
    return (
        f'<newsItem xmlns="{G2}" guid="{uri}" version="{version}"'
        ' standard="NewsML-G2" standardversion="2.35">'
        '<itemMeta><itemClass qcode="ninat:text"/>'
        f"<versionCreated>{later(minutes=minutes).isoformat()}</versionCreated>"
        f'<pubStatus qcode="stat:usable"/>{links}</itemMeta>'
        "<contentMeta><headline>Last ferry leaves Nagato</headline></contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{paragraphs}</body></html></inlineXML></contentSet></newsItem>"
    )


def message(*items):
    """Return several items as one NewsML-G2 news message."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="{G2}">'
        "<header/><itemSet>" + "".join(items) + "</itemSet></newsMessage>"
    ).encode()


def story_with(*pictures, **fields):
    """Return a story and its pictures as one message."""
    told = [picture_item(each) for each in pictures]
    return message(text_item(*pictures, **fields), *told)
