"""Reading dateline.toml: what it gives, and errors with line and remedy."""

import pytest

from dateline.cli.site_folder import NoSiteFolderError, SettingsError, load, read

GOOD = """\
[site]
name = "The Banyan Post"
url = "http://127.0.0.1:8000"
zone = "Asia/Kolkata"

[[sections]]
id = "india"
name = "India"

[[sections]]
id = "world"
name = "World"

[[cities]]
id = "mumbai"
name = "Mumbai"
group = "metro"
latitude = 19.0728
longitude = 72.8826

[wires.meridian]
folder = "wires/meridian"
"""


def test_a_good_file_gives_settings(tmp_path):
    """A small file is enough; the rest has sensible defaults."""
    (tmp_path / "dateline.toml").write_text(GOOD)

    settings = load(tmp_path)

    assert settings.site.default_city == "mumbai"
    assert settings.site.cities[0].zone == "Asia/Kolkata"
    assert settings.wires[0].folder == tmp_path / "wires/meridian"
    assert settings.secret_key == load(tmp_path).secret_key


def test_a_folder_without_the_file_is_not_a_site(tmp_path):
    """The error says how to make a site."""
    with pytest.raises(NoSiteFolderError) as caught:
        load(tmp_path)

    assert "dateline init" in caught.value.hint


@pytest.mark.parametrize(
    ("wrong", "right", "line", "word"),
    [
        ('zone = "Asia/Kolkata"', 'zone = "Asia/Calcuta"', 4, "time zone"),
        ('url = "http://127.0.0.1:8000"', 'url = "example.in/"', 3, "address"),
        ("latitude = 19.0728", "latitude = 119.0728", 18, "latitude"),
        (
            "latitude = 19.0728",
            'latitude = "north"',
            18,
            "text stands where a number should",
        ),
        ('group = "metro"', 'group = "village"', 17, "group"),
        ('id = "world"', 'id = "archive"', 11, "used by the site"),
        ('id = "world"', 'id = "india"', 11, "twice"),
        ('folder = "wires/meridian"', 'foldr = "x"', 22, "not a setting"),
        ('name = "The Banyan Post"\n', "", 1, "missing"),
    ],
)
def test_an_error_names_line_and_remedy(wrong, right, line, word):
    """Whatever is wrong, the message says where and the hint says what to do."""
    with pytest.raises(SettingsError) as caught:
        read(GOOD.replace(wrong, right, 1))

    assert f"line {line}:" in str(caught.value)
    assert word in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("wrong", "right", "remedy"),
    [
        ('name = "India"', "name = India", "quotation marks"),
        ('name = "India"', "name", "key = value"),
        ('name = "India"', 'name = "India', "Close the quotation mark"),
        ("[wires.meridian]", "[site]", "twice"),
        ("[wires.meridian]", "[wires.meridian", "bracket"),
        ("[wires.meridian]", "[[wires]]", "[wires.NAME]"),
        ('folder = "wires/meridian"', "folder = [", "not closed"),
        ("latitude = 19.0728", 'latitude = "north"', "without quotation marks"),
        ('name = "Mumbai"', "name = 7", "quotation marks"),
    ],
)
def test_the_remedy_says_how_it_is_written(wrong, right, remedy):
    """Who never saw TOML learns from the hint what to type."""
    with pytest.raises(SettingsError) as caught:
        read(GOOD.replace(wrong, right, 1))

    assert remedy in caught.value.hint


def test_a_slip_of_the_pen_is_guessed():
    """An unknown name brings the nearest known one."""
    with pytest.raises(SettingsError) as caught:
        read(GOOD.replace("folder =", "foldr =", 1))

    assert caught.value.hint == "Did you mean 'folder'?"


def test_broken_toml_is_an_error_of_ours():
    """TOML's own error becomes ours, with its line."""
    with pytest.raises(SettingsError, match="line 1"):
        read("[site\nname=3")


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("hin", "Write it 'hi'."),
        ("EN_gb", "Write it 'en-GB'."),
        ("english", "Write its tag:"),
        ("mul", "Write its tag:"),
    ],
)
def test_a_language_that_is_none_is_refused(tag, remedy):
    """With its line and how it is written; pages and feeds would say it wrongly."""
    text = GOOD.replace("[site]\n", f'[site]\nlanguage = "{tag}"\n')

    with pytest.raises(
        SettingsError, match=f"line 2: '{tag}' is no language"
    ) as caught:
        read(text)

    assert remedy in caught.value.hint


@pytest.mark.parametrize("line", ['language = "pt-BR"', 'languages = ["hi", "ta"]'])
def test_a_language_whose_words_are_missing_is_refused(line):
    """Its pages would announce it and speak English; stories may be in any."""
    text = GOOD.replace("[site]\n", f"[site]\n{line}\n")

    with pytest.raises(
        SettingsError, match="line 2: 0% of the paper's own words"
    ) as caught:
        read(text)

    assert "words/catalogs/" in caught.value.hint


def test_a_language_with_its_region_is_one():
    """As BCP 47 writes it."""
    text = GOOD.replace("[site]\n", '[site]\nlanguage = "en-GB"\nlanguages = ["hi"]\n')

    assert read(text).site.language == "en-GB"
