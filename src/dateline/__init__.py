"""Agency copy in, a live news site out, an archive that never loses a line."""

__version__ = "0.1.0"
