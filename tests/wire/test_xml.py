"""XML from strangers: nothing is loaded, nothing explodes."""

import time
from contextlib import suppress

import pytest

from dateline.wire.refused import BrokenXmlError
from dateline.wire.xml import children, local, read_html, read_xml, text_of


def test_an_external_entity_is_never_loaded(tmp_path):
    """A file on this machine cannot be read into an item."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    raw = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]><a>b&x;c</a>'

    assert text_of(read_xml(raw.encode()).root) == "bc"


def test_an_external_dtd_is_never_asked_for():
    """A DOCTYPE with an address nobody answers at does not matter."""
    raw = (
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" '
        b'[<!ENTITY % p SYSTEM "x"> ]><a>b</a>'
    )

    assert text_of(read_xml(raw).root) == "b"


@pytest.mark.parametrize("where", ["<a>&a9;</a>", "<a t='&a9;'/>"])
def test_an_entity_bomb_is_small(where):
    """A thousand million laughs are none, in text and in attributes."""
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    raw = f'<!DOCTYPE a [<!ENTITY a0 "ha">{bomb}]>{where}'.encode()
    start = time.monotonic()

    with suppress(BrokenXmlError):
        root = read_xml(raw).root
        assert len(text_of(root)) + len(root.get("t") or "") < 10_000
    assert time.monotonic() - start < 1


def test_named_characters_without_a_dtd_are_known():
    """``&nbsp;`` and ``&eacute;`` are put right by name, others dropped."""
    tree = read_xml(b"<a>caf&eacute; <b>x</b>&nbsp;y &mystery;z</a>")

    assert text_of(tree.root) == "café x\u00a0y z"
    assert tree.warning.startswith("recovered XML")


@pytest.mark.parametrize("raw", [b"", b"   ", b"no markup", b"<", b"\x00\x01"])
def test_what_is_no_xml_is_refused(raw):
    """Nothing to recover is our error, not the parser's."""
    with pytest.raises(BrokenXmlError):
        read_xml(raw)


def test_deep_nesting_is_bounded():
    """A hundred thousand open elements end in our error or a short tree."""
    start = time.monotonic()
    with suppress(BrokenXmlError):
        read_xml(b"<a>" * 100_000)
    assert time.monotonic() - start < 1


def test_names_are_compared_without_namespace_and_case():
    """Prefixed, namespaced and wrongly cased names are one name."""
    assert {local(tag) for tag in ("{urn:x}Item", "nar:item", "ITEM")} == {"item"}
    root = read_xml(b'<r xmlns:p="urn:x"><p:A/><a/><b/></r>').root
    assert len(children(root, "a")) == 2


@pytest.mark.parametrize("markup", ["", "   ", "<!-- only -->", "\x00"])
def test_html_that_holds_nothing_is_none(markup):
    """An empty body is no error."""
    root = read_html(markup)

    assert root is None or text_of(root) == ""
