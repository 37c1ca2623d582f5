"""``dateline run`` and ``dateline follow``."""

from typing import Annotated

import typer

from dateline.cli.site_option import HERE, SiteOption


def run(*, site: SiteOption = HERE) -> None:
    """Start the newsroom, the desk, the weather, the press and the public site.

    What ends unasked is started again. Ctrl-C or SIGTERM stops all of them in
    order within ten seconds.
    """
    from dateline.cli.chorus import Chorus
    from dateline.cli.new_site import make_folders
    from dateline.cli.run_site import addresses, parts_of, run_site
    from dateline.cli.site_folder import load
    from dateline.cli.words import margin, say

    settings = load(site)
    make_folders(settings)
    parts = parts_of(settings)

    def ready() -> None:
        for place in addresses(settings, [part.name for part in parts]):
            say(f"{place.name + ':':<10} {place.url}")

    run_site(settings, parts, said=Chorus(margin()).said, ready=ready)


def follow(
    *,
    serve: Annotated[
        bool, typer.Option("--serve", help="Answer readers from it, too.")
    ] = False,
    site: SiteOption = HERE,
) -> None:
    """Follow the journal as a read node: make pages here, and serve them if asked.

    A read node needs no Django; its dateline.toml names the same database.
    """
    from dateline.cli.chorus import Chorus
    from dateline.cli.open_journal import reading_journal
    from dateline.cli.run_site import addresses, reader_parts, run_site
    from dateline.cli.site_folder import load
    from dateline.cli.words import margin, remark, say

    settings = load(site)
    with reading_journal(settings) as journal:
        remark(f"The journal is at entry {journal.head()[0]}.")
    parts = reader_parts(settings, serve=serve)

    def ready() -> None:
        for place in addresses(settings, [part.name for part in parts]):
            say(f"{place.name + ':':<10} {place.url}")

    chorus = Chorus(margin())
    run_site(settings, parts, said=chorus.said, ready=ready, prepare=False)
