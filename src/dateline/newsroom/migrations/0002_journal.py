"""The journal's tables stand beside the newsroom's, for they share transactions."""

from typing import Any

from django.db import migrations

from dateline.journal.schema import Dialect, statements


def make_journal(apps: Any, schema_editor: Any) -> None:
    """Make the journal's tables in whatever database this is."""
    with schema_editor.connection.cursor() as cursor:
        for statement in statements(Dialect(schema_editor.connection.vendor)):
            cursor.execute(statement)


class Migration(migrations.Migration):
    """The journal is never unmade: going back leaves it as it is."""

    dependencies = [("newsroom", "0001_newsroom")]

    operations = [migrations.RunPython(make_journal, migrations.RunPython.noop)]
