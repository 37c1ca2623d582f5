"""The past: any page as of any moment."""
