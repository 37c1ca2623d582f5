"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault: neither a slow example nor a slow draw fails a test.
settings.register_profile(
    "dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("dateline")
