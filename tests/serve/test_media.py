"""Files of the media folder, whole and in part."""

import pytest

from support.public_paper import PHOTO

pytestmark = pytest.mark.slow

PATH = "/media/abc.jpg"


def test_a_photo_goes_out_whole(standing):
    """With its length, its type, for ever, and never compressed."""
    answer = standing.get(PATH, coding="br, gzip")

    assert answer.content == PHOTO
    assert answer.headers["content-length"] == str(len(PHOTO))
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["etag"] == '"photo1"'
    assert "immutable" in answer.headers["cache-control"]
    assert "content-encoding" not in answer.headers
    assert "vary" not in answer.headers


@pytest.mark.parametrize(
    ("asked", "part", "said"),
    [
        ("bytes=0-9", PHOTO[:10], "bytes 0-9/10240"),
        ("bytes=10000-", PHOTO[10000:], "bytes 10000-10239/10240"),
        ("bytes=-5", PHOTO[-5:], "bytes 10235-10239/10240"),
        ("bytes=10239-99999", PHOTO[-1:], "bytes 10239-10239/10240"),
    ],
)
def test_a_part_is_sent(standing, asked, part, said):
    """206 with exactly the bytes asked for."""
    answer = standing.get(PATH, range=asked)

    assert answer.status_code == 206
    assert answer.content == part
    assert answer.headers["content-range"] == said
    assert answer.headers["content-length"] == str(len(part))


def test_outside_the_file_is_416(standing):
    """The answer says how long the file is."""
    answer = standing.get(PATH, range="bytes=10240-")

    assert answer.status_code == 416
    assert answer.headers["content-range"] == "bytes */10240"


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=0-1,4-5"},
        {"range": "nonsense"},
        {"range": "bytes=0-1", "if_range": '"other"'},
        {"range": "bytes=0-1", "if_range": "Thu, 15 Dec 2016 13:00:00 GMT"},
    ],
)
def test_the_whole_file_where_no_part_can_be_right(standing, headers):
    """Several ranges, rubbish, or a range of another version: all of it."""
    answer = standing.get(PATH, **headers)

    assert (answer.status_code, answer.content) == (200, PHOTO)


def test_if_range_of_this_version(standing):
    """A range of the version the reader has is obeyed."""
    answer = standing.get(PATH, range="bytes=0-1", if_range='"photo1"')

    assert (answer.status_code, answer.content) == (206, PHOTO[:2])


def test_a_photo_the_reader_has(standing):
    """304 comes before any range."""
    answer = standing.get(PATH, if_none_match='"photo1"', range="bytes=0-1")

    assert answer.status_code == 304


@pytest.mark.parametrize("path", ["/media/lost.jpg", "/media/sly"])
def test_what_lies_elsewhere_is_not_sent(standing, path):
    """A file that is missing, or a name that leads out of the folder, is 404."""
    assert standing.get(path).status_code == 404
    assert "secret" not in standing.get(path).text


def test_head_ignores_a_range(standing):
    """A range is defined for GET alone."""
    answer = standing.client.head(PATH, headers={"range": "bytes=0-1"})

    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(PHOTO))
