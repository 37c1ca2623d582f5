"""Reuters, 2001: the location is the desk that produced the copy.

A story from Damascus says Bangalore there, and the DateLine may hold a moment.
The place stands at the head of the text.
"""

from typing import Final

from dateline.wire.formats.newsml1_dialect import Dialect

REUTERS: Final = Dialect(name="reuters", located_is_desk=True)
