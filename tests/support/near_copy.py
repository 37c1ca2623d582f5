"""Invented copy of several agencies on the same events, and on others like them.

Each event is told by agencies that share sentences (a statement, a pool, a partner's
lead) in words of their own; beside it stand the same topic on another day or place,
and the same event in another language. Only the first are near-duplicates.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Told:
    """One agency's copy: headline and paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class Event:
    """An event as told by several agencies, and what only looks like it."""

    name: str
    alike: tuple[Told, ...]
    unlike: tuple[Told, ...]


def told(headline, text, *, language="en"):
    """Write one agency's copy; a blank line parts paragraphs."""
    paragraphs = tuple(" ".join(part.split()) for part in text.split("\n\n"))
    return Told(headline=headline, paragraphs=paragraphs, language=language)


BRIDGE = Event(
    name="bridge",
    alike=(
        told(
            "Old harbour bridge in Varnholm closed after cracks are found",
            """
        VARNHOLM, 3 May (Acme) - The old harbour bridge in Varnholm was closed
        to all traffic on Tuesday after inspectors found cracks in two of its
        main girders.

        The city's engineer, Lena Ostrow, said the cracks were found during a
        routine check and had not been there in the autumn.

        “We close it because we do not know how fast they grow, and we will
        not learn that with buses on it,” Ostrow told reporters at the foot of
        the bridge.

        Some 40,000 people cross it each day. Ferries run every ten minutes
        until further notice, and the northern ring road is open to lorries.
            """,
        ),
        told(
            "Cracks shut Varnholm harbour bridge",
            """
        The old harbour bridge in Varnholm was closed to all traffic on
        Tuesday after inspectors found cracks in two of its main girders, the
        city said.

        “We close it because we do not know how fast they grow, and we will
        not learn that with buses on it,” the city's engineer, Lena Ostrow,
        told reporters.

        She said the cracks were found during a routine check and had not been
        there in the autumn.

        Commuters queued for ferries from before dawn. Some 40,000 people
        cross it each day.
            """,
        ),
    ),
    unlike=(
        told(
            "Varnholm votes for new harbour bridge",
            """
        Varnholm's council voted on Thursday to build a new bridge over the
        harbour, eighteen months after the old one had to be taken down.

        The new bridge will carry trams and cyclists but no lorries, and is to
        cost 210 million crowns, most of it paid by the region.

        Opponents had asked for a tunnel. “A tunnel is a bridge that you
        cannot see, at three times the price,” said the mayor, Jon Brekke.

        Work begins in spring and is to last four years, during which ferries
        go on running every ten minutes.
            """,
        ),
        told(
            "Risse in der alten Hafenbrücke von Varnholm",
            """
        Die alte Hafenbrücke in Varnholm ist am Dienstag für jeden Verkehr
        gesperrt worden, nachdem Prüfer Risse in zwei Hauptträgern gefunden
        hatten.

        Stadtingenieurin Lena Ostrow sagte, die Risse seien bei einer
        gewöhnlichen Prüfung entdeckt worden und im Herbst noch nicht da
        gewesen.

        „Wir sperren sie, weil wir nicht wissen, wie schnell sie wachsen“,
        sagte Ostrow am Fuß der Brücke. Täglich überqueren sie 40.000
        Menschen.
            """,
            language="de",
        ),
    ),
)

RATES = Event(
    name="rates",
    alike=(
        told(
            "Central bank of Orrin holds rates at 4.25 percent, sees slower growth",
            """
        The central bank of Orrin left its main interest rate unchanged at
        4.25 percent on Wednesday, as most economists had expected, and cut
        its forecast of growth.

        “Inflation is on its way to our target, but it has not arrived,”
        Governor Pilar Anand said in a statement. “We will not declare the end
        of a journey at the last station but one.”

        The bank now expects the economy to grow by 1.1 percent this year,
        down from 1.6 percent in its forecast of March.

        The crown fell by a third of a percent against the dollar after the
        decision.
            """,
        ),
        told(
            "Orrin keeps rates on hold, trims growth outlook",
            """
        Orrin's central bank kept interest rates on hold on Wednesday and
        trimmed its outlook for the economy, citing weak exports.

        The bank left its main interest rate unchanged at 4.25 percent, as
        most economists had expected.

        “Inflation is on its way to our target, but it has not arrived,”
        Governor Pilar Anand said in a statement. “We will not declare the end
        of a journey at the last station but one.”

        It now expects the economy to grow by 1.1 percent this year, down from
        1.6 percent in its forecast of March.
            """,
        ),
        told(
            "Orrin rates unchanged at 4.25 pct",
            """
        ORRIN CITY (Kestrel) - The central bank of Orrin left its main
        interest rate unchanged at 4.25 percent on Wednesday, as most
        economists had expected.

        “Inflation is on its way to our target, but it has not arrived,”
        Governor Pilar Anand said in a statement.

        The bank now expects the economy to grow by 1.1 percent this year,
        down from 1.6 percent in its forecast of March. Shares in Orrin City
        closed higher.
            """,
        ),
    ),
    unlike=(
        told(
            "Central bank of Meral raises rates to 3.5 percent",
            """
        The central bank of Meral raised its main interest rate by a quarter
        point to 3.5 percent on Wednesday, a move that surprised most
        economists.

        “Prices of food and rent have risen faster than we thought in spring,”
        Governor Tomas Hale told a news conference. “To wait would have been
        to bet with other people's wages.”

        The bank expects inflation of 2.9 percent at the end of the year and
        of 2.2 percent in the next.

        Banks rose on the stock exchange, builders fell. The next decision is
        due in June.
            """,
        ),
    ),
)

