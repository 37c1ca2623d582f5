"""The public server as a part."""

import time

from dateline.serve.server import run
from dateline.serve.settings import ServeSettings
from dateline.settings import Settings


def serve(settings: Settings) -> None:
    """Answer readers until told to stop."""
    run(serve_settings(settings))


def serve_settings(settings: Settings) -> ServeSettings:
    """Return what the public server must be told of a site."""
    return ServeSettings(
        store=settings.store_path,
        media=settings.media_path,
        weather=settings.weather_path,
        bind=settings.bind.public,
        health=settings.bind.health,
        search=settings.search_path if settings.search else None,
        grievances=settings.grievances_path,
        clock=time.time,
        workers=settings.bind.workers,
        tls=settings.site.url.startswith("https://"),
        stop_seconds=2,
    )
