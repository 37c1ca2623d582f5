"""From a card to what a list or a front shows of a story."""

from dataclasses import dataclass, replace

from dateline.catalog.view import View
from dateline.news.front import Label, Treatment
from dateline.news.site import Site
from dateline.news.story import Card
from dateline.pages.language import Tongue, direction, name_language
from dateline.pages.moment import Moment, moment_of
from dateline.pages.picture_set import PictureSet, enhance_picture
from dateline.words.say import ENGLISH, Words, later, words_in


@dataclass(frozen=True, kw_only=True, slots=True)
class Teaser:
    """A story in a list.

    ``place`` is the first of the dateline's places, without its country.
    ``language`` and ``direction`` are set only where they differ from the
    page's; then ``around`` is the page's, of the section and the stamp. ``mark`` is
    a label before the kicker, in the page's language too; ``state`` is "live" or
    "breaking" where the mark must be seen at once. ``related`` is not empty
    for the lead of a package. ``section_language`` is that of the section's name,
    where it is not the page's.
    """

    href: str
    headline: str
    standfirst: str
    place: str
    section: str
    moment: Moment
    picture: PictureSet | None
    language: str = ""
    direction: str = ""
    mark: str = ""
    around: str = ""
    section_language: str = ""
    state: str = ""
    related: "tuple[Teaser, ...]" = ()


_LABELS = {
    Label.BREAKING: later("Breaking"),
    Label.LIVE: later("Live"),
    Label.DEVELOPING: later("Developing"),
    Label.EXCLUSIVE: later("Exclusive"),
    Label.ANALYSIS: later("Analysis"),
    Label.EXPLAINED: later("Explained"),
    Label.OPINION: later("Opinion"),
}
_STATES = (Label.BREAKING, Label.LIVE)


def enhance_card(
    card: Card,
    view: View,
    *,
    sizes: str = "",
    told: Treatment | None = None,
    language: str = "",
) -> Teaser:
    """Return the teaser of a card; with its picture where ``sizes`` is given.

    ``told`` is what a front says of it; ``language`` the page's, where that is not
    the site's.
    """
    name = f"teaser {card.id} {sizes} {language}"
    # The card is read again inside: what is kept must name all that it read.
    teaser = view.once(
        name,
        lambda inner: _enhance(inner.card(card.id) or card, inner, sizes, language),
    )
    label, headline = (told.label, told.headline) if told else ("", "")
    if not label and not headline:
        return teaser
    if headline:
        teaser = replace(teaser, headline=headline)
    # Of a live blog the story itself knows best whether it is live: no label
    # hides that it is, or says so when it has ended.
    if not label or teaser.state or (card.live and label == Label.LIVE):
        return teaser
    language = language or view.site().language
    return replace(
        teaser,
        mark=label_text(label, words_in(language)),
        state=label if label in _STATES else "",
    )


def label_text(label: str, say: Words = ENGLISH) -> str:
    """Return a label as readers see it: a known one by its name, others as written."""
    return say(_LABELS[Label(label)]) if label in set(Label) else label


def _enhance(card: Card, view: View, sizes: str, language: str) -> Teaser:
    site = view.site()
    language = language or site.language
    picture = view.picture(card.picture) if sizes and card.picture else None
    foreign = card.language != language
    live = card.live == "running"
    say = words_in(language)
    mark = label_text(Label.LIVE, say) if live else ""
    if card.gallery and not live:
        mark = say("In pictures")
    return Teaser(
        href=card.path,
        headline=card.headline,
        standfirst=card.standfirst,
        place=card.located[0].partition(",")[0] if card.located else "",
        section=section_name(site, card.section, language),
        moment=moment_of(card.first_published, view.zone(), language),
        picture=enhance_picture(
            picture, sizes=sizes, tongue=Tongue(card.language, site)
        ),
        language=card.language if foreign else "",
        direction=direction(card.language) if foreign else "",
        mark=mark,
        around=language if foreign else "",
        section_language=_section_language(site, card.section, language),
        state=Label.LIVE.value if live else "",
    )


def section_name(site: Site, section_id: str, language: str = "") -> str:
    """Return the name of a section; of one the site gave up, its id as a word."""
    section = site.section(section_id)
    return section.called(language) if section else section_id.replace("-", " ").title()


def _section_language(site: Site, section_id: str, language: str) -> str:
    section = site.section(section_id)
    return name_language(section, site.language, language) if section else ""


def cards_of(view: View, ids: tuple[str, ...]) -> list[Card]:
    """Return the cards of those stories that are published, in order."""
    found = [view.card(story_id) for story_id in ids]
    return [card for card in found if card is not None]
