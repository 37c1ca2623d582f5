"""Weaving words into templates."""

import pytest
from minijinja import Environment

from dateline.words.say import words_in
from dateline.words.weave import texts_in, weave


def rendered(template, language, **context):
    """Return what a template says in a language."""
    say = words_in(language)
    environment = Environment(
        templates={"a.html": weave(template, say)},
        undefined_behavior="strict",
        globals={"ngettext": say.count},
    )
    return environment.render_template("a.html", **context)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('<h2>{{ _("Latest") }}</h2>', "<h2>ताज़ा</h2>"),
        ('{{ _("More from {name}", name=city.name) }}', "A &amp; B की और ख़बरें"),
        ('{{ _("More from {name}") }}', "&lt;Sport&gt; की और ख़बरें"),
        ('{{ _("By {names}", names=marked | safe) }}', "रिपोर्ट: <b>Asha</b>"),
        ('{{ empty or _("Table") }}', "तालिका"),
        ('{{ _("Latest") }}{{ _("Topics") }}', "ताज़ाविषय"),
        ('{{ ngettext("Correction", "Corrections", 1) }}', "सुधार"),
    ],
)
def test_a_template_speaks_hindi(template, expected):
    """Texts are translated, places filled, and values still escaped."""
    context = {
        "city": {"name": "A & B"},
        "name": "<Sport>",
        "marked": "<b>Asha</b>",
        "empty": "",
    }

    assert rendered(template, "hi", **context) == expected


def test_a_text_unknown_to_the_catalog_stays_as_it_is():
    """Better English than nothing."""
    template = '{{ _("Salt & \\"pepper\\"") }}'

    assert rendered(template, "hi") == "Salt &amp; &quot;pepper&quot;"


def test_texts_are_found_where_they_are_woven():
    """What the tool gathers is what weaving looks for."""
    template = """
        {{ _("One") }} {{ a or _("Two") }} {{ _("Three {n}", n=1) }}
        {{ ngettext("Four", "Fours", n) }} {{ not_("Five") }}
    """

    assert dict(texts_in(template)) == {
        ("", "One"): "",
        ("", "Two"): "",
        ("", "Three {n}"): "",
        ("", "Four"): "Fours",
    }
