"""Copy that comes by e-mail: attached, pasted in, or the mail itself."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.item import Audience, ItemKind, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.formats.mail import is_mail
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from support.agency import raw_item

RULES = SourceRules(name="acme")
DATE = "Thu, 15 Dec 2016 17:52:00 +0530"


def a_mail(text="The ferry left the harbour at noon.\n", **headers):
    """Write a mail."""
    mail = EmailMessage()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in {
        "From": "Acme Press <press@acme.example>",
        "To": "desk@paper.example",
        "Subject": "Ferry leaves harbour – at last",
        "Date": DATE,
        "Message-ID": "<1.acme@acme.example>",
        **named,
    }.items():
        mail[name] = value
    mail.set_content(text)
    return mail


def read(mail):
    """Read a mail."""
    return parse(bytes(mail), source=RULES)


def attach(mail, raw, name, *, kind="application/octet-stream"):
    """Attach a file."""
    main, sub = kind.split("/")
    mail.add_attachment(raw, maintype=main, subtype=sub, filename=name)


def test_a_mail_without_copy_in_it_is_the_copy():
    """Subject, date, id and paragraphs; the signature is set aside."""
    (item,) = read(a_mail("First.\n\nSecond, naïve.\n\n-- \nPress office, 555 0100\n"))

    assert item.headline == "Ferry leaves harbour – at last"
    assert item.uri == "mid:1.acme@acme.example"
    assert item.version_created.isoformat() == "2016-12-15T17:52:00+05:30"
    assert [block.text for block in item.body] == ["First.", "Second, naïve."]
    assert item.stripped[-1].text == "Press office, 555 0100"
    assert item.format == "mail"


def test_attached_copy_is_read_by_what_it_is():
    """Whatever its name and type; what the sender wrote is for the desk alone."""
    mail = a_mail("Please find attached. Call me on 555 0100.")
    attach(mail, raw_item(1), "one.bin")
    attach(mail, raw_item(2), "two.pdf", kind="application/pdf")
    attach(mail, b"%PDF-1.4 not ours", "leaflet.pdf", kind="application/pdf")

    one, two = read(mail)

    assert [one.headline, two.headline] == ["Harbour news 1", "Harbour news 2"]
    assert one.format == "ninjs"
    assert "555 0100" not in one.body_text
    assert [note.text for note in one.ed_notes if note.role == "mail"]
    assert all(note.audience is not Audience.PUBLIC for note in one.ed_notes)
    assert any("leaflet.pdf" in warning for warning in one.warnings)


def test_copy_pasted_into_the_text_is_read():
    """A mail whose text is a whole item in a format of its own."""
    (item,) = read(a_mail(raw_item(7).decode()))

    assert (item.format, item.headline) == ("ninjs", "Harbour news 7")


def test_html_alone_is_read_without_its_markup():
    """No script and no style comes through."""
    mail = a_mail()
    mail.set_content("<p>One.</p><script>alert(1)</script><p>Two.</p>", subtype="html")

    (item,) = read(mail)

    assert [block.text for block in item.body] == ["One.", "Two."]


def test_the_same_mail_delivered_twice_is_the_same_item():
    """The way it took is not its content."""
    again = a_mail(Received="from other.example; " + DATE)

    assert read(a_mail())[0].uri == read(again)[0].uri


def test_a_forwarded_mail_gives_its_copy():
    """A mail in a mail is looked into."""
    inner = a_mail("inner")
    attach(inner, raw_item(3), "three.json")
    outer = a_mail("See below.", Message_ID="<2@acme.example>")
    outer.add_attachment(inner)

    assert [item.headline for item in read(outer)] == ["Harbour news 3"]


@pytest.mark.parametrize("auto", ["auto-replied", "auto-generated"])
def test_a_machines_answer_is_never_copy_for_readers(auto):
    """Out of office is a service message."""
    (item,) = read(a_mail("I am away until Monday.", Auto_Submitted=auto))

    assert Signal.ADVISORY in item.signals


def test_an_empty_mail_is_an_error_with_a_hint():
    """Nothing to read is not a story."""
    with pytest.raises(RefusedError) as refusal:
        read(a_mail("\n"))

    assert refusal.value.hint


def test_what_is_no_mail_is_not_taken_for_one():
    """XML, JSON, text with a colon."""
    for raw in (raw_item(), b"<nitf/>", b"From: x\nno headers at all\n", b"", b"To: y"):
        assert not is_mail(raw)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_mail_gives_items_or_an_error_of_ours(head, body):
    """However broken; spam is."""
    raw = b"From: a@b\nTo: c@d\nSubject: x\n" + head + b"\n\n" + body
    try:
        items = parse(raw, source=RULES)
    except RefusedError:
        return
    assert all(item.kind in set(ItemKind) for item in items)
