"""Comparing stores, table by table and byte for byte."""

from dateline.store.store import CONTENT_TABLES


def dump(store, tables=CONTENT_TABLES):
    """Return everything in the tables of a store, in order."""
    with store.read() as tx:
        return {
            table: [(bytes(k), bytes(v)) for k, v in tx.all(table)] for table in tables
        }


def differences(first, second):
    """Return readable differences of two dumps, at most a few per table."""
    found = []
    for table, rows in first.items():
        one, two = set(rows), set(second[table])
        found += [(table, "only first", row) for row in sorted(one - two)[:3]]
        found += [(table, "only second", row) for row in sorted(two - one)[:3]]
    return found
