"""Style sheet, font and pictures of previews, under the addresses readers use.

So a preview is the press's page byte for byte. Pictures of drafts are not
public, so these addresses answer only to those who may see the newsroom.
"""

import re
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from wagtail.admin.auth import require_admin_access

from dateline.newsroom.media_files import RENDITIONS
from dateline.newsroom.site_settings import site_settings
from dateline.pages.assets import assets

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TYPES = {"avif": "image/avif", "jpg": "image/jpeg", "webp": "image/webp"}
_KEPT = "private, max-age=86400"


def asset(request: Any, name: str) -> HttpResponse:  # noqa: ARG001 - no secret in it
    """Return one of the site's own assets; they are public anyway."""
    found = assets().content.get(f"/assets/{name}")
    if found is None:
        raise Http404
    content_type, content = found
    return HttpResponse(
        content, content_type=content_type, headers={"Cache-Control": _KEPT}
    )


@require_admin_access
def media(request: Any, name: str) -> FileResponse:  # noqa: ARG001 - the decorator's
    """Return a rendition."""
    path = site_settings().media_path / RENDITIONS / name
    if not _NAME.fullmatch(name) or not path.is_file():
        raise Http404
    return FileResponse(
        path.open("rb"),
        content_type=_TYPES.get(path.suffix[1:], "application/octet-stream"),
        headers={"Cache-Control": _KEPT, "X-Robots-Tag": "noindex"},
    )
