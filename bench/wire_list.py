"""The wire list at 100,000 items: what a page costs, on SQLite and PostgreSQL.

CPU of the newsroom's process for one request, through middleware, view and
template, as a browser causes it; of PostgreSQL its own time is not in that, so
the wall clock stands beside it.
"""

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from bench.archive import site
from bench.table import percentile, show
from dateline.newsroom.django_settings import configure
from dateline.settings import Settings

TOTAL = 100_000
MEASURED = 25
VERSIONS = 3
"""Every third item is an earlier version of the story before it."""

WORDS = (
    "ferry strike harbour minister budget vote court storm river bank rate match"
    " goal flood bridge fire school talks border summit drought harvest train union"
).split()

PAGES = (
    ("the list", ""),
    ("calls the desk", "tab=calls"),
    ("mine", "tab=mine"),
    ("one wire", "source=wire-3"),
    ("urgent", "urgency=2"),
    ("a rare language", "language=fi"),
    ("search: a word of 1 in 4", "q=ferry"),
    ("search: two words", "q=ferry+strike"),
    ("search: a rare word", "q=quokka"),
    ("search: a beginning", "q=har"),
    ("search and wire", "q=ferry&source=wire-3"),
    ("page 500", "behind=PLACE"),
    ("what came in a minute", "NEWS"),
)


def set_up(folder: Path, database: str) -> Settings:
    """Set up Django and the tables."""
    settings = Settings(
        root=folder,
        data=folder / "data",
        site=site(),
        database=database,
        secret_key="for the bench",
    )
    configure(settings)
    from django.core.management import call_command  # noqa: PLC0415 - after configure

    from dateline.newsroom.sync_site import sync_site  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    sync_site(settings, now=datetime(2026, 11, 1, tzinfo=UTC))
    return settings


def fill(total: int, *, now: datetime) -> None:
    """Put items and their words into the tables."""
    from django.db import connection, transaction  # noqa: PLC0415

    from dateline.newsroom.models import WireItem  # noqa: PLC0415

    chance = random.Random(7)
    with transaction.atomic():
        for begin in range(0, total, 5000):
            rows = [
                _item(number, total, now, chance)
                for number in range(begin, min(begin + 5000, total))
            ]
            WireItem.objects.bulk_create(rows)
        keys = WireItem.objects.order_by("pk").values_list("pk", "headline")
        said = "%s" if connection.vendor == "sqlite" else "to_tsvector('simple', %s)"
        key = "rowid" if connection.vendor == "sqlite" else "item_id"
        statement = f"INSERT INTO newsroom_wirewords({key}, words) VALUES (%s, {said})"
        with connection.cursor() as cursor:
            cursor.executemany(
                statement,
                [(pk, f"{head.lower()} {_copy(pk, chance)}") for pk, head in keys],
            )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(number: int, chance: random.Random) -> str:
    rare = " quokka" if number % 20_000 == 17 else ""
    return " ".join(f"w{chance.randrange(40_000)}" for _ in range(350)) + rare


def _item(number: int, total: int, now: datetime, chance: random.Random) -> object:
    from dateline.newsroom.models import WireItem  # noqa: PLC0415

    came = now - timedelta(seconds=20 * (total - number))
    story = number - number % VERSIONS
    return WireItem(
        provider="acme",
        uri=f"urn:acme:{number}",
        family=f"urn:acme:{story}",
        source=f"wire-{number % 8}",
        headline=" ".join(chance.sample(WORDS, 6)).capitalize(),
        slugline=f"SLUG-{number % 900}",
        kind="text",
        language="fi" if number % 5000 == 3 else "en",
        urgency=2 if number % 400 == 9 else 5,
        state="kept" if number % 3 else "draft",
        call_desk=number % 2500 == 5,
        version="1",
        version_created=came,
        first_seen=came,
        last_seen=came,
    )


def measure(total: int) -> list[tuple[str, str, str]]:
    """Ask for each page and return its costs."""
    from django.contrib.auth.models import User  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from dateline.newsroom.models import WireItem  # noqa: PLC0415

    user = User.objects.create_superuser("mira")
    client = Client()
    client.force_login(user)
    row = WireItem.objects.order_by("-last_seen")[min(20_000, total // 2)]
    place = f"{row.last_seen.isoformat()}_{row.pk}".replace("+", "%2B")
    newest = WireItem.objects.order_by("-last_seen")[0].last_seen
    since = newest.isoformat().replace("+", "%2B")
    rows: list[tuple[str, str, str]] = []
    for name, asked in PAGES:
        path = f"/admin/wire/?{asked.replace('PLACE', place)}"
        if asked == "NEWS":
            path = f"/admin/wire/news/?since={since}"
        cpu, wall = [], []
        for _ in range(MEASURED + 3):
            used, begun = time.process_time(), time.perf_counter()
            answer = client.get(path)
            cpu.append((time.process_time() - used) * 1000)
            wall.append((time.perf_counter() - begun) * 1000)
            assert answer.status_code == 200, answer.status_code  # noqa: S101
        cpu, wall = cpu[3:], wall[3:]
        rows.append(
            (
                name,
                f"CPU {percentile(cpu, 0.5):.0f} ms, p95 {percentile(cpu, 0.95):.0f};"
                f" clock {percentile(wall, 0.5):.0f} ms",
                "CPU below 200 ms",
            )
        )
    return rows


def main() -> int:
    """Fill a database and measure."""
    arguments = argparse.ArgumentParser(prog="python -m bench.wire_list")
    arguments.add_argument("--total", type=int, default=TOTAL)
    arguments.add_argument("--postgresql", default="", help="a server's URL")
    options = arguments.parse_args()
    database, name = "sqlite", f"dateline_bench_{random.randrange(10**9)}"
    if options.postgresql:
        with psycopg.connect(options.postgresql, autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name}")
        database = f"{options.postgresql.rpartition('/')[0]}/{name}"
    with tempfile.TemporaryDirectory() as folder:
        try:
            set_up(Path(folder), database)
            fill(options.total, now=datetime.now(UTC))
            rows = measure(options.total)
        finally:
            if options.postgresql:
                from django.db import connections  # noqa: PLC0415

                connections.close_all()
                with psycopg.connect(options.postgresql, autocommit=True) as db:
                    db.execute(f"DROP DATABASE {name} WITH (FORCE)")
    show(
        f"The wire list at {options.total:,} items, {database.partition(':')[0]}",
        rows,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
