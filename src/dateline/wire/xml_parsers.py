"""The parsers of XML and HTML: each thread has its own, and new ones from time to time.

libxml2 writes each name of an element or attribute it meets in a book, so that the same
name is one string. A parser of lxml lends its book to every thread that uses it, and
nothing guards the book: two threads that read different files with different parsers
of one book get each other's names, and crash. So no parser is shared.

What stands in a book is kept as long as its thread lives, and a wire's thread never
ends: copy with ever other names, sent in malice or damaged on the way, fills a book to
350 MB, and then the thread reads no new name at all. So after ``MOST`` bytes of XML a
thread takes new parsers and a new book. Trees that were read keep theirs.
"""

import ctypes
import threading
from typing import Any, Final

from lxml import etree

MOST: Final = 16 << 20  # bytes of XML, and so of names in a book
BOOK: Final = "_ParserDictionaryContext"  # lxml's own word, in its thread's dictionary

SAFE: Final = {
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
XML: Final = {
    **SAFE,
    "resolve_entities": False,
    "load_dtd": False,
    "dtd_validation": False,
}

_thread_dictionary: Final = ctypes.PYFUNCTYPE(ctypes.c_void_p)(
    ("PyThreadState_GetDict", ctypes.pythonapi)
)


class Parsers(threading.local):
    """A thread's own parsers."""

    read: int  # bytes, since they were new
    strict: Any
    recover: Any
    html: Any
    packet: Any  # of XMP

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Take new parsers, and a new book."""
        self.read = 0
        # encoding.to_utf8 came before: what a file declares is not asked.
        self.strict = etree.XMLParser(encoding="utf-8", **XML)
        self.recover = etree.XMLParser(encoding="utf-8", recover=True, **XML)
        self.html = etree.HTMLParser(encoding="utf-8", **SAFE)
        self.packet = etree.XMLParser(recover=True, **XML)
        # The thread's book is that of the parser it uses first. The reference is
        # borrowed, so it comes as an address, of which the cast makes one of ours.
        place = _thread_dictionary()
        if place:
            ctypes.cast(place, ctypes.py_object).value.pop(BOOK, None)


_own: Final = Parsers()


def parsers_for(size: int) -> Parsers:
    """Give this thread's parsers, to read so many bytes with.

    Not kept by the caller: asked for each time. Should lxml call its book something
    else one day, nothing breaks but the test that holds memory bounded.
    """
    if _own.read > MOST:
        _own.renew()
    _own.read += size
    return _own
