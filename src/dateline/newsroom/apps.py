"""The newsroom as a Django app; here its parts are joined."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The newsroom."""

    name = "dateline.newsroom"
    label = "newsroom"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Join the story to the actions that Wagtail's own buttons must go through.

        Models know nothing of actions, so that imports run one way; Wagtail
        calls ``Story.publish`` all the same.
        """
        from dateline.newsroom.actions.wagtail_doors import WagtailDoors  # noqa: PLC0415 - Django loads models first
        from dateline.newsroom.admin.preview import preview  # noqa: PLC0415 - as above
        from dateline.newsroom.models.story import Story  # noqa: PLC0415 - as above

        Story.doors = WagtailDoors()
        Story.previewer = preview
