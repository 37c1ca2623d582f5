"""Why bytes are refused, format by format.

These classes stand apart from the parsers that raise them, for those may be
compiled (decision 0032), and a compiled class would lose its hint.
"""

from dateline.wire.errors import RefusedError


class BrokenJsonError(RefusedError):
    """JSON that cannot be read."""


class TooLargeError(RefusedError):
    """More bytes than the source's rules allow."""

    hint = (
        "Raise max_megabytes of this wire in dateline.toml if it really sends so much."
    )


class UnreadFormatError(RefusedError):
    """A format that is known but not read."""

    hint = "Ask the agency for NewsML-G2, NewsML 1, NITF or ninjs."


class UnknownFormatError(RefusedError):
    """These bytes are in no format the wire knows."""

    hint = (
        "Dateline reads NewsML-G2, NewsML 1, NITF, ninjs, RSS, Atom, JSON Feed, "
        "IPTC 7901, ANPA 1312, AP's API and photographs (JPEG). "
        "Is this agency copy at all?"
    )


class BrokenXmlError(RefusedError):
    """XML so broken that not even its beginning can be read, or no item is in it."""

    hint = "It may have been cut off: ask for the file again."


class NotAnpaError(RefusedError):
    """No message of these bytes has the header of ANPA 1312."""

    hint = "A header must say service and number, priority, category and keyword."


class NotApError(RefusedError):
    """JSON that is no answer of the API, or an answer that says why there is none."""

    hint = "Look at what the API answered; an error usually means key or quota."


class NoFeedError(RefusedError):
    """XML that is not a feed: an error page, a list of feeds."""

    hint = "Is this the address of the feed itself? Open it in a browser."


class Not7901Error(RefusedError):
    """No line of these bytes is the first line of an IPTC 7901 message."""

    hint = "The first line must say service and number, priority, desk and words."


class BrokenPictureError(RefusedError):
    """A file that begins like a JPEG and is none."""

    hint = "The file may have been cut off on its way; ask for it again."


class NoJsonFeedError(RefusedError):
    """JSON that is not a feed: no object, or no list of items."""

    hint = "A JSON Feed is an object with version, title and items."


class NotNinjsError(RefusedError):
    """JSON, but not ninjs: an object without a uri, or no object at all."""

    hint = "Every ninjs object needs a uri: it is how a kill finds its story."


class NoDocumentError(RefusedError):
    """The file holds no NITF document."""

    hint = "An NITF file has <nitf> at its root, with a head and a body."


class NotRbNewsError(RefusedError):
    """The root is another than RBNews."""

    hint = "Ritzau's own form begins with <RBNews>; is this file from that wire?"
