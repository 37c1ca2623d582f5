"""``make audit``: what takes too long for every run of the tests."""
