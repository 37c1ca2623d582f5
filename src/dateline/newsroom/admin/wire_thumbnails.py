"""The small pictures beside a wire item's copy: renditions kept here already.

Nothing is fetched or made for a preview; a picture whose file has not come, or
that was killed, has none; nothing at all is shown of the killed one.
"""

from collections.abc import Mapping, Sequence

from dateline.news.item import ItemPicture
from dateline.newsroom.admin.picture_columns import thumbnail_of
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureState
from dateline.wire.picture_files import best_first

LONGEST_URI = 500


def mark_of(picture: ItemPicture) -> str:
    """Return what a picture is known by here: its uri, else its best file."""
    uri = picture.uri or next(iter(best_first(picture.renditions)), "")
    return uri[:LONGEST_URI]


def thumbnails_of(
    provider: str, pictures: Sequence[ItemPicture]
) -> Mapping[str, str | None]:
    """Return the addresses of the thumbnails there are, by ``mark_of``.

    Empty if the file is not here; None for a picture that was killed.
    """
    marks = {mark for picture in pictures if (mark := mark_of(picture))}
    if not marks:
        return {}
    told = WirePicture.objects.filter(provider=provider, uri__in=marks)
    return {each.uri: _address(each) for each in told.select_related("picture")}


def _address(told: WirePicture) -> str | None:
    """Return where a picture's thumbnail lies."""
    if told.state == WirePictureState.KILLED:
        return None
    if told.picture is None:
        return ""
    return None if told.picture.killed else thumbnail_of(told.picture)
