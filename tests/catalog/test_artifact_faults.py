from __future__ import annotations

import pytest
from small_catalog import ARTIFACT, faults, put_note

from showproof.catalog.load import load_artifact

FACETS = ("action", "metric", "owner", "threshold")
WORDS = "workflow, metric, constraint, owner, team, period, stakeholder, title, role, version, companions"
TYPES = "text, paragraph, person, choice, date, number, money, percent, duration, checkbox, serial"


def load(tmp_path, text, shapes=None, facets=FACETS):
    return load_artifact(put_note(tmp_path, text), shapes or {}, facets, "note.yaml")


def changed(old: str, new: str) -> str:
    assert ARTIFACT.count(old) == 1
    return ARTIFACT.replace(old, new)


def test_a_whole_type_loads(tmp_path):
    kind = load(tmp_path, ARTIFACT)
    assert (kind.id, kind.formats, kind.parts[0].fields[0].type) == ("note", ("docx",), "text")


CASES = {
    "an unknown key": (
        changed("summary: ", "sumary: Says one.\nsummary: "),
        "note.yaml:4:1: sumary: found the unknown key sumary; allowed: id, title, version, summary, "
        "formats, proves, parts, "
        "synonyms, defaults, pictures; write summary",
    ),
    "an unknown key that is like no other": (
        changed("    guidance:", "    xyzzy: a\n    guidance:"),
        "note.yaml:11:5: parts[0].xyzzy: found the unknown key xyzzy; allowed: id, title, guidance, synonyms, facets, "
        "essential, fields, table; remove it",
    ),
    "an unknown key of a field": (
        changed("        label: Thing", "        label: Thing\n        lable: Thing"),
        "note.yaml:15:9: parts[0].fields[0].lable: found the unknown key lable; allowed: id, label, type, "
        "guidance, synonyms, "
        "facets, options, required, prefill, width, shown, use; write label",
    ),
    "a missing key": (
        changed("        label: Thing\n", ""),
        "note.yaml:13:9: parts[0].fields[0].label: found nothing; allowed: a value; add label",
    ),
    "an empty value": (
        changed("title: Note", "title:"),
        "note.yaml:2:7: title: found nothing; allowed: text; change the value",
    ),
    "a list for a text": (
        changed("title: Note", "title: [Note]"),
        "note.yaml:2:8: title: found a list; allowed: text; change the value",
    ),
    "keys for a text": (
        changed("title: Note", "title: {en: Note}"),
        "note.yaml:2:8: title: found keys with values; allowed: text; change the value",
    ),
    "a text for a list": (
        changed("[docx]", "docx"),
        'note.yaml:5:10: formats: found "docx"; allowed: a list, such as [one, two]; change the value',
    ),
    "a text for keys": (
        changed("    fields:\n      - id: thing\n        label: Thing\n", "    fields: [thing]\n"),
        'note.yaml:12:14: parts[0].fields[0]: found "thing"; allowed: keys with values; change the value',
    ),
    "no such value": (
        changed("[docx]", "[docx, pdf]"),
        'note.yaml:5:17: formats[1]: found "pdf"; allowed: docx, xlsx; write one of these',
    ),
    "no such kind of answer": (
        changed("label: Thing", "label: Thing\n        type: chioce"),
        f'note.yaml:15:15: parts[0].fields[0].type: found "chioce"; allowed: {TYPES}; write one of these',
    ),
    "a word for a number": (
        changed("label: Thing", "label: Thing\n        width: wide"),
        'note.yaml:15:16: parts[0].fields[0].width: found "wide"; allowed: a whole number; change the value',
    ),
    "a word that is neither yes nor no": (
        changed("label: Thing", "label: Thing\n        required: maybe"),
        'note.yaml:15:19: parts[0].fields[0].required: found "maybe"; allowed: true or false; change the value',
    ),
    "a long value is cut": (
        changed("[docx]", "[" + "d" * 80 + "]"),
        f'note.yaml:5:11: formats[0]: found "{"d" * 57}…"; allowed: docx, xlsx; write one of these',
    ),
    "an id that is not its folder's": (
        changed("id: note", "id: notes"),
        'note.yaml:1:5: id: found "notes"; allowed: the name of its folder, note; write note',
    ),
    "no format": (
        changed("[docx]", "[]"),
        'note.yaml:5:10: formats: found "nothing"; allowed: one or more; add one to formats',
    ),
    "nothing that it proves": (
        changed("proves:\n  operations-manager: [execution]", "proves: {}"),
        'note.yaml:6:9: proves: found "nothing"; allowed: one or more; add one to proves',
    ),
    "a facet that there is not": (
        changed("label: Thing", "label: Thing\n        facets: [treshold]"),
        'note.yaml:15:18: parts[0].fields[0].facets[0]: found "treshold"; allowed: action, metric, owner, threshold; '
        "write threshold",
    ),
    "a facet of a part": (
        changed("guidance: The one thing.", "guidance: The one thing.\n    facets: [zzz]"),
        'note.yaml:12:14: parts[0].facets[0]: found "zzz"; allowed: action, metric, owner, threshold; '
        "see the list of facets of rubrics/facets.yaml",
    ),
    "a choice without options": (
        changed("label: Thing", "label: Thing\n        type: choice"),
        'note.yaml:15:15: parts[0].fields[0].type: found "choice"; allowed: a choice with options; add options: [ … ]',
    ),
    "options without a choice": (
        changed("label: Thing", "label: Thing\n        options: [a, b]"),
        'note.yaml:15:18: parts[0].fields[0].options: found "a, b"; allowed: options of a choice; write type: choice',
    ),
    "an id that is too long": (
        changed("id: thing", "id: a-thing-that-nobody-would-call-so"),
        'note.yaml:13:13: parts[0].fields[0].id: found "a-thing-that-nobody-would-call-so"; '
        "allowed: part and field ids of 31 characters together; shorten one",
    ),
    "an id that means rows": (
        changed("id: thing", "id: rows"),
        'note.yaml:13:13: parts[0].fields[0].id: found "rows"; allowed: any other id; '
        "`rows` names a table's rows in answers; rename it",
    ),
    "a width out of bounds": (
        changed("label: Thing", "label: Thing\n        width: 9"),
        'note.yaml:15:16: parts[0].fields[0].width: found "9"; allowed: 1 to 8; change the value',
    ),
    "two fields of one id": (
        changed("        label: Thing\n", "        label: Thing\n      - {id: thing, label: Other}\n"),
        'note.yaml:15:14: parts[0].fields[1].id: found "thing"; allowed: an id that no other one has; '
        'rename one of the two',
    ),
    "two ids of one bookmark": (
        changed("        label: Thing\n", "        label: Thing\n      - {id: a-b, label: One}\n")
        + "  - {id: what-a, title: B, guidance: c, fields: [{id: b, label: b}]}\n",
        'note.yaml:16:55: parts[1].fields[0].id: found "b"; allowed: an id whose bookmark is not that of what.a-b; '
        "rename one of the two",
    ),
    "two parts of one id": (
        ARTIFACT + "  - {id: what, title: B, guidance: c, fields: [{id: a, label: b}]}\n",
        'note.yaml:15:10: parts[1].id: found "what"; allowed: an id that no other one has; rename one of the two',
    ),
    "a part that asks nothing": (
        changed("    fields:\n      - id: thing\n        label: Thing\n", ""),
        'note.yaml:9:5: parts[0]: found "what"; allowed: fields or a table; give the part at least one question',
    ),
    "a word that the context does not have": (
        changed("The one thing.", "The {{ thing }}."),
        'note.yaml:11:15: parts[0].guidance: found "The {{ thing }}."; allowed: text with {{ name }} for words of the '
        f"context; 'thing' is undefined; the words are {WORDS}",
    ),
    "braces that do not close": (
        changed("label: Thing", 'label: Thing\n        prefill: "{{ title"'),
        'note.yaml:15:18: parts[0].fields[0].prefill: found "{{ title"; allowed: text with {{ name }} for words of the '
        f"context; unexpected end of template, expected 'end of print statement'; the words are {WORDS}",
    ),
    "sums that cannot be worked out": (
        changed("label: Thing", 'label: Thing\n        guidance: "{{ 1 / 0 }}"'),
        'note.yaml:15:19: parts[0].fields[0].guidance: found "{{ 1 / 0 }}"; allowed: text with {{ name }} '
        'for words of the '
        f"context; it cannot be worked out (division by zero); the words are {WORDS}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_a_fault_says_where_what_was_found_what_is_allowed_and_what_to_do(tmp_path, what):
    text, line = CASES[what]
    assert faults(lambda: load(tmp_path, text)) == [line]


def test_a_text_that_reaches_into_python_is_refused(tmp_path):
    (line,) = faults(lambda: load(tmp_path, changed("The one thing.", "Of {{ title.__class__.__mro__ }}")))
    assert "access to attribute '__class__' of 'str' object is unsafe" in line


def test_columns_are_checked_like_fields(tmp_path):
    table = "    table:\n      layout: gird\n      columns: [{id: a, label: b}]\n"
    assert faults(lambda: load(tmp_path, ARTIFACT + table)) == [
        'note.yaml:16:15: parts[0].table.layout: found "gird"; allowed: grid, records; write one of these'
    ]
    table = "    table:\n      columns: [{id: a, label: b}, {id: a, label: b, facets: [acton]}]\n"
    assert faults(lambda: load(tmp_path, ARTIFACT + table)) == [
        'note.yaml:16:41: parts[0].table.columns[1].id: found "a"; allowed: an id that no other one has; '
        "rename one of the two",
        'note.yaml:16:63: parts[0].table.columns[1].facets[0]: found "acton"; allowed: action, metric, '
        "owner, threshold; "
        "write action",
    ]


def test_all_faults_of_a_file_come_at_once(tmp_path):
    text = (
        changed("title: Note", "title: [Note]").replace("[docx]", "docx").replace("    guidance: The one thing.\n", "")
    )
    assert sorted(faults(lambda: load(tmp_path, text))) == [
        "note.yaml:2:8: title: found a list; allowed: text; change the value",
        'note.yaml:5:10: formats: found "docx"; allowed: a list, such as [one, two]; change the value',
        "note.yaml:9:5: parts[0].guidance: found nothing; allowed: a value; add guidance",
    ]


def test_an_empty_file_lacks_everything(tmp_path):
    assert faults(lambda: load(tmp_path, "")) == [
        f"note.yaml:1:1: {name}: found nothing; allowed: a value; add {name}"
        for name in ("id", "title", "version", "summary", "formats", "proves", "parts")
    ]


def test_a_file_of_one_word_is_no_type(tmp_path):
    assert faults(lambda: load(tmp_path, "hello\n")) == [
        'note.yaml:1:1: the file: found "hello"; allowed: keys with values; change the value'
    ]
