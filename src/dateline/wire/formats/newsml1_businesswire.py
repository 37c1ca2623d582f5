"""Business Wire: press releases, whose source is a company.

Every release says it is associated with one constant item of its own, which is
none. Keywords come in a Metadata element with a family for each kind; the
contact persons are a component of their own, which is not copy.
"""

from typing import Final

from dateline.wire.formats.newsml1_dialect import Dialect

BUSINESS_WIRE: Final = Dialect(
    name="businesswire",
    no_relatives=frozenset({"businesswire.com:20010714:10000001"}),
)
