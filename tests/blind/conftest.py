"""Drafts blinded by one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from showproof.blind.copies import Copy
from showproof.sets import blind


@pytest.fixture
def copies(tmp_path: Path, catalog) -> Callable[..., list[Copy]]:
    """Copies of drafts given as file name and text or bytes, in the order of their names."""

    def go(drafts: dict[str, str | bytes], *names: str, force: bool = False) -> list[Copy]:
        for name, content in drafts.items():
            (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        _, made, failed = blind(catalog, [tmp_path / name for name in drafts], names, force=force)
        assert not failed
        return made

    return go
