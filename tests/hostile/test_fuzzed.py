"""Whatever is done to a draft's bytes, its XML or its values, the end is an outline or one line."""

from __future__ import annotations

from pathlib import Path

from hostile_files import Part, cell, docx_parts, p, xlsx_parts, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showproof.errors import UnreadableError
from showproof.formats.open import read_draft
from showproof.formats.package import pack
from showproof.model import Outline

BODY = p("Owner: Ana") + "<w:tbl><w:tr><w:tc>" + p("Task") + "</w:tc><w:tc>" + p("Due") + "</w:tc></w:tr></w:tbl>"
ROWS = "".join(f"<row r='{n}'>{cell(f'A{n}', f'Task {n}')}<c r='B{n}' t='s'><v>0</v></c></row>" for n in range(1, 4))
SHEET = f"<cols><col min='1' max='2' width='9'/></cols><sheetData>{ROWS}</sheetData>"
DRAFTS = {
    "draft.docx": docx_parts(BODY),
    "draft.xlsx": xlsx_parts(SHEET + "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>", "<si><t>Due</t></si>"),
}
names = st.sampled_from(sorted(DRAFTS))
patient = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def ends_well(data: bytes, name: str) -> None:
    """An outline, or an error of one line with a remedy."""
    try:
        outline = read_draft(data, Path(name))
    except UnreadableError as error:
        said = error
    else:
        assert isinstance(outline, Outline)
        return
    assert "\n" not in str(said)
    assert said.remedy


@patient
@given(names, st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
def test_bytes_of_a_package_are_changed(name: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(pack(DRAFTS[name]))
    for at, value in changes:
        data[at % len(data)] = value
    ends_well(bytes(data), name)


@patient
@given(names, st.integers(0, 10**6), st.integers(0, 10**6), st.binary(max_size=40))
def test_a_package_is_cut_or_grows(name: str, first: int, second: int, between: bytes) -> None:
    data = pack(DRAFTS[name])
    start, end = sorted((first % len(data), second % len(data)))
    for made in (
        data[:start],
        data[end:],
        data[:start] + data[end:],
        data[:start] + between + data[start:],
        data + data[start:],
    ):
        ends_well(made, name)


facts = st.fixed_dictionaries(
    {},
    optional={
        "name": st.binary(max_size=30), "flags": st.integers(0, 0xFFFF), "method": st.integers(0, 100),
        "crc": st.integers(0, 2**32 - 1), "packed": st.integers(0, 2**32 - 1), "size": st.integers(0, 2**32 - 1),
        "extra": st.binary(max_size=40),
    },
)  # fmt: skip


@patient
@given(names, st.integers(0, 9), facts, facts, st.permutations(range(4)))
def test_headers_are_changed_and_swapped(
    name: str, at: int, local: dict[str, object], central: dict[str, object], order: list[int]
) -> None:
    parts = [Part(part, data) for part, data in DRAFTS[name].items()]
    at %= len(parts)
    parts[at] = parts[at]._replace(local=local, central=central)
    ends_well(zipped(parts), name)
    swapped = [
        parts[place]._replace(central={"offset": 0} if place % 2 else {}) for place in order if place < len(parts)
    ]
    ends_well(zipped(swapped), name)


@patient
@given(
    st.sampled_from([(name, part) for name, parts in DRAFTS.items() for part in parts]),
    st.integers(0, 10**6),
    st.integers(0, 60),
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            ["<", "</", "/>", "&", "&#x0;", "&#xD800;", "<!--", "<![CDATA[", "<!DOCTYPE a>", '"', "xmlns=''", "<w:p>",
             "</w:p>", "<row>", "</row>", "<c r='A1'>", "9" * 30, "-1", "<w:tbl>", "<w:sdt>",
             "<w:fldChar w:fldCharType='begin'/>"]
        ),
    ),
)  # fmt: skip
def test_the_xml_of_a_part_is_changed(place: tuple[str, str], at: int, drop: int, put: str) -> None:
    name, part = place
    text = DRAFTS[name][part].decode()
    at %= len(text)
    changed = (text[:at] + put + text[at + drop :]).encode("utf-8", "surrogatepass")
    ends_well(pack({**DRAFTS[name], part: changed}), name)


LETTERS = st.characters(min_codepoint=32, max_codepoint=0xD7FF, exclude_characters="<>&'\"")
figures = st.one_of(st.floats().map(str), st.integers(-(10**40), 10**40).map(str), st.text(LETTERS, max_size=20))


@patient
@given(
    st.sampled_from(["", "s", "n", "b", "d", "e", "str", "inlineStr", "zz"]), figures, figures, figures,
    st.sampled_from(["A1", "", "ZZZ9", "XFD1048576", "A0"]),
)  # fmt: skip
def test_cells_hold_anything(kind: str, value: str, look: str, number: str, place: str) -> None:
    odd = f"<row r='{number}'><c r='{place}' t='{kind}' s='{look}'><f>{value}</f><v>{value}</v></c></row>"
    ends_well(pack(xlsx_parts(f"<sheetData>{odd}{ROWS}</sheetData>", f"<si><t>{value}</t></si>")), "draft.xlsx")


@patient
@given(st.text(max_size=300), st.lists(st.sampled_from("#*_`|<>[]()-+=~\\&!:\n \t1a."), max_size=200).map("".join))
def test_texts_are_anything(text: str, marks: str) -> None:
    for made in (text, marks, text + marks):
        ends_well(made.encode("utf-8", "surrogatepass"), "draft.md")
