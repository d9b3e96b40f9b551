"""Figures that name something instead of measuring it: codes, versions, step and section numbers, phone numbers."""

import re

from showproof.values.context import opens_line
from showproof.values.value import Passage
from showproof.values.wordlist import words

_NAMED_BY_NUMBER = words(
    """adr annex appendix art article chapter cis clause cve exhibit ext extension fig http iec ifrs iso level nist
    para paragraph pci phase pillar pp reg regulation rev revision rfc rule sec section sev severity soc sox step
    tier ver version"""
)
_NAMED_WHEN_NOTHING_IS_COUNTED = words(
    """basel batch box bug build bullet case category cell class co col column control criterion error excel figure
    finding floor footnote form grade group id incident invoice issue item java layer lesson line milestone model
    module no node note nr number objective office option order page part phone po point port pr principle priority
    problem project python question rank ref release req requirement risk room row sample scenario schedule sheet
    shift slide sprint stage story suite table task team tel test ticket type unit wave windows wo zone"""
)


_REFERENCE = re.compile(
    r"\b([a-z]++)\.? {1,2}#?(?:[0-9][0-9.]{0,6}(?:, (?:and |or )?| and | or | to | of | & | ?- ?))*\Z"
)
_REFERENCE_WINDOW = 40
_FIXED_PHRASE = re.compile(
    r"24/7(?:/365)?|50/50|401 ?(?:\(k\)|k\b)|403 ?(?:\(b\)|b\b)"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])"
    r"|[0-9]{1,4}(?:[ -]\(?[0-9]{2,5}\)?){2,5}(?![\w-])|[0-9]{3}\) ?[0-9]{3}[ -][0-9]{4}(?![\w-])"
    r"|[0-9]{3}\.[0-9]{3}\.[0-9]{4}(?![\w-])"
)
_CODE = re.compile(r"[0-9]++(?:[.,:/-][0-9]++)*+(?:[^\W_]|-(?=[^\W_]))*+")
_SIGN_MAY_FOLLOW = frozenset(" \t\n(<>~=≤≥|:$€£¥₹")
_GLUES_TO_A_CODE = frozenset("#§№@/\\'[")


def is_named_before(view: str, start: int, counts: bool) -> bool:
    """Whether the words before say that the figure is a name: "step 7", "sections 3 and 4", "ISO 27001".

    `counts`: a plural noun follows, so that "test 5 files" is five files while "test 5" is a name.
    """
    found = _REFERENCE.search(view, max(0, start - _REFERENCE_WINDOW), start)
    if found is None:
        return False
    name, singular = found[1], found[1].removesuffix("s")
    if name in _NAMED_BY_NUMBER or singular in _NAMED_BY_NUMBER:
        return True
    return not counts and (name in _NAMED_WHEN_NOTHING_IS_COUNTED or singular in _NAMED_WHEN_NOTHING_IS_COUNTED)


def continues_a_code(view: str, start: int, floor: int) -> bool:
    """Whether the figure at `start` is glued to a code before it; `floor` is where the last value ended."""
    if start in (0, floor):
        return False
    before, earlier = view[start - 1], view[start - 2 : start - 1]
    if before == " ":
        return False
    if start - 1 == floor > 0:
        return before.isalnum() and before != "t"
    if before in "+-":
        return not sign_may_stand(view, start - 1)
    if before in "._":
        return earlier.isalnum()
    return before.isalnum() or before in _GLUES_TO_A_CODE


def sign_may_stand(view: str, at: int) -> bool:
    """Whether a plus or minus at `at` can be a sign, and not the inside of a code or range."""
    return at == 0 or view[at - 1] in _SIGN_MAY_FOLLOW


def is_fixed_phrase(view: str, start: int) -> bool:
    """Whether a phone number, a set phrase such as 24/7 or figures with plain spaces ("1 250") begin at `start`."""
    return _FIXED_PHRASE.match(view, start) is not None


def code_end(view: str, start: int) -> int:
    """Where the code or fixed phrase that begins at `start` ends."""
    found = _FIXED_PHRASE.match(view, start) or _CODE.match(view, start)
    return found.end() if found else start


def numbers_a_line(passage: Passage, start: int, end: int) -> bool:
    """Whether the figure numbers a line or an item ("1. Plan", "(2) Do") or a heading ("3.2 Scope")."""
    text, view = passage
    if view.startswith(")", end) and view.endswith("(", 0, start):
        return end - start <= 2
    if not opens_line(view, start):
        return False
    if view[end : end + 1] in (".", ")"):
        return view[end + 1 : end + 2] in ("", " ", "\t")
    return "." in view[start:end] and view.startswith(" ", end) and text[end + 1 : end + 2].isupper()
