"""The house behind the paper: who answers for it, and what machines may do.

Only a few pages show this, so it is not part of the ``Site`` that every page
reads: a new telephone number does not make a hundred thousand stories again.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Officer:
    """The grievance officer, and the body a complainant may turn to afterwards.

    ``body`` and ``body_url`` name the self-regulating body of publishers that
    the house belongs to, if it does. ``form`` says that readers may complain on
    the officer's page too.
    """

    name: str
    title: str = ""
    email: str
    phone: str = ""
    address: str = ""
    body: str = ""
    body_url: str = ""
    form: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Disclosure:
    """What a month's grievances came to: figures alone, and nobody's name.

    ``month`` is "2016-12", of the site's zone; ``pending`` were undecided at its end.
    """

    month: str
    received: int
    decided: int
    pending: int


@dataclass(frozen=True, kw_only=True, slots=True)
class House:
    """The publishing house and its policies.

    ``about``, ``contact`` and ``corrections`` are clean HTML, made of the
    site's own Markdown; empty where it has none. ``closed_to`` are names of
    robots that may read nothing, ``ads`` and ``trust`` the lines of ads.txt and
    trust.txt. ``security_expires`` is a moment of RFC 3339. ``disclosures`` are
    what the desk published of the register, the newest month first.
    """

    owner: str = ""
    editor: str = ""
    address: str = ""
    phone: str = ""
    officer: Officer | None = None
    about: str = ""
    contact: str = ""
    corrections: str = ""
    closed_to: tuple[str, ...] = ()
    ads: tuple[str, ...] = ()
    trust: tuple[str, ...] = ()
    security_contact: str = ""
    security_expires: str = ""
    disclosures: tuple[Disclosure, ...] = ()
