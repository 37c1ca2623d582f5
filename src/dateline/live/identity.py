"""Who asks a provider for the weather."""

from dataclasses import dataclass

from dateline import __version__
from dateline.live.answer import RefusedError


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The site's contact address, in the User-Agent of every request.

    MET Norway answers 403 to a User-Agent without a way to reach its owner.
    """

    contact: str
    version: str = __version__

    def __post_init__(self) -> None:
        """Refuse a contact nobody could be reached at, or no header can carry."""
        plain = self.contact.isascii() and self.contact.isprintable()
        reachable = "@" in self.contact or self.contact.startswith("https://")
        if not plain or not reachable:
            raise RefusedError(
                "the weather needs a contact address",
                hint="Give an e-mail address or an https:// page in dateline.toml:"
                " [weather] contact = 'desk@yourpaper.in'.",
            )

    @property
    def user_agent(self) -> str:
        """The whole header."""
        return f"Dateline/{self.version} {self.contact}"
