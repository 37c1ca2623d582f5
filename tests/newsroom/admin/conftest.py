"""People at their screens: Django's test client, logged in with a role."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dateline.newsroom.admin.public_catalog import open_store
from dateline.newsroom.roles import EDITOR, PICTURE_EDITOR, REPORTER
from support.newsroom_copy import a_person


@pytest.fixture
def at_the_desk(house):
    """Return a browser in which a new person of a role is logged in."""

    def sits(role, name="asha"):
        client = Client()
        client.force_login(a_person(role, name))
        return client

    return sits


@pytest.fixture
def editor(at_the_desk):
    """An editor's browser."""
    return at_the_desk(EDITOR, "mira")


@pytest.fixture
def reporter(at_the_desk):
    """A reporter's browser."""
    return at_the_desk(REPORTER, "ravi")


@pytest.fixture
def picture_editor(at_the_desk):
    """A picture editor's browser."""
    return at_the_desk(PICTURE_EDITOR, "noor")


@pytest.fixture
def stranger(house):
    """A browser in which nobody is logged in."""
    return Client()


@pytest.fixture(autouse=True)
def let_go_of_stores():
    """Close the store that a preview opened."""
    yield
    open_store.close()


@pytest.fixture
def django_queries():
    """Count the database queries of a block."""
    return lambda: CaptureQueriesContext(connection)
