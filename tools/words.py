"""Gather the texts readers see into the catalogs: `make words`.

Texts are found where they stand: in the templates of `pages/` as `_("…")` and
`ngettext("…", "…", n)`, in Python as `say("…")`, `say.of("…", "…")`,
`say.count("…", "…", n)` and `later("…")`. New texts come into each catalog
without a translation (the test of the house waits for one), texts no longer
used go out. A catalog names no lines of code, so that moving code changes none.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from dateline.news.stamp import DAYS, MONTHS
from dateline.news.weather import CONDITIONS
from dateline.words.catalog import CATALOGS, Key
from dateline.words.weave import texts_in

SOURCE = Path(__file__).resolve().parent.parent / "src" / "dateline"
PLACES = ("pages", "serve", "search", "words")
"""The packages that speak to readers."""

_SHORT = 3
Text = tuple[Key, str]


def texts() -> dict[Key, str]:
    """Return every text readers may see: its key, and its plural or nothing."""
    found: dict[Key, str] = {}
    for place in PLACES:
        for file in sorted((SOURCE / place).rglob("*")):
            if file.suffix in {".html", ".xml"}:
                found.update(texts_in(file.read_text(encoding="utf-8")))
            elif file.suffix == ".py":
                found.update(_in_code(file))
    found.update(_of_the_trade())
    return found


def _of_the_trade() -> Iterator[Text]:
    """Yield what stands in tables of `news`, which knows nothing of languages."""
    for text in (*MONTHS, *DAYS, *CONDITIONS):
        yield ("", text), ""
    for text in (*MONTHS, *DAYS):
        yield ("short", text[:_SHORT]), ""


def _in_code(file: Path) -> Iterator[Text]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield from _said(ast.unparse(node.func), node.args)


def _said(called: str, given: list[ast.expr]) -> Iterator[Text]:
    """Yield the text of a call, if it is one that says something."""
    match [a.value for a in given[:2] if isinstance(a, ast.Constant)]:
        case [str(one), str(many)] if called.endswith("say.count"):
            yield ("", one), many
        case [str(context), str(text)] if called.endswith("say.of"):
            yield (context, text), ""
        case [str(text), *_] if given[0:1] and isinstance(given[0], ast.Constant):
            if called in {"say", "later"} or called.endswith(".say"):
                yield ("", text), ""


def updated(file: Path, wanted: dict[Key, str]) -> Catalog:
    """Return a catalog with exactly the texts wanted, translations kept."""
    with file.open("rb") as stream:
        old = read_po(stream)
    new = Catalog(
        locale=file.stem,
        header_comment=old.header_comment,
        fuzzy=False,
        charset="utf-8",
    )
    for (context, text), plural in sorted(wanted.items()):
        held = old.get(text, context or None)
        kept = held.string if held and bool(plural) == held.pluralizable else None
        new.add(
            (text, plural) if plural else text,
            kept,
            context=context or None,
            flags=held.flags & {"fuzzy"} if held and kept else (),
            user_comments=held.user_comments if held else (),
        )
    return new


def written(catalog: Catalog) -> str:
    """Return a catalog as the text of its file: no dates, no lines of code."""
    head = [
        *([catalog.header_comment] if catalog.header_comment else []),
        'msgid ""',
        'msgstr ""',
        f'"Language: {catalog.locale_identifier}\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        f'"Plural-Forms: {catalog.plural_forms}\\n"',
        "",
        "",
    ]
    stream = BytesIO()
    write_po(stream, catalog, omit_header=True, width=0)
    return "\n".join(head) + stream.getvalue().decode().rstrip() + "\n"


def left(catalog: Catalog) -> tuple[list[str], list[str]]:
    """Return the texts without a translation, and those whose one is fuzzy.

    Both are shown to readers in the source's words until they are settled.
    """
    missing: list[str] = []
    doubtful: list[str] = []
    for message in catalog:
        text = message.id if isinstance(message.id, str) else message.id[0]
        if text and not _is_said(message.string):
            missing.append(text)
        elif text and message.fuzzy:
            doubtful.append(text)
    return missing, doubtful


def main() -> int:
    """Bring all catalogs up to date; say what is left to translate."""
    wanted = texts()
    for file in sorted(CATALOGS.glob("*.po")):
        new = updated(file, wanted)
        file.write_text(written(new), encoding="utf-8")
        missing, doubtful = left(new)
        print(
            f"{file.name}: {len(wanted)} texts, {len(missing)} to translate, "
            f"{len(doubtful)} fuzzy"
        )
        for text in missing:
            print(f"  {text}")
        for text in doubtful:
            print(f"  fuzzy: {text}")
    return 0


def _is_said(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
