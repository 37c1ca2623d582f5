"""Files in every format with words in them that no reader may see.

``FORMATS[name](secrets)`` writes one; which words were hidden is in ``secrets``.
"""

import html
import json

from support.newsml1_files import lines, news_item, newsline, newsml1, part, text
from support.nitf_files import nitf
from support.photographs import dataset, packet, with_iim
from support.samples_g2 import data, item
from support.samples_g2 import page as inline
from support.secret_markup import COPY, NAMES, Secrets, page

CREATED = "2026-11-03T09:00:00+01:00"


def newsml_g2(secrets: Secrets) -> bytes:
    """Hide in renditions, metadata, notes, comments, classes and attributes."""
    dice, say = secrets.dice, lambda: html.escape(secrets.say())
    name = dice.choice(NAMES).split()[-1]
    others = [
        lambda: data(say(), rest='pubconstraint="c:nonpublic"'),
        lambda: data(say(), rest=f'rendition="x:{name}"'),
        lambda: data(say(), rest=f'role="x:{name}"'),
        lambda: data(say(), rest='rendition="x:some-desk-list"'),
        lambda: inline(f"<p>{say()}</p>").replace(
            "<inlineXML", '<inlineXML pubconstraint="x:y"', 1
        ),
        lambda: f"<!-- {say()} -->",
        lambda: f"<?desk {say()}?>",
    ]
    tag = dice.choice(("headline", "by", "dateline", "description", "slugline"))
    metas = [
        lambda: f'<{tag} pubconstraint="c:x">{say()}</{tag}>',
        lambda: f"<!-- {say()} -->",
        lambda: f'<keyword pubconstraint="c:x">{say()}</keyword>',
        lambda: (
            f"<contributor><name>Ada</name><contactInfo><email>{say()}</email>"
            f"<phone>{say()}</phone></contactInfo></contributor>"
        ),
        lambda: f'<located desk="{say()}"><name>Turku</name></located>',
    ]
    notes = [
        lambda: f'<edNote pubconstraint="c:nonpublic">{say()}</edNote>',
        lambda: f'<edNote role="x:{name}">{say()}</edNote>',
        lambda: f"<edNote>{html.escape(secrets.note())}</edNote>",
        lambda: f'<edNote role="x:editorial">{html.escape(secrets.note())}</edNote>',
    ]
    body = [inline(page(secrets))]
    body += [dice.choice(others)() for _ in range(dice.randint(0, 3))]
    dice.shuffle(body)
    content_meta = ["<headline>Ferry leaves harbour</headline>"]
    content_meta += [dice.choice(metas)() for _ in range(dice.randint(0, 2))]
    return item(
        guid=f"urn:example:g2:{dice.getrandbits(48)}",
        created=CREATED,
        meta="".join(dice.choice(notes)() for _ in range(dice.randint(0, 3))),
        content_meta="".join(content_meta),
        content="".join(body),
    ).encode()


def newsml_1(secrets: Secrets) -> bytes:
    """Hide in components by role, notes in lines, comments and administration."""
    dice, say = secrets.dice, lambda: html.escape(secrets.say())
    roles = ("Contact", "Contacts", "Internal", "NonPublic", "Private note", "Notepad")
    copy = page(secrets)
    body = f"<![CDATA[{copy}]]>" if dice.random() < 0.4 and "]]>" not in copy else copy
    parts = [
        lambda: part(text(f"<p>{say()}</p>"), role=dice.choice(roles)),
        lambda: part(part(text(f"<p>{say()}</p>"), role="Main"), role="Internal"),
        lambda: f"<!-- {say()} -->",
        lambda: (
            "<AdministrativeMetadata><Contributor><Comment FormalName='desk'>"
            f"{html.escape(secrets.note())}</Comment></Contributor></AdministrativeMetadata>"
        ),
        lambda: f"<Comment>{html.escape(secrets.note())}</Comment>",
    ]
    said = [
        lambda: newsline("AdvisoryLine", html.escape(secrets.note())),
        lambda: newsline("EditorialNote", html.escape(secrets.note())),
        lambda: newsline("ContactLine", say()),
    ]
    head = lines(headline="Ferry leaves harbour").replace(
        "</NewsLines>",
        "".join(dice.choice(said)() for _ in range(dice.randint(0, 2)))
        + "</NewsLines>",
    )
    inner = [part(text(body), role="Main")]
    inner += [dice.choice(parts)() for _ in range(dice.randint(0, 3))]
    dice.shuffle(inner)
    return newsml1(news_item(part(head, *inner))).encode()


