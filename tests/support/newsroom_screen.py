"""The newsroom of a test, served to a real browser. Needs Django set up."""

import threading
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.test import Client

from dateline.newsroom.static_files import with_static_files
from support.browser import a_browser


class _Silent(WSGIRequestHandler):
    def log_message(self, *_):
        """Say nothing of each request."""


def _application():
    inner = with_static_files(WSGIHandler())

    def answer(environ, start_response):
        try:
            yield from inner(environ, start_response)
        finally:
            connections.close_all()

    return answer


@contextmanager
def served():
    """Serve the newsroom this test moved into; yield its address."""
    server = WSGIServer(("127.0.0.1", 0), _Silent)
    server.set_app(_application())
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def at_a_screen(person, **context):
    """Sit a person down before a browser; yield the page and the address."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    with served() as address, a_browser(**context) as page:
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": cookie.value,
                    "url": address,
                }
            ]
        )
        yield page, address
