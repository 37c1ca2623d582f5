"""The root of every error Dateline raises.

    DatelineError              something a person can put right; carries a hint
    ├── (each package)         errors live beside the function that raises them

An error's message says what is wrong and where; its ``hint`` says what to do
about it. The command line prints both and ends with ``exit_code``.
"""


class DatelineError(Exception):
    """Something is wrong that a person can put right."""

    hint: str = ""
    exit_code: int = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        if hint is not None:
            self.hint = hint
