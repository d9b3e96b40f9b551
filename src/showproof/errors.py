"""The one kind of error that a user sees: what was found, where, and what to do about it."""

from __future__ import annotations


def reason(error: OSError) -> str:
    """Why the system refused, in the small letters of a line."""
    return (error.strerror or type(error).__name__).lower()


class UserError(Exception):
    """A fault that the person at the keyboard can mend.

    Printed as one line: ``where: message; remedy``.
    """

    exit_code = 2

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}; {self.remedy}" if self.remedy else head


class UnreadableError(UserError):
    """An input file that could not be read; never a low mark, always said as itself."""

    exit_code = 3


class CatalogError(UserError):
    """Every fault of one or more catalogue files, a line each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
