"""Secrets of wires: from the environment or a file, never in a log.

The file is TOML, a line a secret (``ACME_TOKEN = "..."``), and may be read by its
owner only. A `Secret` says nothing of itself when it is printed.
"""

import os
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus

from dateline.wire.errors import WireError

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
HIDDEN = "[secret]"


class SecretError(WireError):
    """A secret cannot be had."""


class SecretMissingError(SecretError):
    """A secret stands neither in the environment nor in the file."""

    hint = "Export it before `dateline run`, or write it into [secrets] file."


class SecretsOpenError(SecretError):
    """Others can read the file of secrets."""

    hint = "chmod 600 the file, and change the secrets: others may have read them."


class SecretsBrokenError(SecretError):
    """The file of secrets cannot be read."""

    hint = 'Write a line a secret: NAME = "...". It must be there and be TOML.'


@dataclass(frozen=True, kw_only=True, slots=True)
class Secret:
    """A secret; only ``value`` gives it away."""

    name: str
    value: str = field(repr=False)

    def hide(self, text: str) -> str:
        """Return a text without this secret in it, plain or as in an address."""
        for form in {self.value, quote(self.value, safe=""), quote_plus(self.value)}:
            text = text.replace(form, HIDDEN)
        return text


def find_secret(
    name: str, *, environment: Mapping[str, str], file: Path | None
) -> Secret:
    """Return the secret of that name; the environment goes first.

    Raises:
        SecretMissingError: it is in neither.
        SecretsOpenError: others can read the file.
        SecretsBrokenError: the file is missing or no TOML.
    """
    value = environment.get(name, "")
    if not value and file is not None:
        value = _in_file(file).get(name, "")
    if not value:
        raise SecretMissingError(f"{name} is not set")
    return Secret(name=name, value=value)


def _in_file(file: Path) -> dict[str, str]:
    """Read the file of secrets; errors never quote it."""
    try:
        with file.open("rb") as opened:
            mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
            if mode & _OTHERS:
                raise SecretsOpenError(f"{file} can be read by others (mode {mode:o})")
            content = tomllib.load(opened)
    except OSError as error:
        raise SecretsBrokenError(f"{file}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise SecretsBrokenError(f"{file} is no TOML") from None
    return {name: value for name, value in content.items() if isinstance(value, str)}
