"""Fuzzes the opening of packages: what is listed can be read as it says, or is refused."""

from __future__ import annotations

from common import run

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.formats.package import Package


def open_package(data: bytes) -> None:
    """Every part is bytes of the size that was said, or an UnreadableError."""
    try:
        package = Package(data, "draft.docx")
    except UnreadableError:
        return
    assert len(package.names) <= USUAL.entries
    for name in package.names:
        try:
            assert len(package.read(name)) == package.size(name)
            package.relations(name)
            package.xml(name)
        except UnreadableError:
            continue


if __name__ == "__main__":
    run(open_package)
