"""The corrections page."""


def test_each_note_leads_to_its_story(paper):
    """A note stands with its moment, its story's headline and a link to it."""
    text = paper.page("/corrections/").text

    assert 'href="/world/2016/12/15/leaders-meet-x7k2mb/#corrections"' in text
    assert "It was &lt;two&gt;." in text
    assert "15 Dec 2016, 8.22 pm IST" in text


def test_nothing_to_correct(empty_paper):
    """Without notes the page says so."""
    assert "nothing to correct" in empty_paper.page("/corrections/").text
