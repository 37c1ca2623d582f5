"""A story's versions in other languages: for readers, and for search engines."""

from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news.site import Site, main_language
from dateline.news.story import Story
from dateline.pages.head import Alternate
from dateline.pages.language import direction, language_name
from dateline.words.say import words_in

_DEFAULT = "x-default"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownVersion:
    """A version of a story; ``text`` says in its own language that it is there.

    ``is_source`` is true for the one that the others are versions of.
    """

    href: str
    text: str
    language: str
    direction: str
    is_source: bool


def versions_of(view: View, story: Story) -> tuple[ShownVersion, ...]:
    """Return the other versions of a story that are published now."""
    source_id = story.version_of or story.id
    found = [
        _shown(version.path, version.language, is_source=False)
        for version in view.versions(source_id)
        if version.id != story.id and version.language != story.language
    ]
    source = view.card(story.version_of) if story.version_of else None
    if source is not None and source.language != story.language:
        found.insert(0, _shown(source.path, source.language, is_source=True))
    return tuple(found)


def alternates_of(
    site: Site, story: Story, path: str, versions: tuple[ShownVersion, ...]
) -> tuple[Alternate, ...]:
    """Return what the head says of versions: each, the page itself, the default."""
    if not versions:
        return ()
    found = [(main_language(story.language), path, not story.version_of)]
    found += [(main_language(v.language), v.href, v.is_source) for v in versions]
    default = [(_DEFAULT, href, False) for _, href, is_source in found if is_source]
    return tuple(
        Alternate(language=language, href=site.url + href)
        for language, href, _ in (*sorted(found), *default)
    )


def _shown(path: str, language: str, *, is_source: bool) -> ShownVersion:
    say = words_in(language)
    return ShownVersion(
        href=path,
        text=say("Read in {language}", language=language_name(language)),
        language=language,
        direction=direction(language),
        is_source=is_source,
    )
