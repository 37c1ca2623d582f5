"""All screens that Wagtail's admin must know, in the order of the menu."""

from typing import Any

from dateline.newsroom.admin.author_viewset import AuthorViewSet
from dateline.newsroom.admin.divisions_viewset import CityViewSet, SectionViewSet
from dateline.newsroom.admin.front_viewset import FrontViewSet
from dateline.newsroom.admin.grievance_viewset import GrievanceViewSet
from dateline.newsroom.admin.picture_viewset import PictureViewSet
from dateline.newsroom.admin.rule_viewset import RuleViewSet
from dateline.newsroom.admin.story_viewset import StoryViewSet
from dateline.newsroom.admin.topic_viewset import TopicViewSet
from dateline.newsroom.admin.wire_viewset import WireViewSet


def viewsets() -> list[Any]:
    """Return them: stories, pictures, fronts, the wire and its rules, divisions."""
    return [
        StoryViewSet(),
        PictureViewSet(),
        FrontViewSet(),
        WireViewSet(),
        RuleViewSet(),
        TopicViewSet(),
        AuthorViewSet(),
        GrievanceViewSet(),
        SectionViewSet(),
        CityViewSet(),
    ]
