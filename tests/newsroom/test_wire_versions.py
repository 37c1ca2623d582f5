"""What the wire list tells of each version."""

from dateline.newsroom.models import WireItem
from dateline.newsroom.wire_versions import MOST, versions_of
from support.copy import NOON, later
from support.newsroom_wire import DESK, arrive, copy


def told():
    """Return the versions of the one item there is."""
    return versions_of(WireItem.objects.get())


def test_every_version_is_told_with_its_headline_and_moment(either):
    """Oldest first."""
    arrive(copy(), source=DESK)
    arrive(
        copy(minutes=9, version="2", headline="Ferry returns"),
        source=DESK,
        now=later(minutes=9),
    )

    assert [(each.version, each.headline, each.came) for each in told()] == [
        ("1", "Ferry leaves harbour", NOON),
        ("2", "Ferry returns", later(minutes=9)),
    ]


def test_the_same_version_again_is_told_once(either):
    """Reading a file twice changes nothing."""
    arrive(copy(), source=DESK)
    arrive(copy(), source=DESK, now=later(minutes=3))

    assert len(told()) == 1


def test_a_kill_forgets_what_the_versions_were_called(either):
    """When they came stays."""
    arrive(copy(), source=DESK)
    arrive(copy(minutes=5, version="2", pubstatus="canceled"), source=DESK)

    assert [each.headline for each in told()] == ["", ""]
    assert "Ferry" not in str(WireItem.objects.get().versions)


def test_a_row_from_before_tells_of_its_newest_version(house):
    """Nothing is made up for the others."""
    arrive(copy(), source=DESK)
    WireItem.objects.update(versions=[])

    (only,) = told()
    assert (only.version, only.headline) == ("1", "Ferry leaves harbour")


def test_a_story_of_very_many_versions_keeps_the_newest(house):
    """A row stays small."""
    for number in range(MOST + 3):
        arrive(copy(minutes=number, version=str(number), text=str(number)), source=DESK)

    assert len(told()) == MOST
    assert told()[-1].version == str(MOST + 2)


def test_a_photograph_without_a_headline_is_called_by_its_caption(house):
    """A desk reads words on its list, not an address."""
    raw = copy(
        type="picture",
        headline="",
        slugline="",
        description_caption="Quay cranes at work in Chennai.",
    )
    arrive(raw, source=DESK)

    assert str(WireItem.objects.get()) == "Quay cranes at work in Chennai."
    assert told()[0].headline == "Quay cranes at work in Chennai."
