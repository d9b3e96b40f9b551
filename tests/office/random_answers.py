"""Answers at random, the same for the same seed: what people type, and what only looks like it belongs elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from showproof.catalog.artifact import ArtifactType, Field, Part

_TEXT = (
    "the team held 14 payouts until Monday because the file came late and nobody had looked at it before noon "
    "Renata checks each of the 6,060 cases against the ledger at 09:30 and tells Mei-Ling when more than 2% differ"
)
WORDS = _TEXT.split()
FOREIGN = (
    "قائمة المراجعة قبل الدفع",
    "החזרת תשלומים עד יום שני",
    "毎週月曜日に照合する。",
    "Überprüfung der Zahlungsläufe für Łódź",
    "ε < 5 ‰ при n ≥ 40",
    "e\u0301galite\u0301 des acce\u0301s",
    "👩🏽‍💻 signs off 🚀",
    "नमस्ते दुनिया",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 beyond the first plane",
    "zero\u200bwidth and no\u00a0break",
    "soft\u00adhyphen",
)
LIKE_OTHERS = (
    "Owner: Renata Villalobos",
    "Trigger",
    "Steps",
    "Purpose, scope, trigger and outcome",
    "Decision",
    "What reviewers look for",
    "3. Escalation",
    "Risks:",
    "ACTION ITEMS",
    "One accountable person or role, not a team",
    "Write here",
    "Status: Done",
    "About this document",
    "No.",
    "Owner",
    "Due",
)
LIKE_VALUES = (
    "=SUM(A1:A3)",
    "+1 800 555 0199",
    "2026-03-09",
    "09/03/2026",
    "1,250.00",
    "12%",
    "$4,000",
    "0.1 + 0.2",
    "true",
    "1E10",
    "007",
    "-",
    "3/4",
    "'quoted",
    "@renata",
    "#N/A",
    "<b>not bold</b> & so on",
    "{{ not a field }}",
    "a\tb",
    "C:\\temp\\file.csv",
    "sp_steps_1_action",
)
RANGES = ((0x20, 0x7E), (0xA0, 0x2FFF), (0x3000, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x1FFFD))
"""Code points from and to, all of which XML allows."""
PLACEHOLDERS = ("TBD", "[insert name]", "n/a", "High/Medium/Low", "to be confirmed", "XXX", "20xx-MM-DD", "…")


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """What one person writes: questions as (part, field), and rows of tables as part id to (column id to text)."""

    answers: dict[tuple[str, str], str]
    rows: dict[str, list[dict[str, str]]]
    columns: dict[str, list[str]]
    """Part id to the ids of its table's columns, in their order."""

    def without(self, lost: str) -> AnswerSet:
        """The same answers without these characters."""
        gone = str.maketrans("", "", lost)
        answers = {place: text.translate(gone) for place, text in self.answers.items()}
        rows = {
            part: [{column: text.translate(gone) for column, text in row.items()} for row in rows]
            for part, rows in self.rows.items()
        }
        return AnswerSet(answers, rows, self.columns)


def answer_set(kind: ArtifactType, head: Part, seed: int) -> AnswerSet:
    """The set of this seed: most questions answered, some left as they are, some rows of every table."""
    chance = Random(f"{kind.id}-{seed}")
    answers = {
        (part.id, field.id): _answer(chance, field)
        for part in (head, *kind.parts)
        for field in part.fields
        if field.type not in ("checkbox", "serial") and field.shown == "always" and chance.random() < 0.8
    }
    rows = {part.id: _rows(chance, part) for part in kind.parts if part.table}
    columns = {part.id: [field.id for field in part.table.columns] for part in kind.parts if part.table}
    return AnswerSet(answers, {part: found for part, found in rows.items() if found}, columns)


def _rows(chance: Random, part: Part) -> list[dict[str, str]]:
    assert part.table is not None
    columns = [field for field in part.table.columns if field.type not in ("checkbox", "serial")]
    count = chance.randint(0, part.table.rows)
    return [
        {field.id: _answer(chance, field, cell=True) for field in columns if chance.random() < 0.85}
        or {columns[0].id: "Only this"}
        for _ in range(count)
    ]


def _answer(chance: Random, field: Field, *, cell: bool = False) -> str:
    if field.options:
        return chance.choice(field.options)
    if field.type == "date" and chance.random() < 0.7:
        return f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    lines = [_line(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    lines = ["Said otherwise" if line in (field.guidance, field.label) else line for line in lines]
    if not cell and chance.random() < 0.03:
        lines = [_sentence(chance, 1500)]
    if len(lines) > 1 and chance.random() < 0.5:
        marker = chance.choice(("- ", "• ", "{}. ", "{}) ", "[ ] ", "* "))
        lines = [f"{marker.format(number)}{line}" for number, line in enumerate(lines, 1)]
    padding = chance.choice(("", "", "", " ", "   "))
    return f"{padding}{chr(10).join(lines)}{padding}"


def _line(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.45:
        return _sentence(chance, chance.randint(2, 25))
    if kind < 0.6:
        return chance.choice(FOREIGN)
    if kind < 0.75:
        return chance.choice(LIKE_OTHERS)
    if kind < 0.9:
        return chance.choice(LIKE_VALUES)
    if kind < 0.94:
        return chance.choice(PLACEHOLDERS)
    return "".join(_any_character(chance) for _ in range(chance.randint(1, 30)))


def _sentence(chance: Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))


def _any_character(chance: Random) -> str:
    """Any character that XML allows and that is one: from the first plane mostly, with a letter often."""
    if chance.random() < 0.4:
        return chance.choice("abcdefghijklmnopqrstuvwxyz ")
    return chr(chance.randint(*chance.choice(RANGES)))
