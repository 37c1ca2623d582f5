"""Stories that are related to a new one: the desk's choice, and by their words."""

import pytest
from django.core.exceptions import ValidationError

from dateline.newsroom import related_stories
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.models import Story
from dateline.newsroom.related_stories import most_alike, words_of
from support.copy import later
from support.newsroom_copy import a_draft, again, changed, published

GLACIER = "Glacier sirens tested above Dehradun"
AGAIN = "Glacier sirens wake a village above Dehradun"


def archive(*more):
    """Return the words of thirty stories that share nothing rare, and of more."""
    names = [f"{a}{b}um" for a in "bdfgkm" for b in "aeiou"]
    found = {name: words_of(f"The {name} said that they had {name}s") for name in names}
    return found | {text: words_of(text) for text in more}


def test_shared_rare_words_make_stories_alike():
    """The best first; what shares the language's small words is not related."""
    others = archive(GLACIER, "The minister said that they had Dehradun in mind")

    assert most_alike(words_of(AGAIN), others)[0] == GLACIER
    assert most_alike(words_of("The queen said that they had rain"), others) == []


def test_in_a_new_paper_nothing_is_rare():
    """A handful of stories share words by chance."""
    few = {GLACIER: words_of(GLACIER)}

    assert most_alike(words_of(AGAIN), few) == []


def test_endings_and_accents_do_not_part_words():
    """Folded as the wire's words are."""
    assert words_of("Trains at Évian, the TRAIN") == {"train", "evian", "the"}


def test_words_of_hindi_are_whole():
    """A vowel sign ends no word, a danda does."""
    first, second = words_of("दिल्ली में बारिश। पानी"), words_of("बारिश")

    assert second <= first


@pytest.fixture
def paper(house, monkeypatch):
    """A newsroom in which two stories are enough to be compared."""
    monkeypatch.setattr(related_stories, "FEWEST", 2)
    monkeypatch.setattr(related_stories, "_COMMON", 1)
    for headline in ("Harbour cranes stand idle", "Silent film found in a piano"):
        published(headline=headline)
    return house


def test_related_stories_are_found_at_the_first_publication(paper):
    """They are said in the journal with the story, and stay as they were."""
    old = published(headline=GLACIER)
    assert a_draft(headline=AGAIN).suggested == []

    story = published(headline=AGAIN)

    _, said = paper.said()[-1]
    assert said.related == (old.public_id,)
    changed(again(story), headline="Quite another matter")
    Publish(story=again(story), now=later(minutes=5)).execute()
    assert again(story).suggested == [old.public_id]


def test_drafts_and_stories_taken_back_are_not_suggested(paper):
    """Nothing that readers cannot have is named to them."""
    a_draft(headline=GLACIER)
    gone = published(headline="Glacier sirens checked above Dehradun")
    Withdraw(story=gone, notice="", now=later(minutes=1)).execute()

    story = published(headline=AGAIN)

    assert gone.public_id not in again(story).suggested
    public = Story.objects.filter(state="published").values_list("public_id", flat=True)
    assert set(again(story).suggested) <= set(public)


def test_the_desks_choice_comes_first(house):
    """Given as addresses, kept as ids, each once."""
    first = published(headline="Harbour cranes stand idle")
    draft = a_draft(headline="Ferry leaves")
    address = f"https://banyan.example/world/2016/12/15/cranes-{first.public_id}/?a=1"
    draft.related = [address, first.public_id]
    draft.clean()

    assert draft.related == [first.public_id]


def test_a_story_that_readers_never_had_cannot_be_chosen(house):
    """A draft's id, or a slip, is refused at its field."""
    other, draft = a_draft(headline="Ferry leaves"), a_draft(headline="Boats")
    draft.related = [other.public_id, "nonsense"]

    with pytest.raises(ValidationError, match=f"{other.public_id}, nonsense"):
        draft.clean()


def test_a_kill_empties_what_it_names(paper):
    """Neither its row nor the memory keeps a trace of what it was about."""
    story = published(headline="Ferry leaves")
    published(headline="Boats stay")
    key = (story.public_id, 1)
    assert "ferry" in related_stories.known.held[key]
    Story.objects.filter(pk=story.pk).update(related=["x7k2mb"], suggested=["x7k2mc"])

    KillStory(story=again(story), reason="An order.", now=later(minutes=1)).execute()

    assert (again(story).related, again(story).suggested) == ([], [])
    assert key not in related_stories.known.held
