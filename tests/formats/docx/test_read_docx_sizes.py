"""Documents out of all proportion are read in a time that grows with their size, or refused."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from built_documents import STYLES, docx, p, r, read, sdt, tables, tbl, tc, texts, tr

from showproof.formats.open import read_draft
from showproof.model import Outline

SECONDS = 10.0
"""CPU seconds: many times what is needed, far less than a reader takes that grows with the square of the size."""


def test_fifty_thousand_paragraphs() -> None:
    assert len(_in_time(p("x") * 50_000).items) == 50_000


def test_a_table_of_sixty_thousand_cells() -> None:
    row = tr(*[tc("x", '<w:gridSpan w:val="99999999"/>')] * 10)
    assert len(_in_time(tbl(row * 6_000)).items) == 1


def test_a_paragraph_of_fifty_thousand_runs_of_every_look() -> None:
    runs = r("a") + r("b", "<w:b/>") + r("c", "<w:vanish/>") + r("d", '<w:color w:val="FFFFFF"/>')
    (text,) = texts(_in_time(f"<w:p>{runs * 12_500}</w:p>"))
    assert text == "ab" * 12_500


def test_ten_thousand_bookmarks_over_ten_thousand_paragraphs() -> None:
    starts = "".join(f'<w:bookmarkStart w:id="{n}" w:name="sp_{n}"/>' for n in range(10_000))
    ends = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in range(10_000))
    assert len(_in_time(starts + p("x") * 10_000 + ends).items) == 10_000


def test_ten_thousand_styles_each_based_on_the_one_before() -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n - 1}"/></w:style>'
        for n in range(10_000)
    )
    used = "".join(p("x", f"s{n}") for n in range(10_000))
    assert len(_in_time(used, styles=STYLES + chain).items) == 10_000


def test_ten_thousand_fields_and_boxes_that_never_end() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert len(_in_time(f"<w:p>{begin}{r('x')}</w:p>" * 10_000).items) == 0


def test_merges_over_every_row() -> None:
    row = tr(tc("", "<w:vMerge/>"), tc("x"))
    (table,) = tables(_in_time(tbl(tr(tc("a", '<w:vMerge w:val="restart"/>'), tc("x")), row * 20_000)))
    assert table.rows[0][0].drops == 20_001


@pytest.mark.parametrize("depth", [60, 110])
def test_controls_within_controls(depth: int) -> None:
    inside = p("deep")
    run = r("deep")
    for number in range(depth):
        inside, run = sdt(inside, f"t{number}"), sdt(run, f"t{number}")
    assert texts(read(inside + f"<w:p>{run}</w:p>")) == ["deep", "deep"]


def test_text_boxes_within_text_boxes() -> None:
    nested = p("deep")
    for _ in range(30):
        box = f"<v:shape><v:textbox><w:txbxContent>{nested}</w:txbxContent></v:textbox></v:shape>"
        nested = f"<w:p>{r('x')}<w:r><w:pict>{box}</w:pict></w:r></w:p>"
    assert texts(read(nested)) == ["x"] * 30 + ["deep"]


def _in_time(body: str, **inner: str) -> Outline:
    """The outline of a document whose parts are not deflated: no limit of the package stands before the reader's."""
    packed = io.BytesIO(docx(body, **inner)), io.BytesIO()
    with zipfile.ZipFile(packed[0]) as deflated, zipfile.ZipFile(packed[1], "w") as stored:
        stored.writestr("[Content_Types].xml", "<Types/>")
        for name in deflated.namelist():
            stored.writestr(name, deflated.read(name))
    begun = time.process_time()
    found = read_draft(packed[1].getvalue(), Path("draft.docx"))
    assert time.process_time() - begun < SECONDS
    return found
