"""The house in ``dateline.toml``, its Markdown pages, and what doctor says of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.cli.doctor_house import check_house
from dateline.cli.house_file import PageTextError, page_words
from dateline.cli.new_site import NewSite, site_text
from dateline.cli.site_folder import SettingsError, read, settings_of
from dateline.news.house import House, Officer
from support.site_settings import site_folder_settings

NOW = datetime(2026, 11, 25, tzinfo=UTC)
OFFICER = '[house.officer]\nname = "Leela"\nemail = "g@banyan.example"\n'


def site(house="", machines="", more=""):
    """Return the text of a site with a house."""
    block = f"[house]\n{house}\n[machines]\n{machines}\n{more}"
    return site_text(NewSite(name="The Banyan Post", house=block))


def test_what_is_written_is_what_pages_know(tmp_path):
    """Tables and Markdown become the house; the site knows what all pages show."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "about.md").write_text("# Us\n\nHi.", encoding="utf-8")
    text = site(
        'owner = "Trust"\naddress = "Lane"',
        'hub = "https://hub.example/"\nmining = "open"\nclosed_to = ["Bot"]',
        OFFICER + '[wires.m]\nfolder = "m"\nagency = "Meridian"\nmining = "reserved"\n',
    )

    settings = settings_of(read(text), root=tmp_path)

    assert settings.house.owner == "Trust"
    assert settings.house.officer == Officer(name="Leela", email="g@banyan.example")
    assert settings.house.about == "<h2>Us</h2>\n<p>Hi.</p>"
    assert settings.house.closed_to == ("Bot",)
    assert settings.site.grievances
    assert settings.site.hub == "https://hub.example/"
    assert settings.site.mining.rule("Meridian") == "reserved"
    assert settings.site.mining.rule("") == "open"
    assert settings.site.mining.strictest == "reserved"


def test_a_new_sites_own_block_is_read_and_says_nothing(tmp_path):
    """The template's lines are there to be filled in."""
    settings = settings_of(read(site_text(NewSite(name="New"))), root=tmp_path)

    assert settings.house == House()
    assert not settings.site.grievances


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ({"more": OFFICER.replace("g@banyan.example", "me")}, "no mail address"),
        ({"more": OFFICER.replace("Leela", " ")}, "has no name"),
        ({"machines": 'mining = "maybe"'}, "'maybe' is no rule"),
        ({"machines": 'hub = "hub.example"'}, "is no address"),
        ({"machines": 'ads = ["me"]'}, "no line of ads.txt"),
        ({"machines": 'trust = ["friend=https://x.example"]'}, "no line of trust.txt"),
        ({"machines": 'closed_to = ["*"]'}, "no name of a robot"),
        ({"machines": 'security_contact = "mailto:s@x.example"'}, "half there"),
        (
            {
                "machines": 'security_contact = "s@x.example"\n'
                'security_expires = "2027-06-30T00:00:00Z"'
            },
            "is no address",
        ),
        (
            {
                "machines": 'security_contact = "mailto:s@x.example"\n'
                'security_expires = "next year"'
            },
            "is no moment",
        ),
    ],
)
def test_what_cannot_be_is_said_with_line_and_remedy(text, line):
    """Each mistake names its line and what to write instead."""
    with pytest.raises(SettingsError) as caught:
        site(**text)

    assert line in str(caught.value)
    assert "line " in str(caught.value)
    assert caught.value.hint.startswith("Line ")


@pytest.mark.parametrize(
    ("machines", "name"),
    [
        ('ads = ["ads.example, 7, DIRECT", "CONTACT=a@x.example"]', "ads"),
        ('trust = ["member=https://x.example/", "datatrainingallowed=no"]', "trust"),
    ],
)
def test_what_the_standards_allow_is_taken(machines, name, tmp_path):
    """Lines as sellers and associations write them."""
    settings = settings_of(read(site(machines=machines)), root=tmp_path)

    assert len(getattr(settings.house, name)) == 2


def test_markdown_is_cleaned(tmp_path):
    """No script, no picture, no frame, no way to call one; tables stay."""
    path = tmp_path / "about.md"
    path.write_text(
        "<script>x</script> ![a](http://x.example/a.png) [b](javascript:x) "
        "[c](https://x.example/ 'd')\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        encoding="utf-8",
    )

    html = page_words(path)

    for word in ("<script", "<img", 'href="javascript', "title="):
        assert word not in html
    assert '<a href="https://x.example/">c</a>' in html
    assert "<td>2</td>" in html


def test_a_page_that_cannot_be_read_says_so(tmp_path):
    """With a hint; one that is not there is none."""
    path = tmp_path / "about.md"
    assert page_words(path) == ""
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(PageTextError, match=r"about\.md"):
        page_words(path)


def said(settings):
    """Return what doctor says, by check."""
    return {c.name: (c.state, c.said) for c in check_house(settings, now=NOW)}


def test_doctor_asks_an_indian_paper_for_its_officer(tmp_path):
    """A warning in India, nothing elsewhere, the name where there is one."""
    settings = site_folder_settings(tmp_path)
    indian = replace(settings, site=replace(settings.site, country="IN"))
    other = replace(settings, site=replace(settings.site, country="NP"))
    officer = House(officer=Officer(name="Leela", email="g@banyan.example"))

    assert said(indian)["grievances"][0] == "warn"
    assert "grievances" not in said(other)
    assert said(replace(indian, house=officer))["grievances"][0] == "ok"


def test_doctor_finds_forms_that_nobody_entered(tmp_path):
    """One that has just come is none; the law counts from when it came."""
    settings = site_folder_settings(tmp_path)
    folder = settings.grievances_path
    folder.mkdir(parents=True)
    (folder / "B2B2-C3C3-D4D4.json").write_bytes(b"{}")
    came = datetime.now(UTC)
    late = list(check_house(settings, now=came + timedelta(hours=1)))
    (folder / "B2B2-C3C3-D4D4.json").rename(folder / "B2B2-C3C3-D4D4.unreadable")

    assert "1 are not in the register yet" in {c.said for c in late}
    assert said(settings)["readers' forms"] == ("warn", "1 could not be read")
    (folder / "B2B2-C3C3-D4D4.unreadable").unlink()
    (folder / "C3C3-C3C3-D4D4.json").write_bytes(b"{}")
    assert not any(c.name == "readers' forms" for c in check_house(settings, now=came))


def test_doctor_finds_an_expired_security_txt(tmp_path):
    """And a house that nobody can write to."""
    settings = site_folder_settings(tmp_path)
    house = House(
        security_contact="mailto:s@x", security_expires="2026-11-24T00:00:00Z"
    )

    found = said(replace(settings, house=house))

    assert found["security.txt"][0] == "warn"
    assert found["contact page"][0] == "warn"
