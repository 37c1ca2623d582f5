"""JSON-LD."""

from dateline.pages.linked_data import breadcrumbs, json_ld, news_organization
from support.copy import a_site


def test_no_copy_can_end_the_script():
    """Less-than is an escape wherever it stands."""
    assert json_ld({"@type": "Thing", "name": "</script>"}) == (
        '{"@context":"https://schema.org","@type":"Thing","name":"\\u003c/script>"}'
    )


def test_what_is_not_known_is_not_said():
    """Empty values leave no field behind."""
    assert "description" not in news_organization(a_site())
    assert "contactPoint" not in news_organization(a_site())


def test_a_contact_that_is_an_address_of_mail():
    """The desk's mail address is a contact point."""
    text = news_organization(a_site(contact="desk@banyan.example"))

    assert '"email":"desk@banyan.example"' in text


def test_breadcrumbs_begin_at_home():
    """The way begins at the home page."""
    assert '"position":1,"name":"Home","item":"http://banyan.example/"' in breadcrumbs(
        a_site(), ("World", "/world/")
    )
