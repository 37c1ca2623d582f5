"""A new row, written with SQL that is made once for each model.

``Model.save`` makes its statement anew for every row, which for a story takes
longer than the database does. A wire writes five rows for each new item. What is
written is the same; nobody is told of it (no model signals): for models that
nothing watches.
"""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def insert_row(row: Model) -> None:
    """Insert a row that has no key yet; it gets its key.

    Raises IntegrityError as ``save`` does.
    """
    kind = type(row)
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection=connection)
        for field in _fields(kind)
    ]
    with connection.cursor() as cursor:
        cursor.execute(_statement(kind), values)
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias  # noqa: SLF001 - as ``save`` does


@cache
def _fields(kind: type[Model]) -> "tuple[Field[Any, Any], ...]":
    return tuple(
        field
        for field in kind._meta.local_concrete_fields  # noqa: SLF001 - Django's public name for it
        if not field.primary_key
    )


@cache
def _statement(kind: type[Model]) -> str:
    quoted, meta = connection.ops.quote_name, kind._meta  # noqa: SLF001 - as above
    fields = _fields(kind)
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    table, key = quoted(meta.db_table), quoted(str(meta.pk.column))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING {key}"  # noqa: S608 - names of our own
