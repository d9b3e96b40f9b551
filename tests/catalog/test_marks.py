from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from small_catalog import faults

from showproof.catalog.marks import MAX_VALUES, dotted, read_yaml


def read(tmp_path: Path, text: str | bytes):
    path = tmp_path / "some.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, "some.yaml")


@pytest.mark.parametrize(
    "written", ["no", "yes", "on", "12:30", "1.0", "010", "1_000", "2026-03-04", "true", "0x1f", ".5"]
)
def test_a_plain_word_or_number_stays_the_text_that_stands_there(tmp_path, written):
    assert read(tmp_path, f"key: {written}\n").data == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_none(tmp_path, written):
    assert read(tmp_path, f"key: {written}\n").data == {"key": None}


@pytest.mark.parametrize(("written", "text"), [("''", ""), ("'null'", "null"), ('"~"', "~")])
def test_quoted_nothing_is_text(tmp_path, written, text):
    assert read(tmp_path, f"key: {written}\n").data == {"key": text}


def test_an_empty_file_has_no_data(tmp_path):
    assert read(tmp_path, "").data is None


def test_tags_are_not_followed(tmp_path):
    assert read(tmp_path, "key: !!python/object/apply:os.getcwd here\n").data == {"key": "here"}


def test_an_anchor_stands_for_its_value(tmp_path):
    assert read(tmp_path, "one: &a [x, y]\ntwo: *a\n").data == {"one": ["x", "y"], "two": ["x", "y"]}


def test_every_value_and_key_has_its_place(tmp_path):
    marked = read(tmp_path, "parts:\n  - id: one\n    rows: [a, b]\n")
    assert marked.place(("parts", 0, "rows", 1)) == "some.yaml:3:15"
    assert marked.key_place(("parts", 0, "rows")) == "some.yaml:3:5"


def test_what_does_not_stand_in_the_file_has_the_place_of_what_is_above_it(tmp_path):
    marked = read(tmp_path, "parts:\n  - id: one\n")
    assert marked.place(("parts", 0, "title")) == "some.yaml:2:5"
    assert marked.key_place(("parts", 0, "title")) == "some.yaml:2:5"
    assert marked.place(("nowhere",)) == "some.yaml:1:1"


def test_a_path_is_written_as_people_write_it():
    assert dotted(("parts", 2, "fields", 0, "type")) == "parts[2].fields[0].type"
    assert dotted(()) == "the file"


def test_a_key_that_comes_twice_is_a_fault_with_both_lines(tmp_path):
    text = "id: one\ntitle: a\nparts:\n  - id: x\n    id: y\ntitle: b\n"
    assert faults(lambda: read(tmp_path, text)) == [
        "some.yaml:5:5: parts[0].id: found the key a second time; allowed once; remove this one or the one on line 4",
        "some.yaml:6:1: title: found the key a second time; allowed once; remove this one or the one on line 2",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: [one\ntwo: 2\n", "some.yaml:2:4: not YAML: did not find expected ',' or ']'; mend the "
                               "syntax here or just above"),
        ("id: *one\n", "some.yaml:1:5: not YAML: found undefined alias; mend the syntax here or just above"),
        ("a: 1\n---\nb: 2\n", "some.yaml:2:1: not YAML: but found another document; mend the syntax here "
                              "or just above"),
    ],
)  # fmt: skip
def test_a_syntax_fault_is_one_line_with_its_place(tmp_path, text, line):
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("the words are those of libyaml")
    assert faults(lambda: read(tmp_path, text)) == [line]


@pytest.mark.parametrize("data", [b"a: \xe9\n", b"\xff\xfea: b\n", b"a: \x00\n"])
def test_a_file_that_is_no_text_is_one_line(tmp_path, data):
    (line,) = faults(lambda: read(tmp_path, data))
    assert line.startswith("some.yaml: not YAML: ")
    assert line.endswith("; save it as UTF-8 text")
    assert "\n" not in line


def test_an_alias_inside_its_own_anchor_is_a_fault(tmp_path):
    assert faults(lambda: read(tmp_path, "a: &x {b: *x}\n")) == [
        "some.yaml:1:4: a.b.b: found 51 levels; allowed: 50 levels, 50000 values; write it out without aliases"
    ]


@pytest.mark.parametrize("opening", ["[", "- "])
def test_nesting_without_end_is_a_fault_before_anything_recurses(tmp_path, opening):
    closing = "]" if opening == "[" else "\n"
    (line,) = faults(lambda: read(tmp_path, opening * 100_000 + closing * 100_000))
    assert line.endswith(": the file: found 51 levels; allowed: 50 levels; write it flatter")


def test_aliases_that_multiply_are_a_fault(tmp_path):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    (line,) = faults(lambda: read(tmp_path, "\n".join(lines)))
    assert f"found {MAX_VALUES + 1} values" in line
