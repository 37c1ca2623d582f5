"""The desk's roles: who may do what, as groups of Django's own.

    reporter          writes and edits stories; publishes nothing
    picture editor    adds and changes pictures too
    editor            publishes, corrects, withdraws, kills; arranges fronts
    administrator     all that, people and workflows too

The table is the rule: what an administrator changed in a group's rights is put
back at the next start, so that "who can publish?" has one answer.
"""

from django.contrib.auth.models import Group, Permission

_REPORTER = (
    "wagtailadmin.access_admin",
    "newsroom.add_story",
    "newsroom.change_story",
    "newsroom.view_story",
    "newsroom.view_picture",
    "newsroom.view_section",
    "newsroom.view_city",
    "newsroom.view_topic",
    "newsroom.view_author",
    "newsroom.view_front",
    "newsroom.view_wireitem",
    "newsroom.view_routingrule",
)
_PICTURE_EDITOR = (*_REPORTER, "newsroom.add_picture", "newsroom.change_picture")
_EDITOR = (
    *_PICTURE_EDITOR,
    "newsroom.publish_story",
    "newsroom.kill_story",
    "newsroom.delete_story",
    "newsroom.lock_story",
    "newsroom.unlock_story",
    "newsroom.delete_picture",
    "newsroom.add_topic",
    "newsroom.change_topic",
    "newsroom.add_author",
    "newsroom.change_author",
    "newsroom.change_front",
    "newsroom.change_wireitem",
    "newsroom.add_routingrule",
    "newsroom.change_routingrule",
    "newsroom.delete_routingrule",
    "newsroom.change_proposal",
    "newsroom.view_proposal",
    "newsroom.view_due",
    "newsroom.add_grievance",
    "newsroom.change_grievance",
    "newsroom.view_grievance",
)
_ADMINISTRATOR = (
    *_EDITOR,
    "auth.add_user",
    "auth.change_user",
    "auth.delete_user",
    "auth.view_user",
    "auth.view_group",
    "wagtailcore.add_workflow",
    "wagtailcore.change_workflow",
    "wagtailcore.delete_workflow",
    "wagtailcore.add_task",
    "wagtailcore.change_task",
    "wagtailcore.delete_task",
)

REPORTER, EDITOR = "Reporters", "Editors"
PICTURE_EDITOR, ADMINISTRATOR = "Picture editors", "Administrators"

ROLES: dict[str, tuple[str, ...]] = {
    REPORTER: _REPORTER,
    PICTURE_EDITOR: _PICTURE_EDITOR,
    EDITOR: _EDITOR,
    ADMINISTRATOR: _ADMINISTRATOR,
}


def sync_roles() -> None:
    """Make each role's group have exactly the rights of the table."""
    rights = {
        f"{p.content_type.app_label}.{p.codename}": p
        for p in Permission.objects.select_related("content_type")
    }
    for name, wanted in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set([rights[right] for right in wanted if right in rights])
