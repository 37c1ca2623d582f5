"""The public HTTP server: look up, fill slots, answer."""
