"""Who asks for the weather."""

import pytest

from dateline import __version__
from dateline.live.answer import RefusedError
from dateline.live.identity import Identity


@pytest.mark.parametrize("contact", ["desk@paper.in", "https://paper.in/contact"])
def test_the_user_agent_says_whom_to_write_to(contact):
    """Program, version and contact are in every request."""
    agent = Identity(contact=contact).user_agent

    assert agent == f"Dateline/{__version__} {contact}"


@pytest.mark.parametrize("contact", ["", "me", "a@b\r\nX: 1", "मेज़@paper.in"])
def test_nobody_to_write_to_is_refused(contact):
    """A missing contact, or one no header can carry, is said at the start."""
    with pytest.raises(RefusedError) as refusal:
        Identity(contact=contact)
    assert "contact" in refusal.value.hint
