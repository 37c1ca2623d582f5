"""People of the newsroom: adding a log-in."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from dateline.cli.desk_work import open_newsroom
from dateline.errors import DatelineError
from dateline.settings import Settings

_BYTES = 12
_TAKEN = (
    "Choose another log-in. If its password is lost: an administrator gives a new"
    " one in the newsroom under Settings, Users."
)


class PersonError(DatelineError):
    """The log-in cannot be made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A log-in that was made."""

    name: str
    role: str
    password: str
    url: str


def add_person(
    site: Path, *, name: str, role: str, email: str = "", password: str = ""
) -> Person:
    """Create a log-in; raises PersonError for a taken name or a weak password."""
    settings = open_newsroom(site)
    return make_person(settings, name=name, role=role, email=email, password=password)


def make_person(
    settings: Settings, *, name: str, role: str, email: str = "", password: str = ""
) -> Person:
    """Create a log-in where the newsroom is set up already; see ``add_person``."""
    from django.contrib.auth.models import Group, User
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from dateline.newsroom.roles import ROLES

    group = next(g for g in ROLES if g.lower().replace(" ", "-").rstrip("s") == role)
    if User.objects.filter(username=name).exists():
        raise PersonError(f"{name!r} is taken", hint=_TAKEN)
    chosen = password or secrets.token_urlsafe(_BYTES)
    user = User(username=name, email=email)
    try:
        validate_password(chosen, user)
    except ValidationError as error:
        raise PersonError(
            " ".join(error.messages), hint="Give a longer password, or none."
        ) from error
    user.set_password(chosen)
    with transaction.atomic():
        user.save()
        user.groups.add(Group.objects.get(name=group))
    return Person(name=name, role=role, password=chosen, url=settings.newsroom_url)
