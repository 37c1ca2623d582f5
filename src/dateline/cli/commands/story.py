"""``dateline publish``, ``correct``, ``withdraw`` and ``kill``."""

from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption

StoryArgument = Annotated[
    str, typer.Argument(help="The story's id, path or address.", metavar="STORY")
]
AsOption = Annotated[
    str, typer.Option("--as", help="The log-in of who does it; the system if none.")
]


def publish(
    story: StoryArgument,
    *,
    acting: AsOption = "",
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Publish a story as it was last saved."""
    from dateline.cli.story_work import publish_story, say_done

    say_done(publish_story(site, story, acting=acting), as_json=as_json)


def correct(
    story: StoryArgument,
    *,
    note: Annotated[
        str, typer.Option(help="What was wrong and what is right, for readers.")
    ] = "",
    minor: Annotated[
        bool, typer.Option("--minor", help="A slip of the pen: no note for readers.")
    ] = False,
    acting: AsOption = "",
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Publish a story as it was last saved, as a correction."""
    from dateline.cli.story_work import correct_story, say_done

    done = correct_story(site, story, note=note, minor=minor, acting=acting)
    say_done(done, as_json=as_json)


def withdraw(
    story: StoryArgument,
    *,
    notice: Annotated[str, typer.Option(help="What its address says then.")] = "",
    acting: AsOption = "",
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Take a story down from now on; it can be published again."""
    from dateline.cli.story_work import say_done, withdraw_story

    done = withdraw_story(site, story, notice=notice, acting=acting)
    say_done(done, as_json=as_json)


def kill(
    story: Annotated[
        str,
        typer.Argument(
            help="The story's id, path or address, or a picture's id.", metavar="STORY"
        ),
    ],
    *,
    reason: Annotated[str, typer.Option(help="Why, for the desk's own record.")],
    notice: Annotated[str, typer.Option(help="What its address says then.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    acting: AsOption = "",
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Remove a story or a picture from everywhere, and the past, by legal order.

    Prints a receipt of every address and key that was looked at afterwards.
    Exit code 1 if anything still shows. A kill cannot be taken back.
    """
    from dateline.cli.desk_work import open_newsroom
    from dateline.cli.picture_work import kill_picture
    from dateline.cli.story_work import kill_story, say_receipt

    if not yes and not as_json and _somebody_is_there():
        typer.confirm(f"Kill {story}? It cannot be taken back.", abort=True)
    settings = open_newsroom(site)
    lines = kill_picture(settings, story, reason=reason, acting=acting)
    lines = lines or kill_story(
        settings, story, reason=reason, notice=notice, acting=acting
    )
    if not say_receipt(lines, as_json=as_json):
        raise typer.Exit(1)


def _somebody_is_there() -> bool:
    import sys

    return sys.stdin.isatty()
