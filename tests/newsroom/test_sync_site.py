"""The newsroom follows dateline.toml."""

from dataclasses import replace

from django.contrib.auth.models import Group

from dateline.news.site import Section as SiteSection
from dateline.newsroom.models import City, Front, Section
from dateline.newsroom.roles import EDITOR, REPORTER
from dateline.newsroom.sync_site import sync_site
from support.copy import NOON
from support.newsroom_copy import a_person, published


def test_the_site_is_the_first_thing_in_the_journal(either):
    """No page can be made without it."""
    (entry,) = either.entries()

    assert entry.kind == "site.set"


def test_the_same_settings_say_nothing(either):
    """A restart is no news."""
    assert sync_site(either.settings, now=NOON) == []


def test_a_new_section_has_a_row_a_front_and_an_entry(house):
    """One change of the file, everything that follows from it."""
    site = house.settings.site
    science = SiteSection(id="science", name="Science")
    told = replace(site, sections=(*site.sections, science))

    entries = sync_site(replace(house.settings, site=told), now=NOON)

    assert [entry.kind.value for entry in entries] == ["site.set"]
    assert Section.objects.get(id="science").current
    assert Front.objects.get(id="section/science").name == "Section: Science"


def test_a_section_that_left_is_kept_for_its_stories(house):
    """Old stories stand where they stood; new ones cannot."""
    published(section_id="sport")
    site = house.settings.site
    told = replace(site, sections=site.sections[:2])

    sync_site(replace(house.settings, site=told), now=NOON)

    assert not Section.objects.get(id="sport").current
    assert not Front.objects.get(id="section/sport").current
    assert Section.objects.filter(current=True).count() == 2
    assert City.objects.filter(current=True).count() == 3


def test_roles_are_what_the_table_says(house):
    """A right that somebody slipped in is taken out at the next start."""
    reporters = Group.objects.get(name=REPORTER)
    editors = Group.objects.get(name=EDITOR)
    reporters.permissions.add(*editors.permissions.all())

    sync_site(house.settings, now=NOON)

    reporter = a_person(REPORTER)
    assert reporter.has_perm("newsroom.change_story")
    assert reporter.has_perm("wagtailadmin.access_admin")
    assert not reporter.has_perm("newsroom.publish_story")
    assert a_person(EDITOR, "amal").has_perm("newsroom.kill_story")
