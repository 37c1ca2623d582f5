"""Input that is meant to do harm: refused or read, in bounded time and memory."""

import gzip
import resource
from contextlib import suppress

import pytest

from dateline.wire.errors import RefusedError
from dateline.wire.export_json import item_line
from dateline.wire.parse import parse
from dateline.wire.refused import TooLargeError
from dateline.wire.source import SourceRules

RULES = SourceRules(name="hostile")
DEEP = 100_000
LONG = 15 << 20  # just below what a source may send
MOST_GROWTH = 1 << 20  # KiB
G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1">'
    "<itemMeta/><contentMeta><headline>H</headline></contentMeta><contentSet>"
    '<inlineXML contenttype="application/xhtml+xml"><html><body>{}</body></html>'
    "</inlineXML></contentSet></newsItem>"
)
ROOTS = {
    "newsml-g2": G2,
    "newsml-1": "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{}"
    "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
    "nitf": "<nitf><body><body.content>{}</body.content></body></nitf>",
    "rbnews": "<RBNews><NewsItem><Id>1</Id><Text>{}</Text></NewsItem></RBNews>",
    "rss": "<rss><channel><item><guid>1</guid><description>{}</description></item>"
    "</channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>"
    "<content type='xhtml'>{}</content></entry></feed>",
}
BOMB = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
)
ANPA = "\x16\x16\x01a0001\x1f---w\nr i\x13\x11 BC-X 11-03 0521\n\x02^BC-X<\n^H<\n{}\x03"
WIRE = "\x01bdt0157 4 vm 211\n\nSlug/\n\x02Head =\n\n{}\n\x03030900 Nov 26\n"

JSON = (
    '{"uri":"x","a":',
    '{"data":{"item":{"altids":{"itemid":"1"},"a":',
    '{"version":"https://jsonfeed.org/version/1.1","items":',
)
pytestmark = pytest.mark.timeout(60)  # bounded, not quick: a runaway would take hours


def survive(raw, rules=RULES):
    """Parse; give the Items, or None for a refusal, within bounds."""
    room, found = _memory(), None
    with suppress(RefusedError):
        found = parse(raw if isinstance(raw, bytes) else raw.encode(), source=rules)
    assert _memory() - room < MOST_GROWTH
    return found


def _memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("name", ROOTS)
def test_an_entity_bomb_does_not_go_off(name):
    """Entities are never expanded: nothing grows."""
    root = ROOTS[name]
    found = survive(BOMB + "]>" + root.format("<p>&a11;</p><p>Copy.</p>"))

    assert found is None or all(len(item_line(item, file="")) < 9000 for item in found)


@pytest.mark.parametrize("name", ROOTS)
def test_nothing_outside_is_loaded(name, tmp_path):
    """Neither a DTD nor an entity, of the disk or of the network."""
    secret = tmp_path / "secret"
    secret.write_text("qzsecret")
    head = (
        f"<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY f SYSTEM '{secret}'>"
        f"<!ENTITY % p SYSTEM 'file://{secret}'> %p;]>"
    )
    found = survive(head + ROOTS[name].format("<p>&f;</p><p>Copy.</p>"))

    assert "qzsecret" not in "".join(item_line(item, file="") for item in found or ())


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize("tag", ["div", "p", "b", "ul", "table", "blockquote"])
def test_elements_nested_deep_do_no_harm(name, tag):
    """A hundred thousand elements inside one another."""
    survive(ROOTS[name].format(f"<{tag}>" * DEEP + "x" + f"</{tag}>" * DEEP))
    inner = (f"<{tag}>" * DEEP).replace("<", "&lt;")
    survive(ROOTS[name].format(inner))


@pytest.mark.parametrize("pair", ["[]", '{"a":}', '{"associations":}'])
def test_json_nested_deep_does_no_harm(pair):
    """Arrays and objects inside one another, in ninjs, AP's API and JSON Feed."""
    inside = pair[:-1] * DEEP + "1" + pair[-1] * DEEP
    for start in JSON:
        survive(start + inside + "}" * start.count("{"))


@pytest.mark.parametrize("form", [ANPA, WIRE])
@pytest.mark.parametrize(
    "text", ["^" * DEEP, "^x<\n" * DEEP, "x" * LONG, "x\n" * DEEP, "|a|\n" * DEEP]
)
def test_text_wires_bear_long_lines_and_many(form, text):
    """Carets, rows and lines without end."""
    survive(form.format(text))


@pytest.mark.parametrize("name", ROOTS)
def test_a_line_without_an_end_is_read_or_refused(name):
    """Fifteen megabytes in one paragraph."""
    survive(ROOTS[name].format(f"<p>{'x ' * (LONG // 2)}</p>"))


