"""``dateline journal ls``, ``show`` and ``verify``."""

from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption
from dateline.journal.entry import Kind


def ls(
    *,
    after: Annotated[int, typer.Option(help="Begin behind this entry.")] = -1,
    limit: Annotated[int, typer.Option(help="At most so many entries.")] = 20,
    story: Annotated[str, typer.Option(help="Only entries about this story.")] = "",
    kind: Annotated[
        Kind | None, typer.Option(help="Only entries of this kind.")
    ] = None,
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """List entries: the newest, or those behind --after."""
    from dateline.cli.journal_text import Wanted, listed, outline
    from dateline.cli.site_folder import load
    from dateline.cli.story_address import story_id_of
    from dateline.cli.words import say, say_json

    settings = load(site)
    subject = story_id_of(story) if story else ""
    wanted = Wanted(after=after, limit=limit, subject=subject, kind=kind)
    for entry in listed(settings, wanted):
        if as_json:
            say_json(outline(entry))
        else:
            from dateline.cli.explain_text import entry_line

            say(entry_line(entry, settings))


def show(
    number: Annotated[int, typer.Argument(help="The entry's number.")],
    *,
    site: SiteOption = HERE,
) -> None:
    """Print one entry with its content, as JSON."""
    from dateline.cli.journal_text import entry_numbered, whole
    from dateline.cli.site_folder import load
    from dateline.cli.words import say

    say(whole(entry_numbered(load(site), number)))


def verify(*, as_json: JsonOption = False, site: SiteOption = HERE) -> None:
    """Check the whole journal for tampering; exit code 1 if there is any."""
    from dateline.cli.journal_text import verdict_text, verify_site
    from dateline.cli.site_folder import load
    from dateline.cli.words import progress, say, say_json

    with progress("Verifying") as progressed:
        verdict = verify_site(load(site), progressed)
    say_json(verdict) if as_json else say(verdict_text(verdict))
    if verdict.findings:
        raise typer.Exit(1)
