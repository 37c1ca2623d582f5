"""``dateline export``."""

import sys
from typing import Annotated

import typer

from dateline.cli.commands.story import StoryArgument
from dateline.cli.item_forms import Form, written
from dateline.cli.site_option import HERE, SiteOption


def export(
    story: StoryArgument,
    *,
    form: Annotated[
        Form, typer.Option("--as", help="Our own JSON, ninjs 3.1 or NewsML-G2 2.35.")
    ] = Form.NINJS,
    site: SiteOption = HERE,
) -> None:
    """Print a published story for another system to read.

    What readers can see is in it, and nothing else.
    """
    from dateline.cli.export_story import public_story

    item = public_story(site, story)
    sys.stdout.write(written(item, form, file="") + "\n")
