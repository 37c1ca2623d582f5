"""The words readers see, in each language: catalogs, stamps, numbers."""
