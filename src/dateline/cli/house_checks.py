"""What ``[house]`` and ``[machines]`` may not say, with line and remedy."""

import re
from collections.abc import Iterator
from datetime import datetime

from dateline.cli.faults import Fault
from dateline.cli.site_file import SiteFile
from dateline.news.site import OPEN, RESERVED

_ADDRESS = re.compile(r"https?://[^/\s]+(/\S*)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ROBOT = re.compile(r"[A-Za-z_-]+")
_SELLER = re.compile(
    r"[a-z0-9.-]+\.[a-z]+ *, *[^,\s]+ *, *(DIRECT|RESELLER)( *, *\w+)?"
)
_VARIABLE = re.compile(r"(CONTACT|SUBDOMAIN|INVENTORYPARTNERDOMAIN|OWNERDOMAIN)=\S+")
_TRUST = re.compile(
    r"(member|belongto|control|controlledby|social|vendor|customer|disclosure)=https?://\S+"
    r"|contact=\S.*|datatrainingallowed=(yes|no)"
)


def house_faults(file: SiteFile) -> Iterator[Fault]:
    """Yield everything that is wrong with the house and the machines' table."""
    officer = file.house.officer
    if officer and not _MAIL.fullmatch(officer.email):
        remedy = "Write one that complaints reach: 'grievances@example.in'."
        yield "$.house.officer.email", f"{officer.email!r} is no mail address", remedy
    if officer and not officer.name.strip():
        yield "$.house.officer.name", "the officer has no name", "Name a person."
    yield from _mining(file)
    yield from _addresses(file)
    yield from _lines(file)
    yield from _security(file)


def _mining(file: SiteFile) -> Iterator[Fault]:
    said = {"$.machines.mining": file.machines.mining}
    said |= {f"$.wires.{name}.mining": w.mining for name, w in file.wires.items()}
    for path, rule in said.items():
        if rule not in {"", OPEN, RESERVED}:
            yield path, f"{rule!r} is no rule", f"'{RESERVED}', '{OPEN}' or nothing."


def _addresses(file: SiteFile) -> Iterator[Fault]:
    said = {
        "$.machines.hub": file.machines.hub,
        "$.machines.mining_policy": file.machines.mining_policy,
    }
    if file.house.officer:
        said["$.house.officer.body_url"] = file.house.officer.body_url
    for path, address in said.items():
        if address and not _ADDRESS.fullmatch(address):
            yield path, f"{address!r} is no address", "Write one that begins https://."


def _lines(file: SiteFile) -> Iterator[Fault]:
    machines = file.machines
    for number, line in enumerate(machines.ads):
        if not (_SELLER.fullmatch(line) or _VARIABLE.fullmatch(line)):
            remedy = (
                "'ads.example, account, DIRECT' (or RESELLER), as your seller says."
            )
            yield f"$.machines.ads[{number}]", f"{line!r} is no line of ads.txt", remedy
    for number, line in enumerate(machines.trust):
        if not _TRUST.fullmatch(line):
            path = f"$.machines.trust[{number}]"
            remedy = "'belongto=https://association.example/', and so on."
            yield path, f"{line!r} is no line of trust.txt", remedy
    for number, robot in enumerate(machines.closed_to):
        if not _ROBOT.fullmatch(robot):
            path = f"$.machines.closed_to[{number}]"
            remedy = "Letters, hyphens and underlines only, as robots call themselves."
            yield path, f"{robot!r} is no name of a robot", remedy


def _security(file: SiteFile) -> Iterator[Fault]:
    contact, expires = file.machines.security_contact, file.machines.security_expires
    path = "$.machines.security_contact"
    if bool(contact) != bool(expires):
        remedy = "RFC 9116 wants both: who is told of a hole, and until when."
        yield path, "security.txt is half there", remedy
    if contact and not contact.startswith(("https://", "mailto:", "tel:")):
        yield path, f"{contact!r} is no address", "'mailto:security@example.in'."
    if expires and moment_in(expires) is None:
        path = "$.machines.security_expires"
        remedy = "Write it with its zone: '2027-06-30T00:00:00Z'."
        yield path, f"{expires!r} is no moment", remedy


def moment_in(text: str) -> datetime | None:
    """Return the moment of RFC 3339 that a text says; None if it says none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
