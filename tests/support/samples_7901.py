"""IPTC 7901 messages of our own invention, in the form dpa, ATS and Belga send.

Each: the bytes, and what a person says the fields must be. HIDDEN is in every
notebook, and may be in no body.
"""

HIDDEN = "+49 30 5550199"

NOTEBOOK = f"""
# Notizblock

## Redaktionelle Hinweise
- Zu diesem Text finden Sie Bilder im Angebot.

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

## Ansprechpartner
- Hafenamt, Ada Beispiel, {HIDDEN}, ada@hafen.example

## Kontakte
- Autor: Max Muster (Bremen), <muster@example.org>

dpa mm yyno n1 abc
"""

COPY = """Bremen (dpa) - Die Hafenbrücke in Bremen bleibt nach einem
Schiffsunfall bis zum Frühjahr gesperrt. Das teilte das Hafenamt mit.

Fußgänger dürfen die Brücke ab Montag wieder benutzen. Der Auto-
und Bahnverkehr wird über Delmenhorst geleitet.
"""
COPY_TEXT = (
    "Die Hafenbrücke in Bremen bleibt nach einem Schiffsunfall bis zum Frühjahr"
    " gesperrt. Das teilte das Hafenamt mit.\n\nFußgänger dürfen die Brücke ab Montag"
    " wieder benutzen. Der Auto- und Bahnverkehr wird über Delmenhorst geleitet."
)


def message(
    head: str,
    body: str = COPY,
    *,
    header: str = "bdt0157 3 vm 211  dpa 0157",
    slug: str = "Verkehr/Schifffahrt/Bremen/",
    notebook: str = NOTEBOOK,
    dtg: str = "241205 Sep 24",
) -> str:
    """Write one message with its control characters."""
    return (
        f"\x01{header}\r\n\r\n{slug}\r\n\x02{head} =\r\n\r\n"
        + (body + notebook).replace("\n", "\r\n")
        + f"\r\n\x03{dtg}\r\n\x7f\r\n\x7f\x04"
    )


def stripped(text: str) -> str:
    """Lose the control characters, as a recoding does."""
    kept = (c for c in text.replace("\r\n", "\n") if c >= " " or c == "\n")
    return "".join(c for c in kept if c != "\x7f")


SIMPLE = message("Hafenbrücke bis zum Frühjahr gesperrt")
BASE = {
    "service": "bdt",
    "sequence": "0157",
    "uri": "urn:dateline:dpa:bdt:2024-09-24:0157",
    "version_created": "2024-09-24T12:05:00+02:00",
    "headline": "Hafenbrücke bis zum Frühjahr gesperrt",
    "slugline": "Verkehr/Schifffahrt/Bremen",
    "keywords": ("Verkehr", "Schifffahrt", "Bremen"),
    "urgency": 3,
    "places": ("Bremen",),
    "credit": "dpa",
    "body_text": COPY_TEXT,
    "signals": (),
    "needs_human": "",
    "embargoed_until": None,
}

