"""Who is named: persons and roles, told from teams, departments and things."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from showproof.catalog.rubric import Lexicon as Words
from showproof.reading.lexicon import Lexicon

# What stands before a name is looked at behind its first letter: `re` finds the places of a capital fast.
_FULL = re.compile(
    r"[A-ZÀ-ÞČŁŚŠŞŽ](?<![\w’'-].)(?:[a-zà-ž’']+(?:-[A-ZÀ-Þ][a-zà-ž]+)?|(?<=[A-Z])\.)"
    r"(?:\s(?:[A-Z]\.|de|del|della|den|der|di|da|dos|du|van|von|ten|ter|al|el|bin|ibn|la|las|le|los|Mc|Mac|O)){0,2}"
    r"\s(?:[A-ZÀ-Þ]['’][A-Z])?[A-ZÀ-ÞČŁŚŠŞŽ](?:[A-Za-zà-ž]|['’](?!s\b))+(?:-[A-ZÀ-Þ][a-zà-ž]+)?(?![\w-])(?!’(?!s\b))"
)
_HANDLE = re.compile(r"(?<![\w.])@[a-z][\w.-]{1,30}\b")
_SINGLE = re.compile(r"[A-ZÀ-Þ](?<![\w’'-].)[a-zà-ÿ]{2,}(?![\w’-])")
_PERSON_DOES = """
    owns decides decided approves approved calls called checks checked runs ran reads read reviews reviewed
    signs signed asked asks agreed agrees keeps kept told tells writes wrote pulls pulled makes made sorts
    sorted sends sent will leads led chairs chaired holds held confirms confirmed measures measured posts posted
    said says wants wanted looked looks built builds found finds took takes reran re-ran reruns re-runs samples
    sampled counts counted recounts recounted trains trained updates updated gives gave shall opens opened moves
    moved pages paged rings rang phones phoned emails emailed answers answered replies replied escalates
    escalated notifies notified informs informed reports reported briefs briefed presents presented publishes
    published prepares prepared drafts drafted drew draws redrew redraws enters entered files filed releases
    released rejects rejected refuses refused grants granted authorises authorised authorizes authorized
    countersigns countersigned vetoes vetoed owned covers covered maintains maintained watches watched verifies
    verified compares compared rebuilt rebuilds tests tested inspects inspected investigates investigated audits
    audited traced traces replayed replays fixes fixed removes removed changes changed meets met invites invited
    thinks thought knows knew believes doubts suspects suspected sees saw noticed notices spotted objected
    objects insisted insists argued argues proposed proposes suggested suggests recommends recommended chose
    chooses picked picks coaches coached taught teaches hired hires listens listened sat walks walked brings
    brought hands handed passes passed orders ordered pays paid chases chased visits visited negotiates
    negotiated speaks spoke talked talks helped helps
"""
"""What a person does and a tool, a report or a place hardly ever: the word before is a name."""

_NAME_BEFORE = re.compile(
    r"([A-ZÀ-Þ](?<![\w’'-].)(?:[a-zà-ÿ]{2,}|(?<=[A-Z])\.))(?=(?:'s|’s)?,?\s"
    r"(?:\([A-Za-z][^)]{2,40}\)\s|(?:in|from|of|at)\s[A-Z][\w&]+\s)?(?:(?:now|then|also|only|personally|still|always)\s)?"
    rf"(?:{'|'.join(sorted(_PERSON_DOES.split()))}|and I|by\s)\b)"
)
_NAME_AFTER = re.compile(
    r"\b(?:owner(?: is|:)?|by|to|with|ask|asks|asked|tell|tells|told|call|calls|called|page|pages|paged|from|and|for|"
    r"→|->|Mrs?\.?|Ms\.?|Dr\.?|DRI:?|approver:?|lead:?|owned by|approved by|escalate to)\s+"
    r"([A-ZÀ-Þ][a-zà-ÿ]{2,})(?![\w’-])(?!\s+[A-Z])"
)

_COMMON = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{3,}(?![\w’-])")
"""A word in small letters: what is written so anywhere in a document is no name at the head of a sentence."""

_BETWEEN_TEXTS = "\0"
"""No letter, mark or space of any pattern, so that no name is read across it."""

_NO_WORD = re.compile(r"[^\w\s/-]")
_LINKS = frozenset(("the", "our", "whole", "and", "&", "/", "of"))
"""Words of an owner's cell that name nobody by themselves."""

