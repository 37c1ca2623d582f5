"""The settings of a site for tests."""

from dateline.settings import Settings
from support.copy import a_site


def site_folder_settings(root, **fields):
    """Return the settings of a site in ``root``."""
    return Settings(
        **{
            "root": root,
            "data": root / "data",
            "site": a_site(),
            "secret_key": "a key for tests, and for nothing else at all",
            "newsroom_url": "http://newsroom.example",
            **fields,
        }
    )
