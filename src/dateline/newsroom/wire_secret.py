"""The secret of a wire: the environment is read here, Django is not needed."""

import os

from dateline.settings import Settings, WireSettings
from dateline.wire.secret import Secret, find_secret


def wire_secret(wire: WireSettings, *, settings: Settings) -> Secret | None:
    """Return the secret a wire needs; None if it needs none.

    Raises:
        SecretError: it is not set, or the file of secrets cannot be trusted.
    """
    if not wire.token_name:
        return None
    return find_secret(
        wire.token_name, environment=os.environ, file=settings.secrets_path
    )
