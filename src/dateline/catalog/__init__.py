"""The public content at a journal position; views that note what was read."""
