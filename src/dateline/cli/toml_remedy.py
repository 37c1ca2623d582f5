"""What to do about a file that is no TOML, or that has a value of the wrong shape."""

import re

_SHAPES = {
    "str": ("text", 'text stands in quotation marks: name = "The Post"'),
    "int": ("a whole number", "a whole number, without quotation marks: workers = 2"),
    "float": ("a number", "a number, without quotation marks: latitude = 19.07"),
    "bool": ("true or false", "true or false, without quotation marks"),
    "array": ("a list", 'a list stands in brackets: also = ["bombay"]'),
    "object": (
        "a table",
        "a table with one pair of brackets and its name: [wires.NAME]",
    ),
    "null": ("nothing", "leave the line out"),
}
"""A type in the reader's word, in a person's, and how it is written."""

_EXPECTED = re.compile(r"^Expected `([^`]+)`, got `([^`]+)`")

_REMEDIES = (
    ("Invalid value", 'Text stands in quotation marks: name = "The Post".'),
    ("Cannot declare", "It is there twice; put both into one."),
    ("Cannot overwrite", "It is there twice; remove one."),
    ("Expected '=' after a key", 'Write key = value: name = "The Post".'),
    ("Unterminated string", "Close the quotation mark in the same line."),
    ("Illegal character", "Close the quotation mark in the same line."),
    ("Unescaped '\\'", "Write a backslash twice, or use single quotation marks."),
    ("Expected ']'", "Close the table's name with a bracket: [site]"),
    ("Expected newline", "One setting a line, and text in quotation marks."),
)


def toml_remedy(said: str) -> str:
    """Return what to do about a fault of the TOML reader, which names the line."""
    if "end of document" in said:
        return "The last list, text or table is not closed: ], a quotation mark, or }."
    for begins, remedy in _REMEDIES:
        if said.startswith(begins):
            return remedy
    return "Write one `key = value` a line, below a [table] or a [[list]]."


def shape_remedy(said: str) -> tuple[str, str]:
    """Return in a person's words what is wrong with a value, and what to do."""
    found = _EXPECTED.match(said)
    if not found:
        return said, "Give the value the type that is expected."
    wanted = [w.strip() for w in found.group(1).split("|") if w.strip() != "null"]
    known = [_SHAPES[w] for w in wanted if w in _SHAPES]
    if not known:
        return said, "Give the value the type that is expected."
    got = _SHAPES.get(found.group(2), (found.group(2), ""))[0]
    names = " or ".join(name for name, _ in known)
    how = "; or ".join(remedy for _, remedy in known)
    return f"{got} stands where {names} should", f"{how[0].upper()}{how[1:]}."
