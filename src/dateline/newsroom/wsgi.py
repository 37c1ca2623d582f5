"""The newsroom as a WSGI application."""

from collections.abc import Callable

from django.core.handlers.wsgi import WSGIHandler

from dateline.newsroom.django_settings import configure
from dateline.newsroom.static_files import Application, with_static_files
from dateline.settings import Settings


def application_for(settings: Settings | Callable[[], Settings]) -> Application:
    """Set up Django for a site and return the newsroom as an application.

    ``settings`` may be a factory, for a server that starts workers of its own:
    each calls it once.
    """
    configure(settings() if callable(settings) else settings)
    return with_static_files(WSGIHandler())
