"""The demo's log-in: one person, a new password at each start."""

import secrets

from dateline.cli.people import Person, make_person
from dateline.settings import Settings

NAME = "demo"


def new_log_in(settings: Settings) -> Person:
    """Return the demo's person with a password that was never used before.

    The newsroom is set up in this process. Older passwords end with this.
    """
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.filter(username=NAME).first()
    if user is None:
        return make_person(settings, name=NAME, role="administrator")
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save()
    return Person(
        name=NAME, role="administrator", password=password, url=settings.newsroom_url
    )
