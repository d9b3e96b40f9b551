"""Takes the small drafts out of folders: `python fuzz/seeds.py SEEDS FOLDER...`."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

MOST = 24_000
"""Bytes of a seed; small ones mutate fast."""


def main(to: str, *folders: str) -> None:
    """Copy every small draft to a folder of its ending, named by its bytes."""
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*")):
        ending = path.suffix.lower()
        if ending in (".docx", ".xlsx", ".md") and path.is_file() and 0 < path.stat().st_size <= MOST:
            place = Path(to, ending[1:])
            place.mkdir(parents=True, exist_ok=True)
            data = path.read_bytes()
            (place / sha256(data).hexdigest()[:16]).write_bytes(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