@pytest.mark.parametrize("name", [*ROOTS, "anpa", "7901"])
def test_a_hundred_megabytes_are_refused_unread(name):
    """More than the source may send: no parser is asked."""
    form = {**ROOTS, "anpa": ANPA, "7901": WIRE}[name]
    with pytest.raises(TooLargeError):
        parse(form.format("x" * (100 << 20)).encode(), source=RULES)


def test_packed_and_oddly_written_bytes_are_refused():
    """Gzip, zip, UTF-7 and the like are no agency copy."""
    text = G2.format("<p>Copy.</p>")
    for raw in (
        gzip.compress(text.encode()),
        b"PK\x03\x04" + text.encode(),
        gzip.compress(b"\0" * (8 << 20)),
        b"+ADw-newsItem+AD4-",
        b"<?xml version='1.0' encoding='utf-7'?>+ADw-newsItem/+AD4-",
    ):
        assert not survive(raw)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "cp037"])
def test_wide_text_without_a_mark_is_read_or_refused(encoding):
    """UTF-16 without its mark is read if it begins like XML; nothing crashes."""
    text = "<?xml version='1.0'?>" + G2.format("<p>Copy.</p>")

    found = survive(text.encode(encoding))

    assert found is None or found[0].body_text in {"", "Copy."}


def test_an_address_that_is_none_breaks_no_feed():
    """A link of the feed or of an entry with half an address in brackets."""
    for base, link in (("http://[::1", "/a"), ("http://x.example/", "//[a")):
        raw = (
            f"<rss><channel><link>{base}</link><item><title>H</title>"
            f"<link>{link}</link><guid>1</guid></item></channel></rss>"
        )
        (item,) = parse(raw.encode(), source=RULES)
        assert item.headline == "H"


@pytest.mark.timeout(30)
@pytest.mark.parametrize("word", ["\x01", "notebook ä ", "publication ", "\n## "])
def test_a_text_wire_of_one_word_a_thousand_times_takes_no_minutes(word):
    """What is looked at around each word, or each mark, is bounded."""
    head = "\x01bdt0157 4 vm 211  dpa 0157\n\nA/\nHeadline =\n\nBremen (dpa) - Text\n"

    items = parse((head + word * (200_000 // len(word))).encode(), source=RULES)

    assert [item.headline for item in items] == ["Headline"]


BLANKS = " " * 200_000  # squared, more than the minute a test has
NINJS = '{{"uri":"x","standard":{{"name":"ninjs","version":"2.1"}},"type":"text",{}}}'


@pytest.mark.parametrize(
    "text",
    [
        "<!---->" * 40 + "no element",
        "<??>" * 40 + "no element",
        NINJS.format(f'"headline":"Ferry{BLANKS}1 Ld"'),
        NINJS.format(f'"byline":"By Ada{BLANKS}Sample"'),
        NINJS.format(f'"byline":"NTB{BLANKS}AFP"'),
        NINJS.format(f'"located":"Oslo","byline":"ab{BLANKS}cd"'),
        NINJS.format(f'"usageterms":"MANDATORY CREDIT \\"{BLANKS}"'),
        ROOTS["nitf"]
        .format("<p>One</p>")
        .replace(
            "<body>", f'<head><meta name="slug" content="a{BLANKS}b"/></head><body>'
        ),
        G2.format("<p>One</p>").replace(
            "<headline>",
            "<dateline>Oslo" + "\xa0" * 200_000 + "Jan</dateline><headline>",
        ),
        "\x16\x16\x01a0001\x1f---w\nr i\x13\x11 BC-X 11-03 0521\n\x02^BC-X"
        + "," * 200_000
        + "Ld<\n   One.\n\x03",
        ANPA.format("   One.\n") + "BC-" * 70_000,
        WIRE.format("One.\n\n# Notizblock\n\n## Internet\n" + "-" * 200_000 + "x"),
        WIRE.format("# Notizblock\n\n## Ort\n" + "\n" * 200_000 + "x contactx\n"),
        ROOTS["rss"].format("It&amp;#8217;s &amp;#" + "7" * 20_000 + ";"),
        ROOTS["rss"].replace(
            "<guid>", f"<author>{'a' * 700_000} @x.example</author><guid>"
        ),
    ],
    ids=lambda text: f"{text[:4]!r}-{len(text)}",
)
def test_a_run_of_one_sign_takes_no_minutes(text):
    """Whatever field it stands in: no expression tries all ways to part it."""
    survive(text)


@pytest.mark.parametrize("name", sorted(ROOTS))
def test_signs_that_xml_forbids_come_through_recovery_and_do_no_harm(name):
    """A recovered file holds them, beside an entity that must be named."""
    copy = "<p>One\x01 &#2; &nbsp;\x02 two &amp &eacute;\x03</p>"

    assert survive(ROOTS[name].format(copy)) is not None
