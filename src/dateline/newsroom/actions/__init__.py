"""One file for each thing a person can do.

Each is a class with ``check()``, which raises what stands against it, and
``execute()``, which does it in one transaction with its journal entries and
its line in the audit log. ``acting_user`` is None for the system; ``now`` is
passed in.
"""
