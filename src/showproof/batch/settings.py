"""By what drafts are scored, as one name: two runs with the same name say the same of the same draft."""

from __future__ import annotations

from showproof import __version__
from showproof.catalog.compiled import digest_of
from showproof.catalog.store import Catalog


def settings_digest(catalog: Catalog) -> str:
    """Sixteen hexadecimal digits that change with showproof's version and with any file of the catalogue."""
    parts = [__version__.encode()]
    for pattern in ("rubrics/**/*.yaml", "templates/**/*.yaml"):
        for name, path in catalog.sources.names(pattern).items():
            parts += [name.encode(), path.read_bytes()]
    return digest_of(*parts)[:16]
