"""What can stand against an action.

ActionError
├── NotAllowedError     this person may not do this
├── WrongStateError     the story is not in a state for it
├── EmbargoedError      its moment has not come
├── CopyHarmError       readers would get something broken
└── BadMomentError      a moment that cannot be
"""

from dateline.errors import DatelineError


class ActionError(DatelineError):
    """An action cannot be done."""


class NotAllowedError(ActionError):
    """This person may not do this."""

    hint = "Ask an editor to do it, or an administrator for the right."


class WrongStateError(ActionError):
    """The story is not in a state in which this can be done."""


class EmbargoedError(ActionError):
    """The story's moment has not come."""

    hint = "Schedule it for the end of the embargo instead of publishing it now."


class CopyHarmError(ActionError):
    """Readers would get something broken."""


class BadMomentError(ActionError):
    """A moment that cannot be."""

    hint = "Choose a moment in the future, and not before the embargo ends."