def nitf_file(secrets: Secrets) -> bytes:
    """Hide in notes, messages to editors, the end of the body and meta data."""
    dice, say = secrets.dice, lambda: html.escape(secrets.say())
    notes = [
        lambda: (
            f"<note><body.content><p>{html.escape(secrets.note())}</p>"
            "</body.content></note>"
        ),
        lambda: f"<note type='npa'><p>{say()}</p></note>",
        lambda: f"<note class='np-desk'><p>{say()}</p></note>",
        lambda: f"<block class='internal'><p>{say()}</p></block>",
        lambda: f"<!-- {say()} -->",
        lambda: f"<?desk {say()}?>",
    ]
    content = page(secrets) + "".join(
        dice.choice(notes)() for _ in range(dice.randint(0, 2))
    )
    docdata = [
        lambda: f'<ed-msg info="{html.escape(secrets.note())}"/>',
        lambda: f"<!-- {say()} -->",
    ]
    return nitf(
        doc_id=f'<doc-id regsrc="ACME" id-string="acme:{dice.getrandbits(48)}"/>',
        docdata=dice.choice(docdata)(),
        meta=f'<meta name="editor" content="{say()}"/>',
        after_docdata=f'<revision-history comment="{say()}" name="{say()}"/>',
        content=content,
        end=f"<tagline><a href='mailto:{say()}'>{say()}</a></tagline>",
        issued="20261103T090000+0100",
    ).encode()


def ninjs_file(secrets: Secrets) -> bytes:
    """Hide in bodies and descriptions by role, notes, unknown properties."""
    dice = secrets.dice
    document = {
        "uri": f"urn:example:ninjs:{dice.getrandbits(48)}",
        "type": "text",
    }
    copy = page(secrets, instructions=False)
    role = dice.choice(("internal", "nonpublic", "notepad", "contacts", "desknote"))
    if dice.random() < 0.5:
        document |= {
            "versioncreated": CREATED,
            "headline": "Ferry leaves harbour",
            "body_html": copy,
            f"body_{role}": secrets.say(),
            "ednote": secrets.note(),
            "description_internal": secrets.say(),
            "desk_phone": secrets.say(),
        }
    else:
        bodies = [
            {"role": "main", "contentType": "text/html", "value": copy},
            {"role": role, "contentType": "text/html", "value": secrets.say()},
        ]
        dice.shuffle(bodies)
        document |= {
            "versionCreated": CREATED,
            "headlines": [
                {"role": "internal", "value": secrets.say()},
                {"role": "main", "value": "Ferry leaves harbour"},
            ],
            "bodies": bodies,
            "descriptions": [{"role": "internal", "value": secrets.say()}],
            "edNote": secrets.note(),
            "deskNote": secrets.say(),
        }
    return json.dumps(document).encode()


def ap_media(secrets: Secrets) -> bytes:
    """Hide in notes, of the story and of its picture, and unknown properties."""
    story = {
        "uri": f"https://api.example/{secrets.dice.getrandbits(48)}",
        "altids": {"itemid": "f00d", "etag": "f00d_1"},
        "version": 1,
        "type": "text",
        "versioncreated": CREATED,
        "headline": "Ferry leaves harbour",
        "ednote": secrets.note(),
        "desknote": secrets.say(),
        "editor": {"name": secrets.say(), "phone": secrets.say()},
        "associations": {
            "1": {
                "uri": "https://api.example/pic",
                "altids": {"itemid": "beef"},
                "type": "picture",
                "description_caption": "A ferry.",
                "ednote": secrets.note(),
                "renditions": {
                    "main": {
                        "href": "https://api.example/a.jpg",
                        "mimetype": "image/jpeg",
                    }
                },
            }
        },
    }
    return json.dumps({"data": {"item": story}}).encode()


def rbnews(secrets: Secrets) -> bytes:
    """Hide in notes, contacts, comments and the escaped HTML."""
    dice, say = secrets.dice, lambda: html.escape(secrets.say())
    return (
        f"<RBNews><NewsItem><Id>{dice.getrandbits(40)}</Id><Version>1</Version>"
        f"<PublishDate>2026-11-03 09:00</PublishDate><!-- {say()} -->"
        f"<Note><Text>{html.escape(secrets.note())}</Text></Note>"
        f"<ContactInfo><Text>{say()}</Text></ContactInfo>"
        f"<InternalNote>{say()}</InternalNote>"
        "<Headline>Ferry leaves harbour</Headline>"
        f"<Text>{html.escape(page(secrets))}</Text></NewsItem></RBNews>"
    ).encode()


def iptc_7901(secrets: Secrets) -> bytes:
    """Hide in the notebook, with its headings or in any language."""
    dice = secrets.dice
    heading = dice.choice(
        (
            "# Notizblock\n\n* * * *\nDie folgenden Informationen sind nicht zur"
            " Veröffentlichung\nbestimmt\n",
            "# Notebook\n\n* * * *\nThe following information is not intended for\n"
            "publication\n",
            "# Notizblock\n",
            "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt\n",
            "The following information is not for publication\n",
        )
    )
    section = dice.choice(
        ("## Ansprechpartner", "## dpa-Kontakte", "## Kontakte", "## Contacts")
    )
    note = f"\n{heading}\n{section}\n- {secrets.say()}\n- Autor: {secrets.say()}\n"
    copy = "\n\n".join(("Bremen (dpa) - " + COPY[0], *COPY[1:]))
    number = dice.randint(1, 9999)
    controls = "\x01", "\x02", "\x03"
    soh, stx, etx = controls if dice.random() < 0.7 else ("", "", "")
    message = (
        f"{soh}bdt{number:04} 4 vm 211  dpa {number:04}\n\nVerkehr/Bremen/\n"
        f"{stx}Fähre verlässt den Hafen =\n\n{copy}\n{note}\ndpa mm yyno n1 abc\n"
        f"{etx}030900 Nov 26\n"
    )
    return message.encode(dice.choice(("utf-8", "latin-1")))


