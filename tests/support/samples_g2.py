"""NewsML-G2 in the forms of agencies; every sentence is our own invention.

Each sample is the file, the rules of its source, and what its fields must be.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from dateline.wire.source import SourceRules
from support.wire_files import NAMESPACE

NITF = "http://iptc.org/std/NITF/2006-10-18/"
NAIVE = SourceRules(name="north", zone=ZoneInfo("Europe/Helsinki"))
PLAIN = SourceRules(name="acme")
SCOOP = SourceRules(name="isles", zone=ZoneInfo("Pacific/Auckland"))


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A file of an agency's form and the fields of its first Item."""

    text: str | bytes
    expected: dict[str, object]
    rules: SourceRules = PLAIN
    warnings: tuple[str, ...] = field(default=())

    @property
    def raw(self) -> bytes:
        """Give the bytes."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()


def item(
    *,
    guid="urn:example:1",
    version='version="1"',
    created="2016-12-15T09:00:00Z",
    meta="",
    content_meta="<headline>Ferry leaves</headline>",
    content="",
    item_class="ninat:text",
    before="",
):
    """Write a newsItem."""
    return (
        f'<newsItem xmlns="{NAMESPACE}" guid="{guid}" {version} xml:lang="en">'
        f"<catalogRef href='http://catalog.example/none.xml'/>{before}"
        f'<itemMeta><itemClass qcode="{item_class}"/>'
        f"<versionCreated>{created}</versionCreated>{meta}</itemMeta>"
        f"<contentMeta>{content_meta}</contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def page(body, kind="application/xhtml+xml"):
    """Write a page as inlineXML."""
    return (
        f'<inlineXML contenttype="{kind}"><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<body>{body}</body></html></inlineXML>"
    )


def nitf(content, *, head="", namespace=f' xmlns="{NITF}"'):
    """Write NITF as inlineXML, in its own namespace, in none or in the item's."""
    return (
        f'<inlineXML contenttype="application/nitf+xml"><nitf{namespace}><body>'
        f"<body.head>{head}</body.head><body.content>{content}</body.content></body>"
        "</nitf></inlineXML>"
    )


def data(text, *, kind="text/plain", rest=""):
    """Write inlineData."""
    return f'<inlineData contenttype="{kind}" {rest}>{text}</inlineData>'


