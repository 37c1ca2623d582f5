"""Which stories stand on a front, and how each is shown.

The desk's places come first, as far as they are still published, each with its
treatment; what is left is topped up from the newest of the front's list by the
rule of ``judgement``. No story stands twice on a page. Nothing is read that is
not shown: the rule chooses among the stories that have a place anyway.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dateline.catalog.view import View
from dateline.news.front import RELATED_LIMIT, Front, Shape, Treatment
from dateline.news.story import Card
from dateline.pages.judgement import Worth, judged
from dateline.pages.language import list_of
from dateline.pages.picture_set import FRONT, TEASER
from dateline.pages.teaser import Teaser, enhance_card

LIMIT = 24
"""How many stories the front of a section, a city or a topic shows."""

ROW = 3
"""How many stand under the lead, side by side."""

WITH_PICTURE = 12
"""How many of a front's stories are shown with a small picture at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A story in a place of a front, with those that belong to its package."""

    card: Card
    treatment: Treatment
    related: tuple[Card, ...] = ()

    @property
    def has_picture(self) -> bool:
        """Whether it has a picture that may be shown here."""
        return bool(self.card.picture) and self.treatment.shape is not Shape.TEXT


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The teasers of a section, a city or a topic, by where they stand."""

    lead: tuple[Teaser, ...]
    row: tuple[Teaser, ...]
    rest: tuple[Teaser, ...]
    more: tuple[Teaser, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Banner:
    """The breaking line of a front; ``href`` is empty if it leads nowhere."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """How many places a front has, and how many headlines a rail beside them."""

    places: int
    rest: int = 0


def fill_front(view: View, *, front: str) -> list[Choice]:
    """Return the stories of a section's or city's front, best first."""
    return fill_places(
        view,
        view.front(front),
        view.newest(list_of(view.site(), front)),
        room=Room(places=LIMIT),
    )


def fill_places(
    view: View,
    front: Front,
    newest: Sequence[str],
    *,
    room: Room,
    shown: set[str] | None = None,
) -> list[Choice]:
    """Return the stories in a front's places, best first.

    ``shown`` holds what the page shows already, and afterwards these too.
    """
    noted = set() if shown is None else shown
    return _filled(view, front, newest, room=room, shown=noted)[0]


def fill_beside(
    view: View,
    front: Front,
    newest: Sequence[str],
    *,
    room: Room,
    kept: AbstractSet[str],
    shown: set[str],
) -> tuple[list[Choice], list[Card]]:
    """Fill a front's places, and a rail beside them with the newest of the rest.

    The rule chooses among the stories that the rail shows otherwise. Of these
    the rail leaves out the ``kept``: they are shown further down.
    """
    choices, others = _filled(view, front, newest, room=room, shown=shown)
    shown.difference_update(card.id for card in others)
    free = [story_id for story_id in newest if story_id not in kept]
    return choices, take_cards(view, free, limit=room.rest, shown=shown)


def _filled(
    view: View, front: Front, newest: Sequence[str], *, room: Room, shown: set[str]
) -> tuple[list[Choice], list[Card]]:
    """Return what has a place, and what was weighed for one beside it."""
    desk = _desk_choices(view, front, limit=room.places, shown=shown)
    free = room.places - len(desk)
    weighed = free + room.rest if free else 0
    cards = take_cards(view, newest, limit=weighed, shown=shown)
    best = judged(cards, worth_of, lead=not desk)[:free]
    placed = {card.id for card in best}
    return (
        desk + [_by_rule(card) for card in best],
        [card for card in cards if card.id not in placed],
    )


def _desk_choices(
    view: View, front: Front, *, limit: int, shown: set[str]
) -> list[Choice]:
    """Return the desk's own choices; a story in two places keeps the first."""
    cards = take_cards(view, front.places, limit=limit, shown=shown)
    return [
        Choice(
            card=card,
            treatment=treatment,
            related=tuple(
                take_cards(view, treatment.related, limit=RELATED_LIMIT, shown=shown)
            ),
        )
        for card in cards
        for treatment in (front.treatment(card.id),)
    ]


def _by_rule(card: Card) -> Choice:
    return Choice(card=card, treatment=Treatment(story=card.id))


def worth_of(card: Card) -> Worth:
    """Return what is judged of a card."""
    return Worth(
        id=card.id,
        first_published=card.first_published,
        urgency=card.urgency,
        picture=bool(card.picture),
    )


def take_cards(
    view: View, order: Iterable[str], *, limit: int, shown: set[str]
) -> list[Card]:
    """Return the first published cards not ``shown`` yet, and note them there.

    Stops reading at ``limit``: a page reads no card it does not show.
    """
    found: list[Card] = []
    for story_id in order:
        if len(found) == limit:
            break
        if story_id in shown:
            continue
        card = view.card(story_id)
        if card is not None:
            shown.add(story_id)
            found.append(card)
    return found


def enhance_choice(
    view: View, choice: Choice, *, sizes: str = "", language: str = ""
) -> Teaser:
    """Return the teaser of a choice; ``sizes`` is what its place gives a picture.

    The desk's word goes before the place's: led by words, it has no picture
    anywhere; led by its picture, it has one also where others have none.
    """
    told = choice.treatment
    if told.shape is Shape.TEXT:
        sizes = ""
    elif told.shape is Shape.PICTURE:
        sizes = sizes or TEASER
    teaser = enhance_card(choice.card, view, sizes=sizes, told=told, language=language)
    if not choice.related:
        return teaser
    related = tuple(
        enhance_card(card, view, language=language) for card in choice.related
    )
    return replace(teaser, related=related)


def sheet_of(view: View, choices: Sequence[Choice], language: str = "") -> Sheet:
    """Return teasers: a large picture first, small ones, then words alone."""
    sizes = (FRONT, *(TEASER,) * (WITH_PICTURE - 1))
    teasers = tuple(
        enhance_choice(
            view,
            choice,
            sizes=sizes[number] if number < len(sizes) else "",
            language=language,
        )
        for number, choice in enumerate(choices)
    )
    return Sheet(
        lead=teasers[:1],
        row=teasers[1 : 1 + ROW],
        rest=teasers[1 + ROW : WITH_PICTURE],
        more=teasers[WITH_PICTURE:],
    )


def newest_sheet(view: View, list_name: str, language: str = "") -> Sheet:
    """Return the newest of a list that no desk arranges, newest first."""
    cards = take_cards(view, view.newest(list_name), limit=LIMIT, shown=set())
    return sheet_of(view, [_by_rule(card) for card in cards], language)


def banner_of(view: View, front: Front) -> Banner | None:
    """Return a front's breaking line; None without one, or if its story is gone."""
    if front.line is None:
        return None
    if not front.line.story:
        return Banner(text=front.line.text, href="")
    card = view.card(front.line.story)
    return None if card is None else Banner(text=front.line.text, href=card.path)
