"""What names a NewsML 1 item: the same story is the same uri, another never is."""

import pytest

from dateline.news.item import PubStatus
from dateline.wire.formats.newsml1_found import Identity
from dateline.wire.formats.newsml1_identity import uri_of, without_revision
from dateline.wire.parse import parse
from support.newsml1_files import (
    COPY,
    identifier,
    lines,
    management,
    news_item,
    newsml1,
    part,
    text,
)
from support.wire_files import RULES, read


@pytest.mark.parametrize(
    ("public", "revision", "uri"),
    [
        (
            "urn:newsml:afp.com:20210516T080625Z:TX-PAR-WGF71:1",
            "1",
            "urn:newsml:afp.com:20210516T080625Z:TX-PAR-WGF71",
        ),
        ("urn:newsml:a.example:20161215:X:12", "12", "urn:newsml:a.example:20161215:X"),
        ("urn:newsml:a.example:20161215:X:2U", "2", "urn:newsml:a.example:20161215:X"),
        ("urn:newsml:a.example:20161215:X:1", "2", "urn:newsml:a.example:20161215:X"),
        (
            "urn:newsml:a.example:20161215:2016",
            "1",
            "urn:newsml:a.example:20161215:2016",
        ),
        ("urn:newsml:a.example:20161215:X", "1", "urn:newsml:a.example:20161215:X"),
        ("http://a.example/news/77", "1", "http://a.example/news/77"),
    ],
)
def test_the_revision_is_not_in_the_uri(public, revision, uri):
    """It is taken off the end of a PublicIdentifier, and nothing else is."""
    assert without_revision(public, revision) == uri


def test_a_public_identifier_that_names_something_else_is_not_believed():
    """Belga sends one constant for all stories: the id of the item counts."""
    identity = Identity(
        provider="belga.be",
        date="20190129",
        id="48591234",
        public="urn:newsml:www.belga.be",
        revision="1",
    )

    assert uri_of(identity) == "urn:newsml:belga.be:20190129:48591234"


@pytest.mark.parametrize("nothing", ["0", "00", "null"])
def test_an_id_that_says_nothing_names_nothing(nothing):
    """Zero is in every file of such an agency."""
    assert uri_of(Identity(provider="belga.be", id=nothing, public="urn:x:0:1")) == ""


NAMELESS = identifier(provider="belga.be", item="0", public="urn:newsml:www.belga.be")


def test_a_duid_names_an_item_without_an_id():
    """It stays the same when the text changes."""
    first, second = (
        read(
            newsml1(
                news_item(
                    part(
                        lines(headline=headline), text(), attributes="Duid='b29012019'"
                    ),
                    ids=NAMELESS,
                )
            )
        )
        for headline in ("Ferry leaves", "Ferry has left")
    )

    assert first.uri == second.uri == "urn:newsml:belga.be:b29012019"


def test_a_duid_that_every_file_has_names_nothing():
    """The name "root" is that of a place in the tree, not of a story."""
    one, other = (
        read(
            newsml1(
                news_item(
                    part(lines(headline=headline), text(), attributes="Duid='root'"),
                    ids=NAMELESS,
                )
            )
        )
        for headline in ("Ferry leaves", "Other news")
    )

    assert one.uri != other.uri


def test_without_any_name_the_content_is_one():
    """Two nameless items of one file differ; the same file again does not."""
    items = [
        news_item(part(lines(headline=headline), text()), ids=NAMELESS)
        for headline in ("One", "Two")
    ]
    raw = newsml1(*items).encode()

    first, second = (parse(raw, source=RULES) for _ in range(2))

    assert first == second
    assert first[0].uri != first[1].uri
    assert all(any("names none" in w for w in item.warnings) for item in first)


def languages(**ids):
    """Write one story in two languages, as Belga does."""
    return news_item(
        part(
            *(
                part(
                    part(text(f"<p>{head}</p>"), role="Title"),
                    part(text(f"<p>BRUSSEL (BELGA) = {lead}</p>"), role="Lead"),
                    part(text(COPY), role="Body"),
                    f"<DescriptiveMetadata><Language FormalName='{language}'/>"
                    "</DescriptiveMetadata>",
                )
                for language, head, lead in (
                    ("nl", "Veerboot vertrekt", "De boot is weg."),
                    ("fr", "Le ferry part", "Il est parti."),
                )
            )
        ),
        **ids,
    )


def test_each_language_is_an_item_of_its_own():
    """Dutch and French come out apart, with uris that never change."""
    ids = identifier(provider="belga.be", public="urn:newsml:www.belga.be")
    dutch, french = parse(newsml1(languages(ids=ids)).encode(), source=RULES)

    assert (dutch.language, french.language) == ("nl", "fr")
    assert dutch.uri == "urn:newsml:belga.be:20161215:FERRY1#nl"
    assert french.uri == "urn:newsml:belga.be:20161215:FERRY1#fr"
    assert (dutch.headline, french.headline) == ("Veerboot vertrekt", "Le ferry part")
    assert dutch.body[0].text == "De boot is weg."
    assert french.body[0].text == "Il est parti."
    assert len(dutch.body) == len(french.body) == 3


def test_a_kill_that_names_no_language_kills_them_all():
    """The whole NewsItem is gone: in every language it may have had."""
    kill = news_item(
        "",
        ids=identifier(provider="belga.be", public="urn:newsml:www.belga.be"),
        managed=management(status="Canceled"),
    )
    items = parse(newsml1(kill).encode(), source=RULES)

    assert {item.uri.partition("#")[2] for item in items} == {
        "",
        "nl",
        "fr",
        "de",
        "en",
    }
    assert {item.pub_status for item in items} == {PubStatus.CANCELED}


def test_a_kill_that_names_one_language_kills_the_others_too():
    """The status is that of the whole NewsItem; with copy the uri is the same."""
    ids = identifier(provider="belga.be", public="urn:newsml:www.belga.be")
    component = part(
        part(text(""), role="Body"),
        "<DescriptiveMetadata><Language FormalName='nl-BE'/></DescriptiveMetadata>",
    )
    copy, killed = (
        parse(
            newsml1(
                news_item(component, ids=ids, managed=management(status=status))
            ).encode(),
            source=RULES,
        )
        for status in ("Usable", "Canceled")
    )

    assert [item.uri.partition("#")[2] for item in copy] == ["nl"]
    assert copy[0].uri in {item.uri for item in killed}
    assert len(killed) == len({item.uri for item in killed}) == 5
