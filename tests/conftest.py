"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault: neither a slow example nor a slow draw fails a test.
settings.register_profile(
    "dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("dateline")


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest: no process waits for them at the end.

    With ``--no-loadscope-reorder`` this is the order in which files are handed out.
    """
    worth = {}
    for item in items:
        marks = {mark.name for mark in item.iter_markers()}
        weight = 2 if "journey" in marks else 1 if "slow" in marks else 0
        worth[item.path] = max(worth.get(item.path, 0), weight)
    items.sort(key=lambda item: -worth[item.path])
