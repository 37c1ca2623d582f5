"""A desk's pages in a browser, without a server: each with its slots filled."""

from contextlib import contextmanager
from urllib.parse import urlsplit

from dateline.pages.page import SLOT_END, SLOT_START
from support.browser import a_browser

SITE = "http://banyan.example"
_SERVED = {
    "age": '<p class="age">This story is 3 years old</p>',
    "today": "Thursday, 15 December 2016",
    "weather": "Mumbai",
}


@contextmanager
def desk_in_browser(desk):
    """Yield a browser in which the site's address answers with the desk's pages.

    ``page.asked`` lists the paths that were asked for.
    """

    def answer(route):
        path = urlsplit(route.request.url).path
        page.asked.append(path)
        made = desk.page(path)
        if made is None or made.file:
            route.fulfill(status=404)
            return
        text = made.text
        body = _filled(desk, text) if isinstance(text, str) else text
        route.fulfill(body=body, content_type=made.content_type)

    with a_browser() as page:
        page.asked = []
        page.route(f"{SITE}/**", answer)
        yield page


def _filled(desk, text):
    first, *rest = text.split(SLOT_START)
    found = [first]
    for each in rest:
        name, _, copy = each.partition(SLOT_END)
        found += [_slot(desk, name), copy]
    return "".join(found)


def _slot(desk, name):
    """Return what stands in a slot; the server's own as it writes them."""
    kind = name.partition("/")[0].partition(".")[0]
    if kind in _SERVED:
        return _SERVED[kind]
    made = desk.page(f"/_slot/{name}")
    return made.text if made else ""
