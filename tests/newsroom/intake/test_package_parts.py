"""An agency kills a package: what it carried inside goes, what it named stays."""

import itertools

import pytest
from msgspec.structs import replace

from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import PackagePart, Section, Story, WireItem
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.wire_item import WireState
from dateline.wire.judge import Action
from dateline.wire.parse import parse
from support.copy import later
from support.newsroom_wire import TRUSTED
from support.wire_files import NAMESPACE, RULES, g2

PACKAGE = "urn:acme:package"
FERRY = "urn:acme:ferry"
TRAIN = "urn:acme:train"


def part(uri=FERRY, *, minutes=0, version="1"):
    """Write a story with an identity of its own."""
    return g2(
        attributes=f'guid="{uri}" version="{version}"',
        created=later(minutes=minutes).isoformat(),
        body=f"<p>Of {uri} there is much to say at noon.</p>",
        content_meta=f"<headline>News of {uri}</headline>",
    )


def package(*inside, status="usable", minutes=0, version="1", names=()):
    """Write a package that carries some items and names others."""
    refs = "".join(f'<itemRef residref="{uri}"/>' for uri in names)
    return (
        f'<packageItem xmlns="{NAMESPACE}" guid="{PACKAGE}" version="{version}">'
        f'<itemMeta><itemClass qcode="ninat:composite"/>'
        f"<versionCreated>{later(minutes=minutes).isoformat()}</versionCreated>"
        f'<pubStatus qcode="stat:{status}"/></itemMeta><groupSet root="g">'
        f'<group id="g" role="group:main">{refs}{"".join(inside)}</group>'
        "</groupSet></packageItem>"
    ).encode()


KILL = package(status="canceled", minutes=5, version="2")


def arrive(raw, *, minutes=9):
    """Take bytes in from a source whose copy goes out by itself."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return take_in(raw, source=TRUSTED, now=later(minutes=minutes))


def states():
    """Give what became of each row and of each story."""
    rows = {row.uri: row.state for row in WireItem.objects.all()}
    out = Story.objects.filter(state=StoryState.PUBLISHED)
    return rows, sorted(out.values_list("wire_uri", flat=True))


def test_an_item_knows_the_package_that_carries_it():
    """Inside a group it is carried; beside the package, or named, it is not."""
    carried = parse(package(part(), names=[TRAIN]), source=RULES)
    message = (
        f'<newsMessage xmlns="{NAMESPACE}"><itemSet>'
        f"{package(names=[FERRY]).decode()}{part()}</itemSet></newsMessage>"
    )

    assert [(item.uri, item.inside) for item in carried] == [
        (PACKAGE, ""),
        (FERRY, PACKAGE),
    ]
    beside = parse(message.encode(), source=RULES)
    assert [item.inside for item in beside] == ["", ""]
    assert parse(part().encode(), source=RULES)[0] == replace(
        carried[1], inside="", raw_ref=parse(part().encode(), source=RULES)[0].raw_ref
    )


def test_the_kill_of_a_package_reaches_what_it_carries(either):
    """Both stories are killed in the journal, and the rows say nothing more."""
    arrive(package(part(FERRY), part(TRAIN)))
    assert states()[1] == [FERRY, TRAIN]

    arrive(KILL)

    rows, published = states()
    assert published == []
    assert set(rows.values()) == {WireState.KILLED}
    assert either.kinds()[-2:] == ["story.killed", "story.killed"]
    assert set(WireItem.objects.values_list("headline", flat=True)) == {""}


def test_it_does_not_reach_what_the_package_only_names(house):
    """An item with a file of its own stands when a package that names it falls."""
    arrive(part(FERRY))
    arrive(package(part(TRAIN), names=[FERRY]))

    arrive(KILL)

    rows, published = states()
    assert published == [FERRY]
    assert rows[TRAIN] == WireState.KILLED
    assert house.kinds().count("story.killed") == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_ends_the_same(house, order):
    """The part alone, the package with it inside, the kill: it is dead at the end."""
    files = [part(FERRY), package(part(FERRY)), KILL]

    for number in order:
        arrive(files[number])

    assert states() == ({FERRY: WireState.KILLED, PACKAGE: WireState.KILLED}, [])
    said = len(house.entries())
    for number in order:  # and reading it all again changes nothing
        arrive(files[number])
    assert len(house.entries()) == said


def test_a_package_sent_again_after_the_kill_waits_with_its_parts(house):
    """Made after the kill, neither goes out before a person has looked."""
    arrive(KILL)

    outcomes = arrive(package(part(FERRY, minutes=7), minutes=7, version="3"))

    assert [each.action for each in outcomes] == [Action.HOLD, Action.HOLD]
    assert states()[1] == []
    assert WireItem.objects.get(uri=FERRY).call_desk


def test_a_story_taken_again_by_a_person_is_not_killed_by_reading_again(house):
    """The order was carried out once; the same files say nothing new."""
    raw = package(part(FERRY))
    arrive(raw)
    arrive(KILL)
    Story.objects.create(
        headline="By a person",
        public_id="again1",
        slug="again",
        section=Section.objects.first(),
        wire_provider=WireItem.objects.first().provider,
        wire_uri=FERRY,
    )
    before = list(Story.objects.values_list("pk", "state"))

    arrive(raw)
    arrive(KILL)

    assert list(Story.objects.values_list("pk", "state")) == before


def test_a_part_in_another_version_is_reached_too(house):
    """The package carried version 1; version 2 came alone; both are one story."""
    arrive(package(part(FERRY)))
    arrive(part(FERRY, minutes=3, version="2"))

    arrive(KILL)

    assert states()[1] == []


def test_a_package_in_a_package_goes_with_it(house):
    """What is carried by what is carried is carried."""
    PackagePart.objects.create(provider="acme", package=PACKAGE, part="urn:acme:inner")
    arrive(package(part(FERRY)).replace(PACKAGE.encode(), b"urn:acme:inner"))
    PackagePart.objects.filter(provider="acme").update(
        provider=WireItem.objects.first().provider
    )

    arrive(KILL)

    assert states()[1] == []


NEWSML_1 = """<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier>
<ProviderId>acme.example</ProviderId><DateId>20161215</DateId>
<NewsItemId>package</NewsItemId><RevisionId PreviousRevision="0" Update="N">{version}
</RevisionId><PublicIdentifier>urn:newsml:acme.example:20161215:package:{version}
</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>
<NewsItemType FormalName="News"/><FirstCreated>20161215T090000Z</FirstCreated>
<ThisRevisionCreated>20161215T0900{second}Z</ThisRevisionCreated>
<Status FormalName="{status}"/></NewsManagement>{component}</NewsItem></NewsML>"""
PART = """<NewsComponent Duid="{duid}"><NewsLines><HeadLine>News of {duid}</HeadLine>
</NewsLines><ContentItem><DataContent><p>Of {duid} there is much to say.</p>
</DataContent></ContentItem></NewsComponent>"""


def test_the_parts_of_a_newsml_1_item_have_no_life_of_their_own(house):
    """Its stories are one NewsItem's: a kill of that takes back all of them."""
    parts = "".join(PART.format(duid=duid) for duid in ("ferry", "train"))
    sent = NEWSML_1.format(
        version=1,
        second="00",
        status="Usable",
        component=f"<NewsComponent>{parts}</NewsComponent>",
    )
    killed = NEWSML_1.format(version=2, second="09", status="Canceled", component="")
    arrive(sent)
    assert len(states()[1]) == 2

    arrive(killed)

    assert states()[1] == []
