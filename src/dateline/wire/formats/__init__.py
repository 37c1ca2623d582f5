"""One module a format: bytes of that format to :class:`dateline.wire.sent.Sent`."""
