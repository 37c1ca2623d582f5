"""The embedded store: the catalog and the finished pages, at rest in LMDB."""
