"""ANPA 1312 messages of our own invention, in the form AP and Kyodo send.

Each: the bytes, and what a person says the fields must be.
"""

HIDDEN = "call the desk at 555-0199"

COPY = """   ATLANTA (AP) _ The Hawks won in overtime Wednesday, and the ``home
crowd'' stayed to the end.
   ``We held on,'' coach Ada Sample said. Her team trailed by 7{ games.
   STILL STANDING
   The Heat play next on Friday.
   ___
"""
COPY_TEXT = (
    "The Hawks won in overtime Wednesday, and the “home crowd” stayed to the end.\n\n"
    "“We held on,” coach Ada Sample said. Her team trailed by 7½ games.\n\n"
    "STILL STANDING\n\nThe Heat play next on Friday."
)
SLUG = "BC-BKN--Heat-Hawks"


def message(
    lines: str,
    copy: str = COPY,
    *,
    number: str = "s0401",
    level: str = "r s",
    kind: str = "\x13\x11",
    keyword: str = "BC-BKN--Heat-Hawks",
    day: str = "11-13",
    footer: str = "AP-WF-11-13-13 1509GMT",
) -> bytes:
    """Write one message."""
    text = (
        f"\x16\x16\x01{number}\x1f---w\n{level}{kind} {keyword} {day} 0521\n"
        f"\x02{lines}\n{copy}\x03{footer}\n\x04"
    )
    return text.replace("\n", "\r\n").encode("latin-1")


FIRST = f"^{SLUG},521<\n^Hawks beat Heat in overtime<\n"
LINES = (
    FIRST + f"^Eds: Adds quotes from the coach; {HIDDEN}.<\n"
    "^AP Photo GAJB101, GAJB102-104<\n^By ADA SAMPLE=\n^AP Sports Writer="
)
STORY = message(LINES)
BASE = {
    "service": "s",
    "sequence": "s0401",
    "uri": "urn:dateline:ap:anpa:2013-11-13:bc-bkn-heat-hawks",
    "version": "",
    "version_created": "2013-11-13T15:09:00+00:00",
    "headline": "Hawks beat Heat in overtime",
    "slugline": SLUG,
    "keywords": ("BKN", "Heat", "Hawks"),
    "urgency": 4,
    "byline": "By ADA SAMPLE",
    "places": ("ATLANTA",),
    "credit": "AP",
    "body_text": COPY_TEXT,
    "kinds": ("paragraph", "paragraph", "crosshead", "paragraph"),
    "signals": ("update",),
    "needs_human": "",
    "embargoed_until": None,
    "pub_status": "usable",
}
PLAIN = BASE | {"byline": "", "signals": ()}
ADVANCE = "an embargo in words is not certain"
WEATHER = """City;Hi;Lo;Prc;Otlk<
Albany,N.Y.;51;34;;Cldy<
Albuquerque;61;38;;Clr<
Anchorage;27;19;.03;Sn<
"""
AGATE = """   MIAMI (91)
James 8-16 4-4 21, Bosh 7-12 5-5 19.<
ATLANTA (98)
Horford 9-14 2-2 20, Teague 6{-12 7-8 19.<
"""

