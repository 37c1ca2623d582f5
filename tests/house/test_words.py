"""Every word readers see is in the catalogs, and every catalog says it."""

import re
import string
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from tools.words import left, texts, updated, written

from dateline.pages.typeset import TEMPLATES
from dateline.words.catalog import CATALOGS

TRANSLATED = sorted(file.stem for file in CATALOGS.glob("*.po"))
_READ_ALOUD = {
    "aria-label",
    "alt",
    "title",
    "placeholder",
    "data-back",
    "data-one",
    "data-many",
}
_STATEMENT = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalog_holds_exactly_what_readers_see(language):
    """No text is missing and none is left over: `make words` brings it up to date."""
    file = CATALOGS / f"{language}.po"

    assert file.read_text() == written(updated(file, texts())), "run `make words`"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language):
    """An empty translation would show English on a page in another language."""
    with (CATALOGS / f"{language}.po").open("rb") as stream:
        catalog = read_po(stream)
    for message in catalog:
        forms = message.string if message.pluralizable else (message.string,)
        assert all(forms), f"{language}: translate {message.id!r}"
        if message.id:
            assert not message.fuzzy, f"{language}: settle {message.id!r}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_the_same_places(language):
    """A place that is missing or misspelt would be lost, or stop the press."""
    with (CATALOGS / f"{language}.po").open("rb") as stream:
        catalog = read_po(stream)
    for message in catalog:
        if message.id:
            one = message.id[0] if message.pluralizable else message.id
            forms = message.string if message.pluralizable else (message.string,)
            for form in forms:
                assert _places(form) <= _places(one) | {"number"}, form
                if not message.pluralizable:
                    assert _places(form) == _places(one), form


def test_a_new_language_starts_from_an_empty_file(tmp_path):
    """All is missing; what is doubtful stays so until somebody settles it."""
    file = tmp_path / "bn.po"
    file.write_text("")
    wanted = {("", "Archive"): "", ("", "Home"): "", ("short", "Mon"): ""}
    file.write_text(written(updated(file, wanted)))
    assert left(updated(file, wanted)) == (["Archive", "Home", "Mon"], [])

    said = file.read_text().replace(
        'msgid "Archive"\nmsgstr ""', '#, fuzzy\nmsgid "Archive"\nmsgstr "মহাফেজ"'
    )
    file.write_text(said)

    assert left(updated(file, wanted)) == (["Home", "Mon"], ["Archive"])
    assert written(updated(file, wanted)) == said


def _places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


class _Words(HTMLParser):
    """Gathers what a reader would see or hear of a template."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, _tag, attrs):
        """Note the attributes that are read aloud."""
        self.found += [value or "" for name, value in attrs if name in _READ_ALOUD]

    def handle_data(self, data):
        """Note the text between tags."""
        self.found.append(data)


@pytest.mark.parametrize(
    "file",
    sorted(set(TEMPLATES.rglob("*.html")) - {TEMPLATES / "style_page.html"}),
    ids=lambda file: file.name,
)
def test_no_template_says_a_word_in_one_language_only(file):
    """A word outside `_("…")` would stay English on every page."""
    reader = _Words()
    reader.feed(_STATEMENT.sub(" ", file.read_text()))
    reader.close()
    bare = [text.strip() for text in reader.found if re.search(r"[^\W\d_]", text)]

    assert bare == [], 'write it as {{ _("…") }} and run `make words`'
