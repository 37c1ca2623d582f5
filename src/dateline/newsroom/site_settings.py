"""The site's settings, as the newsroom was configured with them."""

from zoneinfo import ZoneInfo

from django.conf import settings as django_settings

from dateline.settings import Settings


def site_settings() -> Settings:
    """Return the settings that ``django_settings.configure`` was given."""
    settings: Settings = django_settings.DATELINE
    return settings


def site_zone() -> ZoneInfo:
    """Return the site's zone."""
    return ZoneInfo(site_settings().site.zone)
