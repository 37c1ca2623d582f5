"""A paper in Hindi says everything of its own in Hindi."""

import re
from dataclasses import replace

import pytest
from tools.words import texts

from dateline.catalog.apply import apply
from dateline.news.stamp import DAYS, MONTHS
from dateline.news.story import Story
from dateline.store.store import Store
from pages.conftest import Paper, publications
from support.copy import a_site
from support.press_house import MemoryJournal, site_set

_DATA = re.compile(r"<script.*?</script>", re.DOTALL)
"""JSON-LD names the types of things in English, in every language."""

_SAME = {"RSS", "Atom", "JSON Feed"}


def _in_hindi(change):
    """Return a change whose story, if it has one, is in the paper's language."""
    if not isinstance(change.content, Story):
        return change
    return replace(change, content=replace(change.content, language="hi"))


@pytest.fixture(scope="module")
def hindi_paper(tmp_path_factory):
    """Return the small paper with Hindi as its language."""
    store = Store(tmp_path_factory.mktemp("hindi") / "store", durable=False)
    journal = MemoryJournal()
    site = a_site(language="hi", contact="desk@banyan.example", publisher="Banyan")
    with store.write() as tx:
        for number, (moment, changes) in enumerate(publications()):
            hindi = [*map(_in_hindi, changes)]
            hindi += [site_set(site)] if number == 0 else []
            for entry in journal.append(*hindi, moment=moment):
                apply(tx, entry)
        yield Paper(tx=tx)
    store.close()


def test_no_page_of_a_hindi_paper_speaks_english(hindi_paper):
    """No text of the frame or of a page is left in the source's language."""
    whole = [text for (_, text) in texts() if text not in _SAME and "{" not in text]
    english = re.compile(
        r'[>"]\s*(' + "|".join(map(re.escape, sorted(whole, key=len))) + r')\s*[<"]'
    )
    found = {
        path: english.findall(_DATA.sub("", page.text))
        for path, page in hindi_paper.all_pages().items()
        if isinstance(page.text, str) and page.content_type.startswith("text/html")
    }

    assert {path: words for path, words in found.items() if words} == {}


def test_no_date_of_a_hindi_paper_is_english(hindi_paper):
    """Months and weekdays are the language's own, in stamps, titles, calendars."""
    names = re.compile(rf"\b({'|'.join([*MONTHS, *DAYS])})\b|\d [ap]m\b")
    archive = [p for p in hindi_paper.all_pages() if p.startswith("/archive/")]

    assert len(archive) > 5
    for path in ("/", *archive):
        assert names.findall(hindi_paper.page(path).text) == [], path
    assert "दिसंबर 2016, शाम 6.22 बजे IST" in hindi_paper.page("/").text


def test_the_frame_says_its_language(hindi_paper):
    """Browsers and screen readers are told."""
    assert '<html lang="hi" dir="ltr">' in hindi_paper.page("/").text
