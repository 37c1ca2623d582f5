"""One line of a check that a person reads: what, its state, and a remedy."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands with what was checked."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """What was checked, how it stands, and what to do if it does not stand well."""

    name: str
    state: State
    said: str
    remedy: str = ""


def ok(name: str, said: str) -> Check:
    """Return a check that found nothing wrong."""
    return Check(name=name, state=State.OK, said=said)


def warn(name: str, said: str, remedy: str) -> Check:
    """Return a check that found something a person should know of."""
    return Check(name=name, state=State.WARN, said=said, remedy=remedy)


def fail(name: str, said: str, remedy: str) -> Check:
    """Return a check that found something the site cannot run with."""
    return Check(name=name, state=State.FAIL, said=said, remedy=remedy)
