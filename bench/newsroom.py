"""The newsroom: save and publish a story, with 1,000 and with 10,000 of them."""

import json
import sqlite3
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.archive import moment_of, site, story
from bench.table import percentile, show
from dateline.newsroom.django_settings import configure
from dateline.settings import Settings

SIZES = (1_000, 10_000)
MEASURED = 120


def set_up(folder: Path) -> Settings:
    """Set up Django for a site in ``folder``; SQLite, as a laptop has it."""
    settings = Settings(
        root=folder, data=folder / "data", site=site(), secret_key="for the bench"
    )
    configure(settings)
    from django.core.management import call_command  # noqa: PLC0415 - after configure

    from dateline.newsroom.sync_site import sync_site  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    sync_site(settings, now=datetime(2026, 11, 1, tzinfo=UTC))
    return settings


def draft(number: int) -> object:
    """Return an unsaved story of the made-up archive."""
    from dateline.newsroom.models import Story  # noqa: PLC0415

    made = story(number, moment_of(number, 20_000))
    return Story(
        headline=made.headline,
        standfirst=made.standfirst,
        section_id=made.section,
        agency=made.agency,
        credit=made.credit,
        located=list(made.located),
        body=[{"type": "paragraph", "value": f"<p>{b.text}</p>"} for b in made.body],
    )


def save_and_publish(number: int) -> float:
    """Save a new story and publish it; return seconds."""
    from dateline.newsroom.actions.publish import Publish  # noqa: PLC0415
    from dateline.newsroom.actions.save import Save  # noqa: PLC0415

    made = draft(number)
    now = datetime.now(UTC)
    begin = time.perf_counter()
    Save(story=made, now=now).execute()
    Publish(story=made, now=now).execute()
    return time.perf_counter() - begin


def fill(total: int, database: Path) -> None:
    """Copy stories, revisions, log and journal until there are ``total``.

    Copies rows in SQL: a thousand real ones would take longer than measuring.
    """
    db = sqlite3.connect(database, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    for table in (
        "newsroom_story",
        "wagtailcore_revision",
        "wagtailcore_modellogentry",
    ):
        copy_rows(db, table, total)
    db.execute("COMMIT")
    db.execute("ANALYZE")
    db.close()


def copy_rows(db: sqlite3.Connection, table: str, total: int) -> None:
    """Copy the newest row of a table under new keys until there are ``total``."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    newest = dict(
        zip(
            columns,
            db.execute(f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1").fetchone(),
            strict=True,
        )
    )
    (have,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
    marks = ", ".join("?" for _ in columns)
    for number in range(total - have):
        row = newest | {"id": newest["id"] + number + 1}
        if "public_id" in row:
            row["public_id"] = f"c{total}n{number}"
        if "uuid" in row:
            row["uuid"] = f"{total * 100_000 + number:032x}"
        if table == "wagtailcore_revision":
            row["object_id"] = str(int(newest["object_id"]) + number + 1)
        db.execute(f"INSERT INTO {table} VALUES ({marks})", list(row.values()))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = set_up(Path(folder))
        found: dict[int, list[float]] = {}
        number = 0
        for size in SIZES:
            for _ in range(20):
                save_and_publish(number := number + 1)
            fill(size, settings.database_path)
            found[size] = [
                save_and_publish(number := number + 1) for _ in range(MEASURED)
            ]
    small, large = (percentile(found[size], 0.5) * 1000 for size in SIZES)
    worst = percentile(found[SIZES[-1]], 0.99) * 1000
    show(
        "Newsroom (SQLite, durable)",
        [
            (
                "save + publish at 10,000 stories: p50 / p99 ms",
                f"{large:.1f} / {worst:.1f}",
                "20",
            ),
            ("against 1,000 stories", f"{large / small:.2f}", "at most 1.15"),
        ],
    )
    if "--json" in sys.argv:
        print(json.dumps({"small": small, "large": large}))


if __name__ == "__main__":
    main()