SAMPLES: dict[str, tuple[bytes, dict[str, object]]] = {
    "story": (STORY, BASE),
    "writethru": (
        message(
            FIRST.replace(",521", ", 1st Ld-Writethru,531"),
            keyword="BC-BKN--Heat-Hawks, 1st Ld-Writethru",
            number="s0417",
            footer="AP-WF-11-13-13 1610GMT",
        ),
        PLAIN
        | {
            "version": "1st Ld-Writethru",
            "sequence": "s0417",
            "version_created": "2013-11-13T16:10:00+00:00",
            "signals": ("writethru",),
        },
    ),
    "past midnight in Greenwich, one evening in New York": (
        message(
            FIRST.replace(",521", ", 4th Ld-Writethru,640"),
            footer="AP-WF-11-14-13 0212GMT",
        ),
        PLAIN
        | {
            "version": "4th Ld-Writethru",
            "version_created": "2013-11-14T02:12:00+00:00",
            "signals": ("writethru",),
        },
    ),
    "urgent correction": (
        message(
            FIRST.replace(",521", ", 2nd Ld-Writethru,531")
            + "^Eds: CORRECTS score to 98-91, sted 98-90.<",
            level="u s",
        ),
        PLAIN
        | {
            "urgency": 3,
            "version": "2nd Ld-Writethru",
            "signals": ("writethru", "correction"),
        },
    ),
    "news alert": (
        message(
            "^BC-APNewsAlert,0021<",
            "   ATLANTA (AP) _ Hawks win in overtime.\n",
            number="a0777",
            level="b a",
            keyword="BC-APNewsAlert",
        ),
        {
            "uri": "urn:dateline:ap:anpa:2013-11-13:bc-apnewsalert:a0777",
            "signals": ("alert",),
            "urgency": 2,
            "body_text": "Hawks win in overtime.",
            "genres": ("APNewsAlert",),
        },
    ),
    "kill": (
        message(
            f"^{SLUG}, KILL,60<\n^BULLETIN KILL<",
            "   ATLANTA (AP) _ Kill the AP story slugged BC-BKN--Heat-Hawks, s0401,\n"
            "headlined ``Hawks beat Heat in overtime.'' The game was not played.\n",
            number="s0433",
            level="b s",
            footer="AP-WF-11-13-13 1801GMT",
        ),
        {
            "uri": BASE["uri"],
            "version": "KILL",
            "signals": ("kill-notice",),
            "urgency": 2,
            "needs_human": "a kill in words: find the story it means",
            "victims": (
                ("sequence", "s0401"),
                ("slugline", "BC-BKN--Heat-Hawks"),
                ("headline", "Hawks beat Heat in overtime"),
            ),
        },
    ),
    "hold for release": (
        message(FIRST + "^HFR Sunday, Nov. 17, 12:01 a.m. EST<"),
        PLAIN | {"embargoed_until": "2013-11-17T00:01:00-05:00"},
    ),
    "advance with a day but no hour": (
        message(FIRST + "^ADVANCE FOR SUNDAY, NOV. 17, AND THEREAFTER<", level="a s"),
        PLAIN
        | {
            "urgency": 6,
            "signals": ("advance",),
            "embargoed_until": "2013-11-17T00:00:00-05:00",
            "needs_human": (
                "an embargo in words is not certain (no hour):"
                " 'ADVANCE FOR SUNDAY, NOV. 17, AND THEREAFTER'"
            ),
        },
    ),
    "advance that says nothing": (
        message(FIRST, level="a s"),
        PLAIN
        | {
            "urgency": 6,
            "signals": ("advance",),
            "needs_human": "an advance that does not say until when",
        },
    ),
    "weather table": (
        message(
            "^BC-WEA--US Temps,0210<\n^Temperatures in U.S. cities<",
            WEATHER,
            number="w0031",
            level="d w",
            kind="\x14\x12",
            keyword="BC-WEA--US Temps",
        ),
        {
            "headline": "Temperatures in U.S. cities",
            "slugline": "BC-WEA--US Temps",
            "uri": "urn:dateline:ap:anpa:2013-11-13:bc-wea-us-temps",
            "urgency": 5,
            "kinds": ("table",),
            "body_text": (
                "City\tHi\tLo\tPrc\tOtlk\nAlbany,N.Y.\t51\t34\t\tCldy\n"
                "Albuquerque\t61\t38\t\tClr\nAnchorage\t27\t19\t.03\tSn"
            ),
        },
    ),
    "box score": (
        message(
            "^BC-BKN--Heat-Hawks,Box,88<\n^Heat-Hawks, Box<",
            AGATE,
            level="d s",
            kind="\x14\x12",
            keyword="BC-BKN--Heat-Hawks,Box",
        ),
        {
            "kinds": ("pre",),
            "body_text": (
                "   MIAMI (91)\nJames 8-16 4-4 21, Bosh 7-12 5-5 19.\nATLANTA (98)\n"
                "Horford 9-14 2-2 20, Teague 6½-12 7-8 19."
            ),
            "uri": "urn:dateline:ap:anpa:2013-11-13:bc-bkn-heat-hawks-box",
        },
    ),
    "add": (
        message(
            FIRST.replace(",521", ", 1st Add,210"),
            "   ATLANTA: on Friday.\n   The season ends in April.\n",
        ),
        {
            "uri": f"{BASE['uri']}:1st-add",
            "version": "1st Add",
            "needs_human": "a part of a story and no version of it: 1st Add",
        },
    ),
    "advisory": (
        message(
            "^BC-AP Sports Digest,0400<\n^Sports stories at 5 p.m.<",
            "   The supervisor is Max Sample.\n",
            keyword="BC-AP Sports Digest",
        ),
        {"signals": ("advisory",), "headline": "Sports stories at 5 p.m."},
    ),
    "Kyodo, day first": (
        message(
            "^BC-JPN--Harbor-Bridge,120<\n^Harbor bridge reopens in Saitama<",
            "   SAITAMA, Japan, Dec. 9 Kyodo - A bridge reopened Monday.\n   ==Kyodo\n",
            number="k0012",
            level="r i",
            keyword="BC-JPN--Harbor-Bridge",
            day="09-12",
            footer="KYODO-09-12-13 0230GMT",
        ),
        {
            "version_created": "2013-12-09T02:30:00+00:00",
            "uri": "urn:dateline:ap:anpa:2013-12-09:bc-jpn-harbor-bridge",
            "places": ("SAITAMA, Japan",),
            "credit": "Kyodo",
            "body_text": "A bridge reopened Monday.",
            "warnings": (),
        },
    ),
    "day first, without a doubt": (
        message(FIRST, day="13-11", footer="KYODO-13-11-13 1509GMT"),
        PLAIN | {"warnings": ()},
    ),
    "a dateline with a country and a dash": (
        message(
            "^BC-LT--Argentina-Bridge,90<\n^Bridge reopens<",
            "   BUENOS AIRES, Argentina (AP) _ A bridge _ the oldest _ reopened.\n",
            keyword="BC-LT--Argentina-Bridge",
        ),
        {
            "places": ("BUENOS AIRES, Argentina",),
            "body_text": "A bridge — the oldest — reopened.",
        },
    ),
    "a story about a kill and an embargo": (
        message(
            "^BC-US--Embargo,90<\n^Embargo on steel to end; hunters kill fewer deer<",
            "   CHATHAM, Mass. (AP) _ The embargo until 2020 is over, and hunters\n"
            "kill fewer deer.\n",
            keyword="BC-US--Embargo",
        ),
        {
            "signals": (),
            "needs_human": "",
            "embargoed_until": None,
            "places": ("CHATHAM, Mass.",),
        },
    ),
}
