"""Folders of drafts, and the portfolio of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from showproof.api import Said
from showproof.proof import Portfolio
from showproof.sets import portfolio


@pytest.fixture
def weighed(tmp_path: Path, catalog) -> Callable[..., Portfolio]:
    """The portfolio of drafts given as file name and text or bytes."""

    def go(drafts: dict[str, str | bytes], role: str = "operations-manager", today: str = "") -> Portfolio:
        for name, content in drafts.items():
            data = content.encode() if isinstance(content, str) else content
            (tmp_path / name).write_bytes(data)
        return portfolio(catalog, tmp_path, role, Said(), today=today)

    return go
