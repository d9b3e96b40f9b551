"""Pages beside whatever else is given out: one for one draft; for more, one each and one of all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from showproof.batch.outcomes import OfAccount
from showproof.files import refuse_existing, write_file
from showproof.outputs.html.index import Entry, Lost, index_page
from showproof.outputs.html.page import draft_page
from showproof.outputs.html.summary import Summary, summary_json, summary_of

if TYPE_CHECKING:
    from showproof.api import Render, Scored, Unreadable
    from showproof.cli.results import CardResults
    from showproof.derivation import Account
    from showproof.model import Scorecard

LONGEST = 50
"""Characters of a draft's name that its page's name keeps."""
_STRANGE = re.compile(r"[^\w\-]+")


class WithPage(NamedTuple):
    """Renders a draft as its page and its line, before what is given out besides."""

    render: Callable[[Scorecard], tuple[str, ...]]
    """The other results' way with a scorecard."""
    up: str
    """The address of the page of all drafts, where there is one."""

    def texts(self, account: Account) -> tuple[str, ...]:
        """Page, line, and the other texts."""
        return (draft_page(account, self.up), summary_json(account.card), *self.render(account.card))


class PageResults:
    """Writes pages as scorecards come, and gives these on to other results."""

    def __init__(self, besides: CardResults, page: Path, files: Sequence[Path], *, force: bool) -> None:
        self._besides, self._page, self._force = besides, page, force
        self._pages = {str(file): page for file in files} if len(files) == 1 else page_names(page, files)
        self._many = len(files) > 1
        for one in (page, *self._pages.values()):
            refuse_existing(one, force=force, option="--html")
        up = _address(Path("..") / page.name) if self._many else ""
        self.render: Render = OfAccount(WithPage(besides.render, up).texts)
        self._entries: list[tuple[Summary, Path]] = []

    def take(self, scored: Scored) -> None:
        """Write its page, and give on the rest."""
        page, line, *texts = scored.texts
        target = self._pages[scored.file]
        write_file(target, page.encode(), force=self._force, option="--html")
        self._entries.append((summary_of(line), target))
        self._besides.take(scored._replace(texts=tuple(texts)))

    def end(self, unreadable: Sequence[Unreadable], *, complete: bool) -> None:
        """Write the page of all drafts."""
        self._besides.end(unreadable, complete=complete)
        if self._many:
            folder = self._page.parent
            entries = [Entry(line, _address(one.relative_to(folder))) for line, one in self._entries]
            text = index_page(entries, [Lost(*one) for one in unreadable], complete=complete)
            write_file(self._page, text.encode(), force=self._force, option="--html")

    def break_off(self, unreadable: Sequence[Unreadable]) -> None:
        """What is written stays; the other results are left whole."""
        self._besides.break_off(unreadable)


def _address(path: Path) -> str:
    """The address of a page as seen from another one; a name need not be Unicode."""
    return quote(os.fsencode(path.as_posix()))


def page_names(page: Path, files: Sequence[Path]) -> dict[str, Path]:
    """Draft to its page, in a folder named after the page of all; a name that comes again gets a number."""
    folder = page.with_name(f"{page.stem}-drafts")
    found: dict[str, Path] = {}
    taken: set[str] = set()
    for file in files:
        base = _STRANGE.sub("-", file.name.encode("utf-8", "replace").decode()).strip("-")[-LONGEST:] or "draft"
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        found[str(file)] = folder / f"{name}.html"
    return found
