"""The front of a city."""


def test_it_shows_its_own_weather(paper):
    """The page tells the server whose weather to put in."""
    assert paper.page("/city/patna/").city == "patna"
    assert paper.page("/world/").city == ""


def test_an_old_name_leads_on(paper):
    """A name people still use answers 301 with the city's address."""
    page = paper.page("/city/bombay/")

    assert (page.status, page.location) == (301, "/city/mumbai/")


def test_choosing_and_forgetting_need_no_script(paper):
    """Two plain forms: make this my city, forget my city."""
    text = paper.page("/city/mumbai/").text

    assert '<form method="post" action="/city/mumbai/">' in text
    assert "Make Mumbai my city" in text
    assert '<form method="post" action="/city/forget">' in text


def test_the_selector_has_two_groups(paper):
    """All cities are plain links in two named groups, the own one marked."""
    text = paper.page("/city/patna/").text
    metro = text.index("Metro cities")
    other = text.index("Other cities")

    assert metro < text.index('<a href="/city/mumbai/">Mumbai</a>') < other
    assert text.index('<a href="/city/patna/" aria-current="page">') > other


def test_a_city_without_stories_says_so(paper):
    """A city without stories has a page, for its link is in the selector."""
    assert "No stories from Ranchi yet." in paper.page("/city/ranchi/").text