_THINGS = tuple([word] for word in ("system", "tool", "report", "queue", "process", "file", "policy"))
"""Words after a role's noun that make a thing of it."""


class Roster(NamedTuple):
    """The single and full names that a document itself shows to be persons."""

    singles: frozenset[str]
    full: frozenset[str]


class People:
    """Finds persons and roles in a text, with the word lists of rubrics/lexicon.yaml."""

    def __init__(self, words: Words) -> None:
        self._groups = frozenset(words.groups)
        self._not_names = frozenset(words.not_names) | {group.capitalize() for group in self._groups}
        self._roles = Lexicon({role.lower(): ("role",) for role in words.roles})

    def roster(self, texts: Iterable[str]) -> Roster:
        """Names that the whole document supports: full names, and first names used as persons."""
        whole = _BETWEEN_TEXTS.join(dict.fromkeys(texts))
        common = {"may", *_COMMON.findall(whole)}
        full = {name for name in self._full(whole) if self._is_person(name)}
        singles = {*_NAME_BEFORE.findall(whole), *_NAME_AFTER.findall(whole)}
        firsts = {part for name in full for part in name.split() if len(part) > 2}
        # `She` stands for a person named before, and is written small elsewhere.
        known = {name for name in singles | firsts if name == "She" or name.lower() not in common}
        return Roster(frozenset(name for name in known if name not in self._not_names), frozenset(full))

    def persons(self, text: str, roster: Roster) -> list[str]:
        """The persons named in a text, by full names and handles; only where there is none of these, by first names."""
        names = [name for name in self._full(text) if name in roster.full]
        names += _HANDLE.findall(text) if "@" in text else []
        return names or [name for name in _SINGLE.findall(text) if name in roster.singles]

    def _full(self, text: str) -> Iterator[str]:
        """What looks like a full name, begun anew behind a word that is none: "Ask Priya Nand" names Priya Nand."""
        found = _FULL.search(text)
        while found:
            first = found[0].partition(" ")[0]
            if first in self._not_names:
                found = _FULL.search(text, found.start() + len(first))
            else:
                yield found[0]
                found = _FULL.search(text, found.end())

    def role(self, text: str) -> tuple[int, int] | None:
        """(start, end) of the first role named in the singular, such as `duty manager`; `lead report` is a thing."""
        for start, end, _ in self._roles.find(text):
            if text[end : end + 12].lower().split()[:1] not in _THINGS:
                return start, end
        return None

    def is_group(self, text: str) -> bool:
        """Whether an owner's cell names no one in particular: a team, a department, everyone."""
        words = set(_NO_WORD.sub(" ", text.lower()).split())
        return words - _LINKS <= self._groups

    def names_owner(self, text: str) -> bool:
        """Whether an owner's cell names a person or a role."""
        plain = text.strip()
        if self.is_group(plain):
            return False
        if self.role(plain) or _HANDLE.search(plain) or any(map(self._is_person, self._full(plain))):
            return True
        return bool(
            re.fullmatch(r"(?:[A-ZÀ-Þ][\w’'.-]*+[\s,&/+]*+(?:and\s)?+){1,6}(?:\([^)]*\))?[\s,;]*", plain)
        ) and not any(
            word in self._not_names or word.lower() in self._groups for word in re.findall(r"[\w’'-]+", plain)
        )

    def _is_person(self, name: str) -> bool:
        return not any(part.strip(".") in self._not_names for part in re.split(r"[\s-]", name))
