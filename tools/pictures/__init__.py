"""``make pictures``: what the demo looks like, for the README and the docs."""
