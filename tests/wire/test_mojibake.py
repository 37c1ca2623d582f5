"""Text encoded twice is put right, and no other text is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.mojibake import repair
from support.wire_files import g2, read


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("Dellâ€™s", "Dell’s"),
        ("â€œYesâ€\x9d", "“Yes”"),
        ("Â© 2000 CafÃ©", "© 2000 Café"),
        ("workstationsÂ¹, Dellâ€™s", "workstations¹, Dell’s"),
        ("DÃ©cÃ¨s", "Décès"),
        ("Ã©tÃ© â€“ real “quotes” stay", "été – real “quotes” stay"),
    ],
)
def test_what_was_encoded_twice_is_put_right(sent, meant):
    """Quotes, symbols and accents come back."""
    assert repair(sent) == meant


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "«IRMû",
        "CAFÉ»",
        "SÃO TOMÉ",
        "Câmara",
        "À bientôt",
        "été",
        "Â",
        "ÂNGELA",
    ],
)
def test_what_a_language_writes_stays(text):
    """Portuguese capitals before a quotation mark are no accident."""
    assert repair(text) is None


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
def test_twice_encoded_text_is_what_it_was(text):
    """Latin text that went wrong once comes back, if a certain sign is in it."""
    wrong = ("é’" + text).encode().decode("cp1252", errors="ignore")
    back = repair(wrong)

    assert back is not None
    assert back.startswith("é’")


def test_an_item_says_that_it_was_repaired():
    """The headline is right, and the warning is there."""
    item = read(g2(content_meta="<headline>Ferryâ€™s end</headline>"))

    assert item.headline == "Ferry’s end"
    assert any("encoded twice" in warning for warning in item.warnings)
