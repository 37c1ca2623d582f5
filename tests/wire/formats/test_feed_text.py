"""The text of a feed's entries, wherever it stands and however often escaped."""

import pytest

from dateline.news.block import BlockKind
from support.feeds import BASE, TEXT, one, rss


@pytest.mark.parametrize(
    "content",
    [
        "<content:encoded><![CDATA[{}]]></content:encoded>",
        "<description><![CDATA[{}]]></description>",
        "<body><![CDATA[{}]]></body>",  # an extension of the agency's own
        "<x:encoded xmlns:x='http://wrong.example/'><![CDATA[{}]]></x:encoded>",
    ],
)
def test_full_text_is_read_wherever_it_stands(content):
    """In content:encoded, in the description, or in the agency's own element."""
    html = "<h2>Ice</h2><p>One.</p><ul><li>a</li></ul><script>steal()</script>"

    item = one(rss(BASE + content.format(html)))

    kinds = [(block.kind, block.text) for block in item.body]
    assert kinds == [
        (BlockKind.CROSSHEAD, "Ice"),
        (BlockKind.PARAGRAPH, "One."),
        (BlockKind.LIST, "a"),
    ]
    assert "steal" not in item.body_text


def test_a_summary_beside_the_full_text_is_the_standfirst():
    """Unless the full text begins with it."""
    full = "<content:encoded>&lt;p&gt;The ice is thin. More follows.&lt;/p&gt;"
    full += "</content:encoded>"

    apart = one(rss(BASE + full + "<description>Scientists are alarmed</description>"))
    excerpt = one(rss(BASE + full + "<description>The ice is thin. […]</description>"))

    assert apart.standfirst == "Scientists are alarmed"
    assert excerpt.standfirst == ""
    assert apart.body_text == excerpt.body_text == "The ice is thin. More follows."


def test_the_longer_text_is_the_copy():
    """A teaser in content:encoded and the copy in the description: seen live."""
    item = one(
        rss(
            BASE
            + "<description>&lt;p&gt;All of the long copy.&lt;/p&gt;</description>"
            + "<content:encoded>Short.</content:encoded>"
        )
    )

    assert item.body_text == "All of the long copy."
    assert item.standfirst == "Short."


@pytest.mark.parametrize(
    "description",
    [
        "&lt;p&gt;Caf\u00e9 &amp;amp; bar\u2019s ice.&lt;/p&gt;",
        "&amp;lt;p&amp;gt;Caf\u00e9 &amp;amp;amp; bar\u2019s ice.&amp;lt;/p&amp;gt;",
        "<![CDATA[<p>Caf&eacute; &amp; bar&#8217;s ice.</p>]]>",
        "<![CDATA[<p>Caf&amp;eacute; &amp;amp; bar&amp;#8217;s ice.</p>]]>",
        "<![CDATA[&lt;p&gt;Caf&eacute; &amp;amp; bar&rsquo;s ice.&lt;/p&gt;]]>",
        "Caf&amp;eacute; &amp;amp; bar&amp;#8217;s ice.",
        "<p>Caf\u00e9 &amp; bar\u2019s ice.</p>",
    ],
)
def test_html_is_read_however_often_it_was_escaped(description):
    """Once, twice, in CDATA, entities only, or not at all."""
    item = one(rss(f"{BASE}<description>{description}</description>"))

    assert item.body_text == "Café & bar’s ice."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("AT&amp;amp;T cuts &amp;#8216;jobs&amp;#8217;", "AT&T cuts ‘jobs’"),
        ("&lt;b&gt;Ice&lt;/b&gt;  thins", "Ice thins"),
        ("5 &lt; 6 cranes", "5 < 6 cranes"),
        ("<![CDATA[ Ice & snow ]]>", "Ice & snow"),
        ("Caf&amp;amp;eacute;", "Café"),
    ],
)
def test_titles_are_plain_text(title, expected):
    """Tags go, entities become characters; a sign of comparison stays."""
    assert one(rss(f"<title>{title}</title>{TEXT}")).headline == expected
