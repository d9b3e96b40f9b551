"""By what drafts are scored, as one name: two runs with the same name say the same of the same draft."""

from __future__ import annotations

from showproof import __version__
from showproof.catalog.compiled import digest_of
from showproof.catalog.store import Catalog
from showproof.formats.limits import Limits


def settings_digest(catalog: Catalog, limits: Limits) -> str:
    """Sixteen hexadecimal digits that change with showproof's version, any limit and any file of the catalogue."""
    parts = [__version__.encode(), repr(limits).encode()]
    for pattern in ("rubrics/**/*.yaml", "templates/**/*.yaml"):
        for name, path in catalog.sources.names(pattern).items():
            parts += [name.encode(), path.read_bytes()]
    return digest_of(*parts)[:16]
