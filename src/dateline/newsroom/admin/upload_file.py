"""An uploaded original that is not a picture yet, for those who may add one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from dateline.newsroom.admin.picture_upload import read_upload
from dateline.newsroom.media_files import read_original
from dateline.newsroom.site_settings import site_settings


def uploaded(request: Any, note: str) -> HttpResponse:
    """Return the bytes that a signed note is about."""
    if not request.user.has_perm("newsroom.add_picture"):
        raise PermissionDenied
    upload = read_upload(note)
    content = read_original(site_settings().media_path, upload.original)
    return HttpResponse(
        content, content_type=upload.mime, headers={"Cache-Control": "no-store"}
    )
