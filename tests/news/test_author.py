"""Names of bylines and the ids they stand for."""

import pytest

from dateline.news.author import AuthorKind, author_id, author_list


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Asha Rao", "asha-rao"),
        ("  José  D’Souza ", "jose-dsouza"),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_name_has_an_id_if_it_has_letters(name, found):
    """What has no letter a slug can have would be everybody's page."""
    assert author_id(name) == found


def test_people_and_agencies_have_lists_of_their_own():
    """An agency that is called like a person is not that person."""
    assert author_list(AuthorKind.PERSON, "Reuter") == "author/reuter"
    assert author_list(AuthorKind.AGENCY, "Reuter") == "agency/reuter"
    assert author_list(AuthorKind.AGENCY, "") == ""
