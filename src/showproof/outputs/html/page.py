"""The page of one draft: verdict, levels, what to mend, the text with its evidence, and why each level is so."""

from __future__ import annotations

from showproof import __version__
from showproof.derivation import Account
from showproof.model import Finding
from showproof.outputs.fixes import fixes, held_back
from showproof.outputs.html.drawings import drawings_of
from showproof.outputs.html.environment import filled
from showproof.outputs.html.notes import Notes, Remark, notes_on
from showproof.outputs.html.picture import LABELS, LINE, STEP, TOP, picture_of
from showproof.outputs.html.shown import shown_draft
from showproof.outputs.html.standing import Texts
from showproof.outputs.html.why import Cited, cited, leads_to, why
from showproof.outputs.terminal import taken


def draft_page(account: Account, index: str = "") -> str:
    """The page as HTML, whole; `index` is the address of the page of all drafts, where there is one."""
    card = account.card
    texts = Texts(account.outline)
    notes = notes_on(account, texts)
    return filled(
        "draft.html",
        card=card,
        index=index,
        version=__version__,
        artifact=taken(card.artifact, "no known type"),
        role=taken(card.role, "unknown"),
        picture=picture_of(card.criteria, card.skills),
        scale={"labels": LABELS, "step": STEP, "line": LINE, "top": TOP},
        fixes=[(one, _place(one.finding, account, texts)) for one in fixes(card)],
        held_back=held_back(card),
        drawings=drawings_of(account.pictures),
        sections=shown_draft(account.outline, notes),
        nowhere=notes.nowhere,
        first=_first_notes(notes),
        hidden=account.outline.hidden,
        whys=[why(told, texts) for told in account.told],
    )


def _first_notes(notes: Notes) -> dict[Remark, int]:
    """The note in which a remark is made for the first time; there its fix is said."""
    found: dict[Remark, int] = {}
    for note in notes.notes:
        for remark in note.remarks:
            found.setdefault(remark, note.number)
    return found


def _place(finding: Finding, account: Account, texts: Texts) -> Cited:
    """The quote to begin with, or where what is missing belongs."""
    if finding.evidence:
        return cited(finding.evidence[0], texts)
    asked = account.belongs_at(finding)
    return Cited("", finding.absence, leads_to(asked, texts) if asked else None)
