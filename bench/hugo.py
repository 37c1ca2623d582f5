"""Hugo on the same stories and page types: full build, memory, one change."""

import argparse
import resource
import shutil
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

from bench.archive import CITIES, SECTIONS, moment_of, story
from bench.press import WORK, Publishing, build, publish_in_turns
from bench.table import percentile, show

CONFIG = """\
baseURL = "http://127.0.0.1/"
title = "The Bench"
disableKinds = []
[taxonomies]
  topic = "topics"
  city = "cities"
  day = "days"
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML", "RSS"]
  term = ["HTML", "RSS"]
  page = ["HTML"]
[permalinks]
SECTIONS
"""
HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}'
    '</title><link rel="canonical" href="{{ .Permalink }}"></head><body><nav>'
    "{{ range site.Sections }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
    "</nav>"
)
CARDS = (
    "{{ range first 30 .Pages.ByDate.Reverse }}<article><h2><a href="
    '"{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.standfirst }}</p>'
    "<time>{{ .Date }}</time></article>{{ end }}"
)
SINGLE = (
    "<article><h1>{{ .Title }}</h1><p>{{ .Params.standfirst }}</p><time>{{ .Date }}"
    '</time><figure><img src="{{ .Params.picture }}" alt="Low light"></figure>'
    "{{ .Content }}{{ range .Params.topics }}<a href=/topics/{{ . }}/>{{ . }}</a>"
    '{{ end }}</article><script type="application/ld+json">{{ dict "@type" '
    '"NewsArticle" "headline" .Title "datePublished" .Date | jsonify | safeJS }}'
    "</script>"
)


def make_site(place: Path, total: int) -> Path:
    """Write a Hugo site of ``total`` stories; return one story's file."""
    shutil.rmtree(place, ignore_errors=True)
    permalinks = "\n".join(
        f'    {s} = "/{s}/:year/:month/:day/:slug/"' for s in SECTIONS
    )
    (place / "layouts/_default").mkdir(parents=True)
    (place / "hugo.toml").write_text(CONFIG.replace("SECTIONS", permalinks))
    layouts = place / "layouts/_default"
    (layouts / "single.html").write_text(f"{HEAD}{SINGLE}</body></html>")
    (layouts / "list.html").write_text(
        f"{HEAD}<h1>{{{{ .Title }}}}</h1>{CARDS}</body></html>"
    )
    (place / "layouts/index.html").write_text(
        f"{HEAD}{CARDS.replace('.Pages', 'site.RegularPages')}</body></html>"
    )
    last = place
    for section in SECTIONS:
        (place / "content" / section).mkdir(parents=True)
    for number in range(total):
        made = story(number, moment_of(number, total))
        body = "\n\n".join(block.text for block in made.body)
        last = place / "content" / made.section / f"{made.id}.md"
        day = (made.first_published + timedelta(hours=5.5)).date()
        last.write_text(
            f'+++\ntitle = "{made.headline}"\nslug = "{made.slug}-{made.id}"\n'
            f"date = {made.first_published.isoformat()}\n"
            f"topics = {list(made.topics)}\ncities = {list(made.cities)}\n"
            f'days = ["{day}"]\nstandfirst = "{made.standfirst}"\n'
            f'picture = "/media/{made.lead_picture}.jpg"\n+++\n{body}\n'
        )
    return last


def run_hugo(place: Path) -> tuple[float, float]:
    """Build once; return seconds and peak GiB."""
    begin = time.perf_counter()
    subprocess.run(["hugo", "--quiet", "-s", str(place)], check=True)
    spent = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
    return spent, peak


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--stories", type=int, default=10_000)
    total = arguments.parse_args().stories
    if shutil.which("hugo") is None:
        print("hugo is not installed: nothing to compare with")
        sys.exit(0)
    place = WORK / "hugo"
    changed = make_site(place, total)
    theirs, memory = run_hugo(place)
    changed.write_text(changed.read_text() + "\nOne more paragraph.\n")
    again, _ = run_hugo(place)
    shutil.rmtree(place)
    store, ours, peak = build(total)
    publishing = Publishing(total, store)
    publish_in_turns(publishing)
    one = percentile(publishing.seconds, 0.5)
    show(
        f"Hugo and Dateline, {total:,} stories, {len(CITIES)} cities",
        [
            (
                "full build: Hugo, ours (s), ratio",
                f"{theirs:.1f}, {ours:.1f}, {ours / theirs:.2f}",
                "0.6",
            ),
            (
                "memory: Hugo, ours (GiB), ratio",
                f"{memory:.2f}, {peak / 1024**2:.2f}, {peak / 1024**2 / memory:.2f}",
                "0.16 at 100,000",
            ),
            (
                "one story: Hugo (s), ours (ms), times faster",
                f"{again:.1f}, {one * 1000:.1f}, {again / one:.0f}",
                "150",
            ),
        ],
    )


if __name__ == "__main__":
    main()
