"""What stands just before a place; every look back is short, so that reading stays linear."""

_LONGEST_WORD = 14


def word_before(view: str, start: int) -> str:
    """The word before `start`, without an opening bracket or comma; "" at the beginning."""
    words = view[max(0, start - _LONGEST_WORD) : start].split()
    return words[-1].strip("(,") if words else ""


def opens_line(view: str, start: int) -> bool:
    """Whether only a short indent, bullet or heading mark stands before `start` on its line."""
    before = view[max(0, start - 4) : start].rstrip(" \t-*•#>")
    return before.endswith("\n") or (before == "" and start <= 4)