SAMPLES: dict[str, tuple[bytes, dict[str, object]]] = {
    "simple": (SIMPLE.encode(), BASE),
    "latin-1 bytes": (SIMPLE.encode("latin-1"), BASE),
    "stripped of controls": (stripped(SIMPLE).encode(), BASE),
    "stripped, latin-1": (stripped(SIMPLE).encode("latin-1"), BASE),
    "eil": (
        message(
            "(Eil \x07\x07\x07\x07\x07)\r\nHafenbrücke bis zum Frühjahr gesperrt",
            header="bdt0158 2 vm 41  dpa 0158",
        ).encode(),
        BASE
        | {
            "signals": ("alert",),
            "urgency": 2,
            "sequence": "0158",
            "uri": "urn:dateline:dpa:bdt:2024-09-24:0158",
            "genres": ("Eil",),
        },
    ),
    "correction over two lines": (
        message(
            "(Berichtigung: Im zweiten Absatz muss es richtig Delmenhorst\r\n"
            "heißen, nicht Bremerhaven.)\r\n(Zusammenfassung 1200)\r\n"
            "Hafenbrücke bis zum Frühjahr\r\ngesperrt - Umleitung über\r\nDelmenhorst"
            "\r\nVon Ada Beispiel und Max Muster,\r\ndpa\r\n(Foto Archiv)"
        ).encode(),
        BASE
        | {
            "headline": (
                "Hafenbrücke bis zum Frühjahr gesperrt - Umleitung über Delmenhorst"
            ),
            "correction_note": (
                "Berichtigung: Im zweiten Absatz muss es richtig Delmenhorst heißen,"
                " nicht Bremerhaven."
            ),
            "byline": "Von Ada Beispiel und Max Muster, dpa",
            "signals": ("correction",),
        },
    ),
    "repeat": (
        message(
            "(Wiederholung: Ort ergänzt)\r\nHafenbrücke bis zum Frühjahr gesperrt"
        ).encode(),
        BASE | {"signals": ("repeat",)},
    ),
    "embargo in the head": (
        message(
            "(Sperrfrist 25. September 11.30 Uhr - Nicht vor 25.09.2024, 11:30 Uhr\r\n"
            "verwenden)\r\nHafenbrücke bis zum Frühjahr gesperrt"
        ).encode(),
        BASE | {"embargoed_until": "2024-09-25T11:30:00+02:00"},
    ),
    "embargo without a date": (
        message(
            "(Sperrfrist 18 Uhr)\r\nHafenbrücke bis zum Frühjahr gesperrt"
        ).encode(),
        BASE
        | {
            "embargoed_until": "2024-09-24T18:00:00+02:00",
            "needs_human": (
                "an embargo in words is not certain (no date): 'Sperrfrist 18 Uhr'"
            ),
        },
    ),
    "kill": (
        message(
            "\x07\x07\x07\x07\x07KILL KILL KILL",
            "Bitte verwenden Sie die Meldung nicht.\n\n"
            'Please kill item dpa 157 "Hafenbrücke bis zum Frühjahr gesperrt" of\n'
            "Sept 24. The accident did not happen.\n",
            header="bdt0163 2 vm 20  dpa 0163",
            dtg="241230 Sep 24",
        ).encode(),
        {
            "headline": "KILL KILL KILL",
            "signals": ("kill-notice",),
            "needs_human": "a kill in words: find the story it means",
            "victims": (
                ("sequence", "157"),
                ("headline", "Hafenbrücke bis zum Frühjahr gesperrt"),
            ),
        },
    ),
    "hold": (
        message(
            "HOLD HOLD HOLD", "Please hold item dpa 157 until further notice.\n"
        ).encode(),
        {"signals": ("kill-notice",), "victims": (("sequence", "157"),)},
    ),
    "preview": (
        message(
            "(Vorschau)\r\nThemen am Mittwoch",
            "BREMEN\nBesuch im Hafen\n+ 1000 Rundgang\n",
        ).encode(),
        {"signals": ("advisory",), "headline": "Themen am Mittwoch"},
    ),
    "imprint": (
        message("Impressum", "Herausgeber: die Agentur\n").encode(),
        {"signals": ("advisory",)},
    ),
    "english lead": (
        message(
            "2ND LEAD Bridge in Bremen closed\r\nuntil spring\r\nBy Ada Sample, dpa",
            "Bremen (dpa) - The harbour bridge stays closed, the port said on\n"
            "Tuesday.\n",
            header="eca062 4 i 211",
            slug="Transport/Germany/",
            notebook=(
                "\n# Notebook\n\n* * * *\nThe following information is not intended "
                f"for\npublication\n\n## dpa Contacts\n- Ada Sample, {HIDDEN}\n"
            ),
        ).encode(),
        {
            "uri": "urn:dateline:dpa:eca:2024-09-24:0062",
            "version": "2ND LEAD",
            "headline": "Bridge in Bremen closed until spring",
            "byline": "By Ada Sample, dpa",
            "signals": ("update",),
            "body_text": "The harbour bridge stays closed, the port said on Tuesday.",
        },
    ),
    "swiss, in French": (
        message(
            "Le pont du port reste fermé",
            "Genève (ats) - Le pont du port reste fermé jusqu'au printemps, a\n"
            "annoncé la ville. «Nous regrettons», dit le maire.\n",
            header="bsf036 4 int 120",
            slug="Transports/Genève",
            notebook="",
            dtg="311730 Déc 24",
        ).encode("latin-1"),
        {
            "version_created": "2024-12-31T17:30:00+01:00",
            "uri": "urn:dateline:dpa:bsf:2024-12-31:0036",
            "places": ("Genève",),
            "credit": "ats",
            "body_text": (
                "Le pont du port reste fermé jusqu'au printemps, a annoncé la ville."
                " «Nous regrettons», dit le maire."
            ),
        },
    ),
    "belgian take": (
        message(
            "Le pont du port reste fermé (3DER)",
            "BRUXELLES 24/09 (BELGA) = Le pont reste fermé, selon le port.\n",
            header="BEL0412 4 pol 90",
            slug="TRANSPORT/PORT/",
            notebook="",
        ).encode(),
        {
            "service": "bel",
            "headline": "Le pont du port reste fermé",
            "headline_prefix": "(3DER)",
            "signals": ("update",),
            "places": ("BRUXELLES",),
            "body_text": "Le pont reste fermé, selon le port.",
        },
    ),
    "belgian correction": (
        message(
            "COR 703 Le pont du port reste fermé",
            "BRUXELLES 24/09 (BELGA) = Le pont reste fermé, selon le port.\n",
            header="BEL0415 4 pol 90",
            notebook="",
        ).encode(),
        {"headline": "Le pont du port reste fermé", "signals": ("correction",)},
    ),
    "results, a table and lists": (
        message(
            "Ergebnisse vom Hafenlauf",
            "6. Lauf:\n\n| Platz | Name  | Zeit |\n|-------|-------|------|\n"
            "| 1.    | Muster | 31:05 |\n| 2.    | Probe | 31:40 |\n\n"
            "Frauen:\nAda Beispiel - Eva Muster 6:4\nUte Probe - Ina Test 6:2\n\n"
            "  1. Start\n  2. Ziel am\nMarkt\n\n  * Regen\n  * Wind\n",
            header="spe0012 3 sp 78  dpa-spe 0012",
            notebook="\n# Notizblock\n\n\n",
        ).encode(),
        {
            "kinds": ("paragraph", "table", "paragraph", "list", "list"),
            "body_text": (
                "6. Lauf:\n\nPlatz\tName\tZeit\n1.\tMuster\t31:05\n2.\tProbe\t31:40\n\n"
                "Frauen:\nAda Beispiel - Eva Muster 6:4\nUte Probe - Ina Test 6:2\n\n"
                "Start\nZiel am Markt\n\nRegen\nWind"
            ),
        },
    ),
    "standfirst and crosshead": (
        message(
            "Hafenbrücke bis zum Frühjahr gesperrt",
            "Ein Schiff hat die Brücke beschädigt. Pendler müssen warten.\n\n"
            + COPY
            + "\nUmleitung bis März\n\nDie Umleitung ist nach Angaben der Behörde"
            " ausgeschildert und bleibt\nbestehen, bis die Arbeiten enden.\n",
        ).encode(),
        BASE
        | {
            "standfirst": (
                "Ein Schiff hat die Brücke beschädigt. Pendler müssen warten."
            ),
            "kinds": ("paragraph", "paragraph", "crosshead", "paragraph"),
            "body_text": COPY_TEXT
            + "\n\nUmleitung bis März\n\nDie Umleitung ist nach Angaben der Behörde"
            " ausgeschildert und bleibt bestehen, bis die Arbeiten enden.",
        },
    ),
    "a headline that begins with Von": (
        message("Von Wagner bis Verdi:\r\nVon Mensch zu Mensch gesungen").encode(),
        BASE | {"headline": "Von Wagner bis Verdi: Von Mensch zu Mensch gesungen"},
    ),
}
