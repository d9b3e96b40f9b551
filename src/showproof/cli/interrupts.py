"""Ctrl-C while many drafts are scored: the first one is a wish to stop, a second one stops at once."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any


class Interrupts:
    """Notes SIGINT and SIGTERM while it is entered; afterwards they mean what they meant before."""

    def __init__(self) -> None:
        self._noted = False
        self._before: dict[int, Any] = {}

    def noted(self) -> bool:
        """Whether somebody wants to stop."""
        return self._noted

    def __enter__(self) -> Interrupts:
        if threading.current_thread() is threading.main_thread():
            self._before = {one: signal.signal(one, self._note) for one in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self._noted:
            raise KeyboardInterrupt
        self._noted = True
