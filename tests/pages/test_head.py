"""What the head of a page says: addresses, link previews, pictures."""

import re

from lxml import html

from dateline.pages.page import HTML

STORY = "/world/2016/12/15/leaders-meet-x7k2mb/"
EARLY = 10_000
OG_NEEDED = ("og:site_name", "og:type", "og:title", "og:url", "og:locale")


def heads(paper):
    """Return the head of each HTML page with its bytes up to there."""
    found = {}
    for path, page in paper.all_pages().items():
        if page.content_type == HTML and page.text and page.cache == "page":
            found[path] = html.fromstring(page.text.encode()).find("head")
    assert len(found) > 30
    return found


def metas(head):
    """Return the properties and names of a head."""
    named = [
        (m.get("property") or m.get("name"), m.get("content"))
        for m in head.iter("meta")
    ]
    keys = [
        key for key, _ in named if key and key not in {"theme-color", "article:author"}
    ]
    assert len(keys) == len(set(keys)), keys
    return dict(named)


def test_each_page_has_one_address_and_may_be_shown_large(paper):
    """Canonical is the page's own address; what is no page is not to be found."""
    for path, head in heads(paper).items():
        canonical = [
            link.get("href") for link in head.iterfind("link[@rel='canonical']")
        ]
        robots = metas(head)["robots"]
        if canonical:
            assert canonical == [f"http://banyan.example{path}"]
            assert robots == "max-image-preview:large"
        else:
            assert robots == "noindex", path


def test_link_previews_are_whole(paper):
    """Open Graph in the first 10 KB, addresses absolute, a picture with its size."""
    for path, head in heads(paper).items():
        said = metas(head)
        if head.find("link[@rel='canonical']") is None:
            assert not [name for name in said if name and name.startswith("og:")], path
            continue
        assert all(said.get(name) for name in OG_NEEDED), path
        assert said["og:url"] == f"http://banyan.example{path}"
        assert re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}|[a-z]{2,3}", said["og:locale"]), path
        last = paper.page(path).text.encode().rindex(b'property="og:')
        assert last < EARLY, path
        if "og:image" in said:
            assert said["og:image"].startswith("http://banyan.example/media/")
            assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
            assert said["og:image:alt"].strip()
            assert said["twitter:card"] == "summary_large_image"


def test_the_previews_picture_is_there(paper):
    """It leads to a file of the right type that may be kept for ever."""
    said = metas(heads(paper)[STORY])
    page = paper.page(said["og:image"].removeprefix("http://banyan.example"))

    assert page.content_type == said["og:image:type"] == "image/jpeg"
    assert page.cache == "immutable"


def test_the_lead_is_fetched_first_and_others_when_they_are_near(paper):
    """One picture a page is preloaded; it is the one that is not lazy."""
    for path, page in paper.all_pages().items():
        if page.content_type != HTML or page.cache != "page" or not page.text:
            continue
        root = html.fromstring(page.text.encode())
        preloads = root.findall("head/link[@rel='preload'][@as='image']")
        eager = [img for img in root.iter("img") if img.get("loading") != "lazy"]
        assert len(preloads) == len(eager) <= 1, path
        for preload, img in zip(preloads, eager, strict=True):
            assert img.get("fetchpriority") == "high"
            sources = [s.get("srcset") for s in root.iter("source")]
            assert preload.get("imagesrcset") in [*sources, img.get("srcset")]


def test_icons_and_manifest_are_there(paper):
    """An SVG, a PNG for telephones, the manifest; each leads to a page."""
    head = heads(paper)["/"]
    for kind in ("icon", "apple-touch-icon", "manifest"):
        (link,) = head.iterfind(f"link[@rel='{kind}']")
        assert paper.page(link.get("href")).status == 200