SIGNED = (
    "<headline>UPDATE 2-Harbour opens after storm</headline><by>Joseph Sample</by>"
    "<dateline>2016-12-15T08:11:00Z</dateline>"
    '<located qcode="city:BLR"><name>Bangalore</name></located>'
    "<slugline>HARBOUR-STORM/</slugline>"
)
INDENTED = (
    "\n    By Joseph Sample\n    TURKU, Dec 15 (Reuters) - The harbour opened.\n"
    '    "We waited," said a captain.\n'
    "    (Reporting by Joseph Sample; Editing by Ada Sample)\n"
)
SAMPLES = {
    "reuters": Sample(
        text=item(
            guid="tag:reuters.com,0000:newsml_L4N1",
            version='version="1542761538"',
            meta='<pubStatus qcode="stat:usable"/>'
            '<link rel="irel:evolvedFrom" '
            'residref="tag:reuters.com,0000:newsml_L4N0"/>',
            content_meta=SIGNED,
            content=page(f"<p>{INDENTED}</p>"),
        ),
        expected={
            "uri": "tag:reuters.com,0000:newsml_L4N1",
            "version": "1542761538",
            "evolved_from": ("tag:reuters.com,0000:newsml_L4N0",),
            "headline": "Harbour opens after storm",
            "headline_prefix": "UPDATE 2",
            "signals": ("update",),
            "byline": "Joseph Sample",
            "places": ("TURKU",),
            "credit": "Reuters",
            "body_text": 'The harbour opened.\n\n"We waited," said a captain.',
        },
        warnings=("dateline: no place in",),
    ),
    "reuters kill": Sample(
        text=item(
            guid="tag:reuters.com,0000:newsml_L4N1",
            meta='<pubStatus qcode="stat:canceled"/>',
            content_meta="<headline>Harbour opens after storm</headline>",
            content=page(""),
        ),
        expected={"pub_status": "canceled", "headline": "Harbour opens after storm"},
    ),
    "lseg withdrawn": Sample(
        text=item(meta='<pubStatus qcode="stat:withdrawn"/>', content=page("<p>x</p>")),
        expected={"pub_status": "withheld", "signals": ("withdrawn",)},
    ),
    "stt embargo in its own time": Sample(
        text=item(
            guid="urn:newsml:stt.fi::102736761",
            created="2012-07-28T16:20:16",
            meta="<embargoed>2012-07-28T17:00:00</embargoed>"
            '<pubStatus qcode="stat:usable"/><link rel="irel:previousVersion" '
            'residref="urn:newsml:stt.fi::102736700"/>',
            content_meta="<headline>Lautta lähti</headline>"
            "<slugline>///KORJATTU 16.20/// LAUTTA</slugline>",
            content=page("<p>Lautta lähti ajoissa.</p>"),
        ),
        rules=NAIVE,
        expected={
            "version_created": "2012-07-28T16:20:16+03:00",
            "embargoed_until": "2012-07-28T17:00:00+03:00",
            "evolved_from": ("urn:newsml:stt.fi::102736700",),
            "needs_human": "",
            "pub_status": "usable",
        },
        warnings=("embargoed: no zone sent, read in Europe/Helsinki",),
    ),
    "stt without a zone anywhere": Sample(
        text=item(
            meta="<embargoed>2012-07-28T17:00:00</embargoed>", content=page("<p>x</p>")
        ),
        expected={"needs_human": "the embargo '2012-07-28T17:00:00' is not certain"},
        warnings=("embargoed: no zone sent and none set",),
    ),
    "tt in its own tags": Sample(
        text=item(
            version="",
            content_meta="<headline>Färjan gick</headline>",
            content='<inlineXML contenttype="application/ttnitf+xml"><TTNITF xmlns="">'
            "<HEAD><SLUGG>farja</SLUGG></HEAD><BODY><TEXT><RUBRIK>Färjan gick</RUBRIK>"
            "<DAT><ORT>Sjöfart</ORT><SOURCE>TT</SOURCE></DAT>"
            "<INGRESS>Färjan gick i tid.</INGRESS><BRODTEXT><P>Den var full.</P>"
            "<CITAT>Vi väntade, säger kaptenen.</CITAT><MELLIS>Ny tur</MELLIS>"
            '<P>Nästa går på fredag.</P></BRODTEXT><BILD SRC="https://example.org/a.jpg">'
            "Färjan i hamn</BILD></TEXT></BODY></TTNITF></inlineXML>",
        ),
        expected={
            "version": "",
            "kinds": (
                *("paragraph", "paragraph", "quote", "crosshead", "paragraph"),
                "picture",
            ),
            "body_text": "Färjan gick i tid.\n\nDen var full.\n\n"
            "Vi väntade, säger kaptenen.\n\nNy tur\n\nNästa går på fredag.\n\n"
            "Färjan i hamn",
        },
        warnings=("version: none sent",),
    ),
    "afp": Sample(
        text=item(
            guid="urn:newsml:afp.com:20140829:TX-PAR-XYZ1",
            created="20140829T134951+0000",
            content_meta="<headline>Storm hits coast</headline><by>Ada Sample</by>"
            "<dateline>STOCKHOLM, Aug 29, 2014 (AFP) -</dateline>"
            '<subject qcode="iptc:17005000"/><urgency>3</urgency>',
            content=page("<p>A storm hit the coast.</p><p>hh/ph/ts/hd</p>"),
        ),
        expected={
            "version_created": "2014-08-29T13:49:51+00:00",
            "places": ("STOCKHOLM",),
            "credit": "AFP",
            "body_text": "A storm hit the coast.",
            "stripped": ("hh/ph/ts/hd",),
            "urgency": 3,
        },
    ),
    "afp in nitf of the item's namespace": Sample(
        text=item(
            content=nitf(
                "<p>Copy.</p>",
                head="<hedline><hl1>Ferry leaves</hl1>"
                "</hedline><byline>By Ada Sample<byttl>Staff Reporter</byttl></byline>",
                namespace="",
            )
        ),
        expected={"byline": "By Ada Sample", "body_text": "Copy."},
    ),
    "nitf without a namespace": Sample(
        text=item(content=nitf("<p>Copy.</p>", namespace=' xmlns=""')),
        expected={"body_text": "Copy."},
    ),
    "belga located by reference": Sample(
        text=item(
            before='<assert qcode="loc:be:gent"><name>Gent</name></assert>',
            content_meta="<headline>Brug open</headline><located qcode='loc:be:gent'/>",
            content=data(
                "&lt;p&gt;De brug is open.&lt;/p&gt;&lt;p&gt;(3DER)&lt;/p&gt;"
            ),
        ),
        expected={"places": ("Gent",), "headline": "Brug open"},
    ),
    "scoop": Sample(
        text=item(
            meta='<embargoed/><pubStatus qcode="stat:usable"/>',
            content_meta="<headline>Ferry sold</headline><by>Staff Reporter</by>",
            content=page("<p>By Jonathan Sample</p><p>The ferry was sold.</p>"),
        ),
        rules=SCOOP,
        expected={
            "needs_human": "an embargo without a moment was sent",
            "byline": "By Jonathan Sample",
            "body_text": "The ferry was sold.",
        },
        warnings=("embargoed: sent empty", "byline: 'Staff Reporter' against"),
    ),
    "pa": Sample(
        text=item(
            created="2016-12-15T09:00:00+00:00",
            content_meta="<headline>Ferry late</headline><by>By Ada Sample</by>",
            content=page("<p>By Ada Sample</p><p>The ferry was late.</p><p>end</p>"),
        ),
        expected={"byline": "By Ada Sample", "body_text": "The ferry was late."},
    ),
    "pa teams": Sample(
        text=item(content=page("<pre>Turku   1\nNauvo   0</pre>")),
        expected={"kinds": ("pre",), "body_text": "Turku   1\nNauvo   0"},
    ),
    "solita, escaped twice": Sample(
        text=item(
            content=data(
                "&amp;lt;p&amp;gt;Yksi.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Kaksi."
                "&amp;lt;/p&amp;gt;",
                kind="text/html",
            )
        ),
        expected={"body_text": "Yksi.\n\nKaksi."},
    ),
    "opta, text without paragraphs": Sample(
        text=item(content=page("Turku won.<br/><br/>Nauvo lost.", kind="text/html")),
        expected={"body_text": "Turku won.\n\nNauvo lost."},
    ),
    "dpa with what is not public": Sample(
        text=item(
            meta='<edNote role="dpaednoterole:contacts" '
            'pubconstraint="dpapconstraint:nonpublic">Desk +49 555 0101</edNote>'
            '<edNote role="dpaednoterole:correctionshort">Name corrected.</edNote>',
            content_meta="<headline rank='1'>Fähre fährt</headline>"
            "<headline rank='3'>Hafen</headline><dateline>Turku (dpa) - </dateline>"
            "<by>Von Ada Sample, dpa</by>",
            content=data(
                "&lt;p&gt;Die Fähre fährt.&lt;/p&gt;",
                kind="text/html",
                rest='rendition="dpa:text"',
            )
            + data("Desk +49 555 0101", rest='rendition="dpa:nonpublic"'),
        ),
        expected={
            "body_text": "Die Fähre fährt.",
            "subheadline": "Hafen",
            "credit": "dpa",
            "correction_note": "Name corrected.",
            "notes": (
                ("nonpublic", "Desk +49 555 0101"),
                ("public", "Name corrected."),
                ("nonpublic", "Desk +49 555 0101"),
            ),
        },
    ),
    "content as base64": Sample(
        text=item(
            content=data(
                b64encode("<p>Färjan.</p>".encode()).decode(),
                kind="text/html",
                rest='encoding="enc:base64"',
            )
        ),
        expected={"body_text": "Färjan."},
    ),
    "a picture whose rights end": Sample(
        text=item(
            item_class="ninat:picture",
            before='<rightsInfo validto="2017-01-01T00:00:00Z"><usageTerms>NO ARCHIVES'
            "</usageTerms></rightsInfo>",
            content_meta='<headline>Ferry</headline><creator role="crol:photographer">'
            "<name>Ada Sample</name></creator>"
            '<description role="drol:caption">The ferry.</description>'
            '<signal qcode="sig:correction"/>',
            content='<remoteContent href="https://example.org/a.jpg" width="400" '
            'height="300" contenttype="image/jpeg" rendition="rnd:highRes"/>',
        ),
        expected={
            "kind": "picture",
            "rights_words": ("no archives", "until 2016-12-31"),
            "picture": ("The ferry.", "Ada Sample", 400),
        },
    ),
    "a video with its dope sheet": Sample(
        text=item(
            item_class="ninat:video",
            content_meta='<headline>Ferry</headline><description role="x:dopesheet">'
            'The ferry left.</description><description role="x:shotlist">Ferry. Sea.'
            "</description>",
            content='<remoteContent href="https://example.org/a.mp4"/>',
        ),
        expected={
            "kind": "video",
            "standfirst": "The ferry left.",
            "notes": (("internal", "Ferry. Sea."),),
        },
    ),
    "latin-1 that is UTF-8": Sample(
        text=b"<?xml version='1.0' encoding='iso-8859-1'?>"
        + item(content=page("<p>Décès à bord.</p>")).encode(),
        expected={"body_text": "Décès à bord."},
        warnings=("encoding: declared iso8859-1, read as UTF-8",),
    ),
    "a planning item": Sample(
        text=f'<planningItem xmlns="{NAMESPACE}" guid="urn:example:plan" version="1">'
        "<itemMeta><itemClass qcode='plinat:newscoverage'/><versionCreated>"
        "2016-12-15T09:00:00Z</versionCreated></itemMeta></planningItem>",
        expected={"kind": "planning", "body_text": ""},
    ),
}