def anpa_1312(secrets: Secrets) -> bytes:
    """Hide in notes to editors, ahead of the copy and inside it."""
    dice = secrets.dice
    number = f"a{dice.randint(1, 9999):04}"
    kind = dice.choice(("Eds:", "EDITORS:", "Editor's Note:", "ATTENTION EDITORS,"))
    inside = f"^Eds: {secrets.note()}<\n" if dice.random() < 0.5 else ""
    text_of = (
        f"\x16\x16\x01{number}\x1f---w\nr i\x13\x11 BC-Ferry-{number} 11-03 0521\n"
        f"\x02^BC-Ferry-{number},521<\n^Ferry leaves harbour<\n"
        f"^{kind} {secrets.note()}.<\n^By ADA SAMPLE=\n"
        f"   TURKU, Finland (AP) _ {COPY[0]}\n{inside}   {COPY[1]}\n   {COPY[2]}\n"
        "\x03AP-WF-11-03-26 0900GMT\n\x04"
    )
    return text_of.replace("\n", "\r\n").encode("latin-1", "replace")


def rss(secrets: Secrets) -> bytes:
    """Hide in comments, foreign elements and the HTML of the text."""
    dice, say = secrets.dice, lambda: html.escape(secrets.say())
    copy = page(secrets)
    body = html.escape(copy) if dice.random() < 0.5 else f"<![CDATA[{copy}]]>"
    tag = dice.choice(("description", "content:encoded"))
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:x="http://desk.example/ns"><channel><title>Harbour</title>'
        f"<link>https://example.org/</link><!-- {say()} --><?desk {say()}?>"
        f"<item><title>Ferry leaves harbour</title><guid>{dice.getrandbits(48)}</guid>"
        f"<pubDate>Tue, 03 Nov 2026 09:00:00 +0100</pubDate>"
        f"<x:internalNote>{say()}</x:internalNote><x:contact>{say()}</x:contact>"
        f"<{tag}>{body}</{tag}></item></channel></rss>"
    ).encode()


def atom(secrets: Secrets) -> bytes:
    """Hide in comments, an author's address and the content."""
    say, copy = lambda: html.escape(secrets.say()), page(secrets)
    inner = (
        f'<content type="html">{html.escape(copy)}</content>'
        if secrets.dice.random() < 0.5
        else '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"{copy}</div></content>"
    )
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>'
        f"<entry><id>urn:{secrets.dice.getrandbits(48)}</id><!-- {say()} -->"
        f"<title>Ferry leaves harbour</title><updated>{CREATED}</updated>"
        f"<author><name>Ada Sample</name><email>{say()}</email></author>{inner}"
        "</entry></feed>"
    ).encode()


def json_feed(secrets: Secrets) -> bytes:
    """Hide in extensions and the HTML."""
    entry = {
        "id": str(secrets.dice.getrandbits(48)),
        "title": "Ferry leaves harbour",
        "content_html": page(secrets, instructions=False),
        "date_published": CREATED,
        "_desk": {"note": secrets.say()},
    }
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Harbour",
            "_internal": secrets.say(),
            "items": [entry],
        }
    ).encode()


def jpeg(secrets: Secrets) -> bytes:
    """Hide in contacts and orders of IIM and XMP."""
    contact = (
        "<Iptc4xmpCore:CreatorContactInfo rdf:parseType='Resource'>"
        f"<Iptc4xmpCore:CiEmailWork>{html.escape(secrets.say())}"
        "</Iptc4xmpCore:CiEmailWork><Iptc4xmpCore:CiTelWork>"
        f"{html.escape(secrets.say())}</Iptc4xmpCore:CiTelWork>"
        "</Iptc4xmpCore:CreatorContactInfo>"
    )
    return with_iim(
        dataset(1, 90, b"\x1b%G"),
        dataset(2, 105, b"Ferry leaves harbour"),
        dataset(2, 120, b"A ferry at Turku."),
        dataset(2, 80, b"ADA SAMPLE"),
        dataset(2, 103, str(secrets.dice.getrandbits(48)).encode()),
        dataset(2, 40, secrets.note().encode()),
        dataset(2, 118, secrets.say().encode()),
        dataset(2, 122, secrets.say().encode()),
        dataset(2, 221, secrets.say().encode()),
        xmp=packet(contact),
    )


FORMATS = {
    "newsml-g2": newsml_g2,
    "newsml-1": newsml_1,
    "nitf": nitf_file,
    "ninjs": ninjs_file,
    "ap-media": ap_media,
    "rbnews": rbnews,
    "iptc-7901": iptc_7901,
    "anpa-1312": anpa_1312,
    "rss": rss,
    "atom": atom,
    "json-feed": json_feed,
    "jpeg": jpeg,
}