FIRE = Event(
    name="fire",
    alike=(
        told(
            "Three dead in fire at Kalpar textile mill",
            """
        At least three workers died and eleven were hurt when fire broke out
        in a textile mill in Kalpar early on Friday, police said.

        The fire began on the second floor, where cotton was stored, at about
        4.30 am and spread to the roof within minutes, according to the
        district's chief fire officer, R. Mohandas.

        “The doors to the eastern stairs were locked from outside. We broke
        them open; for three people we came too late,” he said.

        The owner of the mill was being questioned. The state's government
        ordered an inquiry.
            """,
        ),
        told(
            "Fire at mill in Kalpar kills three, locked doors blamed",
            """
        Three workers died when fire broke out in a textile mill in Kalpar
        early on Friday, and survivors spoke of locked doors.

        “The doors to the eastern stairs were locked from outside. We broke
        them open; for three people we came too late,” said the district's
        chief fire officer, R. Mohandas.

        The fire began on the second floor, where cotton was stored, at about
        4.30 am and spread to the roof within minutes. Eleven people were
        taken to hospital.

        The state's government ordered an inquiry.
            """,
        ),
    ),
    unlike=(
        told(
            "Two dead in fire at Rampet fireworks store",
            """
        Two people died and five were hurt when fire broke out in a store for
        fireworks in Rampet late on Saturday, police said.

        Neighbours heard explosions for almost half an hour. Windows broke as
        far as the railway station, and trains were stopped until midnight.

        The store had no licence, the collector of the district said. Its two
        owners have been arrested.

        It is the fourth such fire in the state this year. In March seven
        people died when a workshop outside Kalpar burned down.
            """,
        ),
    ),
)

CUP = Event(
    name="cup",
    alike=(
        told(
            "Lindqvist's late goal sends Skane Rovers into cup final",
            """
        Substitute Maja Lindqvist scored in the last minute of extra time to
        send Skane Rovers into the cup final with a 3-2 win over Porto Alva on
        Sunday.

        Rovers had been two goals down at the break after a double by Ines
        Prado, but Greta Holm pulled one back from the spot and levelled with
        a header ten minutes from time.

        “I saw the keeper lean to the left and thought: now or never again,”
        said Lindqvist, who had come on for the injured Holm.

        Rovers meet the holders, Dunmore City, in Lisbon on 21 May.
            """,
        ),
        told(
            "Skane Rovers reach cup final with comeback win",
            """
        Skane Rovers came from two goals down to beat Porto Alva 3-2 after
        extra time on Sunday and reach the cup final for the first time in
        nine years.

        Irma Prado scored twice before the break, but Greta Holm pulled one
        back from the spot and levelled with a header ten minutes from time.

        Substitute Maja Lindqvist scored in the last minute of extra time. “I
        saw the keeper lean to the left and thought: now or never again,” said
        Lindqvist, who had come on for the injured Holm.

        Rovers meet the holders, Dunmore City, in Lisbon on 21 May.
            """,
        ),
    ),
    unlike=(
        told(
            "Dunmore City ease into cup final",
            """
        Holders Dunmore City are in the cup final again after a 4-0 win over
        Arden Athletic on Saturday that was never in doubt.

        Kira Nwosu scored after three minutes and set up two more for Ellen
        Frey before the break; Sofia Rault added the fourth from a free kick.

        “We were not here to defend a cup. We were here to win one,” said
        coach Marta Vidal, who rested three players for the final in Lisbon on
        21 May.

        City meet the winners of Sunday's match between Skane Rovers and Porto
        Alva.
            """,
        ),
    ),
)

WEATHER = Event(
    name="weather",
    alike=(
        told(
            "Cyclone Tamsin nears coast, 200,000 moved to shelters",
            """
        More than 200,000 people were moved to shelters on Monday as Cyclone
        Tamsin neared the east coast with winds of 140 kilometres an hour,
        officials said.

        The weather office expects it to reach land south of Mirapur between
        midnight and 3 am and to weaken within six hours.

        Fishermen were told to stay ashore, schools in four districts are
        closed until Thursday, and the airport of Mirapur shut at noon.

        “We have lamps, rice and water for three days. We do not have patience
        for those who stay at home,” said the collector, Anjali Rao.
            """,
        ),
        told(
            "200,000 in shelters as cyclone approaches Mirapur",
            """
        Cyclone Tamsin neared the east coast with winds of 140 kilometres an
        hour on Monday, and more than 200,000 people were moved to shelters.

        Fishermen were told to stay ashore, schools in four districts are
        closed until Thursday, and the airport of Mirapur shut at noon, the
        government of the state said in a bulletin.

        The weather office expects it to reach land south of Mirapur between
        midnight and 3 am and to weaken within six hours. Rain has fallen
        since Sunday.
            """,
        ),
    ),
    unlike=(
        told(
            "Cyclone Tamsin weakens after killing four",
            """
        Cyclone Tamsin weakened to a storm on Tuesday after it had killed four
        people and torn the roofs off thousands of houses around Mirapur.

        Power was back in half of the town by evening. The railway to the
        south will be closed for a week, as two bridges were washed away.

        “It was shorter than we feared and stronger than we hoped,” said
        Anjali Rao, the district's collector. Most people left the shelters in
        the afternoon.

        The state's chief minister flew over the coast and promised 5,000
        rupees to each family whose house was damaged.
            """,
        ),
    ),
)

EVENTS = (BRIDGE, RATES, FIRE, CUP, WEATHER)


def body_of(one):
    """Write an agency's paragraphs as XHTML."""
    return "".join(f"<p>{text}</p>" for text in one.paragraphs)
