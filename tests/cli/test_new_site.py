"""Making the folder of a new site."""

import json
import tomllib

import pytest

from dateline.cli.new_site import FolderTakenError, NewSite, make_site, site_text
from dateline.cli.site_folder import SettingsError, load
from dateline.news.site import CityGroup


def test_a_new_site_has_sections_and_cities(tmp_path):
    """A paper begins with seven sections and sixteen cities, four of them metros."""
    site = make_site(tmp_path / "paper", NewSite(name="The Paper")).site

    assert len(site.sections) == 7
    assert len(site.cities) == 16
    assert sum(city.group is CityGroup.METRO for city in site.cities) == 4
    assert site.default_city == "new-delhi"


def test_names_people_still_use_lead_on(tmp_path):
    """Old names of cities are kept beside the new ones."""
    site = make_site(tmp_path / "paper", NewSite(name="The Paper")).site

    assert site.city("bengaluru").also == ("bangalore",)
    assert site.city("mumbai").also == ("bombay",)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    """Nothing is ever overwritten."""
    (tmp_path / "dateline.toml").write_text("mine")

    with pytest.raises(FolderTakenError):
        make_site(tmp_path, NewSite(name="The Paper"))

    assert (tmp_path / "dateline.toml").read_text() == "mine"


def test_a_name_with_quotes_stays_a_name(tmp_path):
    """What a person types is data, not TOML."""
    settings = make_site(tmp_path / "paper", NewSite(name='The "Daily" \\ Post'))

    assert settings.site.name == 'The "Daily" \\ Post'


def test_what_cannot_be_is_refused_before_anything_is_made(tmp_path):
    """A wrong zone is an error, and there is no half-made site."""
    with pytest.raises(SettingsError):
        make_site(tmp_path / "paper", NewSite(name="Paper", zone="Asia/Calcuta"))

    assert not (tmp_path / "paper").exists()


def test_a_contact_turns_on_the_weather():
    """MET Norway wants to know who asks; with an address it can be asked."""
    told = tomllib.loads(site_text(NewSite(name="Paper", contact="a@example.in")))
    silent = tomllib.loads(site_text(NewSite(name="Paper")))

    assert told["weather"]["providers"] == ["met-norway"]
    assert silent["weather"]["providers"] == []


def test_the_page_of_styles_is_shown_where_it_is_asked_for(tmp_path):
    """A new paper does not show it; one that asks for it does."""
    shown = make_site(tmp_path / "one", NewSite(name="Paper", styles=True))
    plain = make_site(tmp_path / "two", NewSite(name="Paper"))

    assert shown.site.styles
    assert not plain.site.styles


def test_init_says_what_it_made(dateline, tmp_path):
    """``dateline init`` prints the path of the settings, and what to do next."""
    said = dateline("init", tmp_path / "banyan-post")

    assert said.out.strip().endswith("banyan-post/dateline.toml")
    assert "dateline run" in said.err
    assert load(tmp_path / "banyan-post").site.name == "Banyan Post"


def test_the_doctor_of_a_new_site_finds_nothing_broken(dateline, tmp_path):
    """Tables that were not made yet are no fault; the remedy is to start."""
    dateline("init", tmp_path / "new")

    said = dateline("doctor", "--json", "--site", tmp_path / "new")

    checks = {c["name"]: c for c in map(json.loads, said.out.splitlines())}
    assert checks["database"]["state"] == "warn"
    assert "dateline run" in checks["database"]["remedy"]


def test_init_refuses_a_folder_in_use(dateline, tmp_path):
    """The command ends with 1 and a hint."""
    (tmp_path / "notes.txt").write_text("mine")

    said = dateline("init", tmp_path)

    assert said.code == 1
    assert "not an empty folder" in said.err
