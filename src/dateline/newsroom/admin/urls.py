"""Addresses of the newsroom outside Wagtail's admin."""

from django.urls import path

from dateline.newsroom.admin.public_files import asset, media
from dateline.newsroom.admin.upload_file import uploaded

urlpatterns = [
    path("assets/<str:name>", asset, name="newsroom_asset"),
    path("media/<str:name>", media, name="newsroom_media"),
    path("uploads/<str:note>", uploaded, name="newsroom_upload"),
]
