"""Showing the demo: made if need be, started, and its addresses said."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.cli.chorus import Chorus
from dateline.cli.demo.log_in import new_log_in
from dateline.cli.demo.make_site import Wish, demo_site, drop_weather, fill, is_made
from dateline.cli.desk_work import open_newsroom
from dateline.cli.people import Person
from dateline.cli.run_site import parts_of, run_site
from dateline.cli.supervise import Part
from dateline.cli.words import margin, progress, remark, say, say_json
from dateline.settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """How fast the wires send, and when the embargo ends; seconds."""

    pace: float
    embargo: float


def show_demo(wish: Wish, pace: Pace, *, start: bool, as_json: bool) -> None:
    """Make the demo's site where there is none, and run it until told to stop."""
    settings = demo_site(wish)
    if is_made(settings):
        open_newsroom(settings.root)
    else:
        with progress("The Banyan Post") as progressed:
            fill(settings, wish, progressed=progressed)
    person = new_log_in(settings)
    drop_weather(settings, now=datetime.now(UTC))
    if not start:
        say_site(settings, person, as_json=as_json)
        return
    run_site(
        settings,
        [*parts_of(settings), _wires(pace)],
        said=Chorus(margin(), hushed=frozenset({"press", "weather"})).said,
        ready=lambda: say_site(settings, person, as_json=as_json),
    )


def _wires(pace: Pace) -> Part:
    argv = (
        sys.executable,
        "-m",
        "dateline.cli.demo.running_wires",
        "--tied",
        f"--pace={pace.pace}",
        f"--embargo={pace.embargo}",
    )
    return Part(name="wires", argv=argv, stage=0)


def say_site(settings: Settings, person: Person, *, as_json: bool) -> None:
    """Print where the paper is read, where it is made, and how to get in."""
    if as_json:
        say_json(
            {
                "public": f"http://{settings.bind.public}/",
                "newsroom": f"{settings.newsroom_url}/",
                "name": person.name,
                "password": person.password,
                "folder": str(settings.root),
            }
        )
        sys.stdout.flush()
        return
    say("")
    say(f"The Banyan Post   http://{settings.bind.public}/")
    say(f"Its newsroom      {settings.newsroom_url}/")
    say(f"Log-in            {person.name}   password {person.password}")
    say("")
    remark("The password is new at each start. Ctrl-C stops everything.")
    remark(f"Everything is in {settings.root}; remove the folder to be rid of it.")
