"""The form of a routing rule; its help says how each line is read."""

from typing import Any

from django import forms

from dateline.newsroom.admin.rule_words import wordless
from dateline.newsroom.admin.story_panels import Choices
from dateline.newsroom.models.lines import LinesFormField
from dateline.newsroom.models.routing_rule import Publishing, RoutingRule
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.site_settings import site_settings

DESKS = "desks-known"
"""The id of the list of desks that the page offers."""

LISTS = ("sources", "subjects", "places", "sluglines", "words")
WHEN = (*LISTS, "most_urgent", "least_urgent")
THEN = ("section", "cities", "topics", "desk", "publish", "last")
_PHRASES = " Whole words; a * at the end of a word stands for any ending."


def _area(placeholder: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 3, "placeholder": placeholder})


class RuleForm(forms.ModelForm):  # type: ignore[type-arg] # Django's has none at run time
    """Name, conditions, and what is given."""

    sources = forms.MultipleChoiceField(
        label="Wires", required=False, widget=Choices, help_text="None ticked: any."
    )
    subjects = LinesFormField(
        required=False,
        widget=_area("sport\n15054000"),
        help_text="One a line: a Media Topic by name or code (its narrower topics "
        "count too), an old subject code, or the agency's own word.",
    )
    places = LinesFormField(
        required=False,
        widget=_area("Patna\nBihar"),
        help_text="One a line: of the dateline, or where the agency says it happened. "
        "A city of ours is found by each of its names." + _PHRASES,
    )
    sluglines = LinesFormField(
        required=False,
        widget=_area("FERRY-STRIKE\nELECT*"),
        help_text="One a line: words of the slugline, in this order." + _PHRASES,
    )
    words = LinesFormField(
        required=False,
        widget=_area("Ganga\nmetro line"),
        help_text="One a line: in headline, standfirst, keywords or the first lines "
        "of the copy." + _PHRASES,
    )
    section = forms.ChoiceField(
        required=False,
        help_text="Before the wire's own section in dateline.toml.",
    )
    cities = forms.MultipleChoiceField(
        required=False,
        widget=Choices,
        help_text="Added to those that the dateline names.",
    )
    topics = forms.MultipleChoiceField(
        required=False,
        widget=Choices,
        help_text="Added to those that the agency names.",
    )
    publish = forms.ChoiceField(
        label="Publish",
        required=False,
        choices=Publishing.choices,
        widget=forms.RadioSelect,
        help_text="No rule publishes a kill, what is withheld, a service message or "
        "what a human must look at; embargoed copy waits for its moment.",
    )

    class Meta:
        """What may be said of a rule."""

        model = RoutingRule
        fields = ["name", "enabled", *WHEN, *THEN]
        labels = {
            "enabled": "On",
            "most_urgent": "Urgency from",
            "least_urgent": "Urgency to",
            "last": "Ask no further rule",
        }
        help_texts = {
            "name": "What the desk calls it; it is shown on what it routed.",
            "enabled": "A rule that is off waits in its place and is not asked.",
            "most_urgent": "1 flash … 5 routine … 8 least. Both ends count.",
            "least_urgent": "Items without an urgency are not meant.",
            "desk": "Any name; the wire list can be narrowed to it.",
            "last": "For exceptions: the rules below are not asked for these items.",
        }
        widgets = {"desk": forms.TextInput(attrs={"list": DESKS})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        site, kept = site_settings().site, self.instance
        wires = [(wire.name, wire.name) for wire in site_settings().wires]
        sections = [(each.id, each.name) for each in site.sections]
        cities = [(each.id, each.name) for each in site.cities]
        topics = list(Topic.objects.values_list("pk", "name"))
        self._offer("sources", _with(wires, kept.sources))
        self._offer("section", [("", "—"), *_with(sections, [kept.section])])
        self._offer("cities", _with(cities, kept.cities))
        self._offer("topics", _with(topics, kept.topics))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def clean(self) -> Any:
        """Refuse lines that could never be found."""
        said = super().clean() or {}
        for name in ("places", "sluglines", "words"):
            for line in wordless(said.get(name) or []):
                self.add_error(name, f"“{line}” holds no word that could be found.")
        return said


def _with(choices: list[tuple[str, str]], kept: list[str]) -> list[tuple[str, str]]:
    """Add what a rule names and the site has no longer, so that it can be unticked."""
    known = {key for key, _ in choices}
    gone = [(key, f"{key} (gone)") for key in kept if key and key not in known]
    return [*choices, *gone]
