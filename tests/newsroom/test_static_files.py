"""The admin's static files, without another server."""

import pytest

from dateline.newsroom.static_files import with_static_files

CSS = "/static/wagtailadmin/css/core.css"


def ask(path, method="GET", **headers):
    """Ask the application and return status, headers and body."""
    said = {}

    def start(status, fields):
        said.update(status=status, headers=dict(fields))

    def desk(_environ, begin):
        begin("200 OK", [])
        return [b"the desk"]

    environ = {"PATH_INFO": path, "REQUEST_METHOD": method, **headers}
    answer = with_static_files(desk)(environ, start)
    body = b"".join(answer)
    return said["status"][:3], said["headers"], body


def test_a_file_is_answered_with_its_type():
    """As Wagtail's pages ask for it, in a site that is not in debug."""
    status, headers, body = ask(CSS)

    assert status == "200"
    assert headers["Content-Type"] == "text/css"
    assert headers["Content-Length"] == str(len(body))


def test_a_file_the_browser_has_is_not_sent_again():
    """It asks with the date it was given."""
    _, headers, _ = ask(CSS)

    status, _, body = ask(CSS, HTTP_IF_MODIFIED_SINCE=headers["Last-Modified"])

    assert (status, body) == ("304", b"")


def test_head_has_no_body():
    """But all headers."""
    status, headers, body = ask(CSS, "HEAD")

    assert (status, body) == ("200", b"")
    assert int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize(
    "name", ["no-such.css", "../../../etc/passwd", "/etc/passwd", "", "a\0b"]
)
def test_nothing_else_is_answered(name):
    """No way out of the packages' static folders."""
    assert ask(f"/static/{name}")[0] == "404"


def test_everything_else_is_the_newsrooms():
    """Also what is sent to a static address."""
    assert ask("/admin/")[2] == b"the desk"
    assert ask(CSS, "POST")[2] == b"the desk"
