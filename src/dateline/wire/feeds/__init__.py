"""The ways in: a folder that files are dropped in, and HTTP push."""
