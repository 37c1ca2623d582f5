"""The fingerprint of everything that pages are made with."""

from dateline.pages import fingerprint as module
from dateline.pages.fingerprint import fingerprint


def test_it_is_the_same_every_time():
    """Two runs of the same release agree."""
    once = fingerprint()
    fingerprint.cache_clear()

    assert fingerprint() == once


def test_a_changed_template_changes_it(tmp_path, monkeypatch):
    """One more byte in one template is another fingerprint."""
    once = fingerprint()
    (tmp_path / "home.html").write_text("changed")
    monkeypatch.setattr(module, "TEMPLATES", tmp_path)
    fingerprint.cache_clear()

    assert fingerprint() != once
    fingerprint.cache_clear()


def test_a_changed_style_sheet_in_a_folder_changes_it(tmp_path, monkeypatch):
    """Components of the look lie in a folder of their own; they count too."""
    (tmp_path / "css").mkdir()
    sheet = tmp_path / "css" / "story.css"
    sheet.write_text("p { margin: 0; }")
    monkeypatch.setattr(module, "STATIC", tmp_path)
    fingerprint.cache_clear()
    once = fingerprint()

    sheet.write_text("p { margin: 1px; }")
    fingerprint.cache_clear()

    assert fingerprint() != once
    fingerprint.cache_clear()
