"""The Banyan Post, a newspaper that does not exist: a whole site to look at.

``stories``, ``pictures``, ``wire`` and ``topics.toml`` are its copy; the modules
make a site of them and keep two wires running.
"""
