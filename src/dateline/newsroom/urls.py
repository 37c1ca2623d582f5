"""Addresses of the newsroom."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from dateline.newsroom.push import push
from dateline.newsroom.wire_metrics import metrics

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("metrics", metrics, name="metrics"),
    path("push/<slug:wire>/", push, name="push"),
    path("", include("dateline.newsroom.admin.urls")),
    path("", RedirectView.as_view(url="/admin/", permanent=False)),
]
