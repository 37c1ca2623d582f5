"""Search for readers: a full-text index that follows the journal."""
