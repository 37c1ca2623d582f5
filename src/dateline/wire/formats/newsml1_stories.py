"""Which stories a NewsItem holds.

Usually one: a text, its pictures and its lines, in components nested by role.
But the same tree also carries

* one story in several languages: parts that tell it, each in its own;
* a package: parts of equal rank, each with a headline of its own;
* alternatives: one text in several forms, of which one is enough.

What is in none of the branches (a shared photo, the rights) belongs to all.
"""

from dateline.wire.formats.newsml1_part import Part, Story
from dateline.wire.xml import child


def stories_of(root: Part) -> list[Story]:
    """Give the stories of a NewsItem, in the order sent."""
    return _stories(root, Story(()))


def _stories(part: Part, outer: Story) -> list[Story]:
    """Go down to where the story is told, or where several begin."""
    inner = Story(
        (*outer.chain, part), suffix=outer.suffix, of_package=outer.of_package
    )
    inner.beside = [*outer.beside, *[each for each in part.parts if not each.tells]]
    tellers = [each for each in part.parts if each.tells]
    if part.copy or not tellers:
        inner.beside += tellers
        inner.texts = [part, *tellers]
        return [inner]
    if len(tellers) == 1:
        return _stories(tellers[0], inner)
    groups = _by_language(tellers)
    if len(groups) > 1:
        return _languages(groups, inner)
    if part.equivalents:
        return _stories(tellers[0], inner)
    if _are_equals(tellers):
        return _equals(tellers, inner)
    inner.texts = tellers
    return [inner]


def _languages(groups: dict[str, list[Part]], outer: Story) -> list[Story]:
    """Give the story in each of its languages, with what belongs to that one."""
    found: list[Story] = []
    short = {language.partition("-")[0] for language in groups}
    for language, tellers in groups.items():
        name = language.partition("-")[0] if len(short) == len(groups) else language
        branch = Story(
            outer.chain, suffix=f"{outer.suffix}#{name}", of_package=outer.of_package
        )
        branch.beside = [
            each
            for each in outer.beside
            if each.language.lower() == language or each.language.lower() not in groups
        ]
        if len(tellers) == 1:
            found += _stories(tellers[0], branch)
        else:
            branch.texts = tellers
            found.append(branch)
    return found


def _equals(tellers: list[Part], outer: Story) -> list[Story]:
    """Give each part of a package as a story, set apart by its name or number."""
    found: list[Story] = []
    duids = [teller.duid for teller in tellers]
    named = all(duids) and len(set(duids)) == len(duids)
    for number, teller in enumerate(tellers, start=1):
        suffix = f"{outer.suffix}#{teller.duid if named else number}"
        branch = Story(outer.chain, suffix=suffix, of_package=True)
        branch.beside = list(outer.beside)
        found += _stories(teller, branch)
    return found


def _by_language(tellers: list[Part]) -> dict[str, list[Part]]:
    """Group parts by language; one group only if any of them says none."""
    groups: dict[str, list[Part]] = {}
    for each in tellers:
        groups.setdefault(each.language.lower(), []).append(each)
    return {} if "" in groups else groups


def _are_equals(tellers: list[Part]) -> bool:
    """Say whether parts are stories of equal rank: same role, own headlines."""
    if len({each.role for each in tellers}) > 1:
        return False
    return all(_has_headline(each) for each in tellers)


def _has_headline(part: Part) -> bool:
    """Say whether a part has a headline of its own."""
    return part.lines is not None and child(part.lines, "headline") is not None
