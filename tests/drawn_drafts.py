# ruff: noqa: E501
"""Small drafts in the three formats, drawn at random: what people and programs put into paragraphs, cells and lines."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hypothesis import strategies as st

from showproof.formats.package import pack

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SAID = (
    "Ines Okafor moved the cut-off to 14:00 on 4 May 2026.", "The median wait fell from 52 hours to 31 hours.", "Owner",
    "TBD", "Owner: Ana Ruiz", "If nobody answers by 09:00, she stops the batch; then the desk calls.", "Due", "4 May",
    "Ärger über 1.480 Fälle – “spät”", "日本語 の 文", "a & b < c > d", "snake_case and 2 * 3 * 4", "Refund desk",
)  # fmt: skip

words = st.sampled_from(_SAID) | st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="`<>[]&^\\"), max_size=12
)


# Markdown

_INLINE = (
    "{}", "{}", "{}", "**{}**", "__{}__", "*{}*", "~~{}~~", "`{}`", "`` {} ``", "[{}](https://example.org/a_b?c=1)",
    "[{}](<x y> \"a title\")", "![{}](y.png)", "**[{}](u)**", "[*{}*][ref]", "<b>{}</b>", "a&amp;b &mdash; {}", "\\*{}\\*",
    "{}<br>{}", "{}  \n{}", "{}\n{}", "{}\\\n{}", "<https://example.org/x>", "<!-- aside -->{}", "{}[^1]", "&#8364;{}",
    "<span hidden>{}</span>{}", "***{}***", "**{}.** {}", "**{}:** {}", "[{}]",
)  # fmt: skip


@st.composite
def inlines(draw: st.DrawFn) -> str:
    """A paragraph's worth of inline markup."""
    parts = draw(st.lists(st.sampled_from(_INLINE), min_size=1, max_size=4))
    filled = ["".join(_interleaved(part.split("{}"), [draw(words) for _ in range(part.count("{}"))])) for part in parts]
    return draw(st.sampled_from([" ", "\n", ". "])).join(filled)


def _interleaved(fixed: list[str], drawn: list[str]) -> list[str]:
    return [piece for pair in zip(fixed, [*drawn, ""], strict=True) for piece in pair]


def _prefixed(text: str, first: str, rest: str) -> str:
    return "\n".join((first if at == 0 else rest) + line for at, line in enumerate(text.split("\n")))


def _row(cells: list[str], pipes: str) -> str:
    joined = " | ".join(cell.replace("\n", " ").replace("|", "\\|") for cell in cells)
    return f"| {joined} |" if pipes == "|" else joined


@st.composite
def pipe_tables(draw: st.DrawFn) -> str:
    """A pipe table, with or without outer pipes, rows too short and too long."""
    width = draw(st.integers(2, 4))
    pipes = draw(st.sampled_from(["|", ""]))
    head = _row([draw(words) or "x" for _ in range(width)], pipes)
    sizes = draw(st.lists(st.integers(1, 5), max_size=4))
    rows = [_row([draw(inlines() | st.just("a \\| b")) for _ in range(size)], pipes) for size in sizes]
    return "\n".join([head, _row(["---"] * width, pipes), *rows])


@st.composite
def html_blocks(draw: st.DrawFn) -> str:
    """HTML between the lines."""
    shape = draw(
        st.sampled_from(
            [
                "<table>\n<tr><th>Owner</th><th>Due</th></tr>\n<tr><td>{}<br>{}</td><td>\n <b>{}</b> {}</td></tr>\n</table>",
                "<table><tr><td>{}</td>\n\n<td>{}</td></tr></table>",
                "<details>\n<summary>{}</summary>\n\n{}\n\n</details>",
                "<div>\n<p>{} <b>{}</b>\n{} &amp; {}</p>\n<ul><li>{}</li>\n<li>{}</li></ul></div>",
                '<div style="display: none">\n{}\n\n{}\n\n</div>\n\n{}',
                "<!-- {}\n{} -->",
            ]
        )
    )
    drawn = [escape(draw(words)) for _ in range(shape.count("{}"))]
    return "".join(_interleaved(shape.split("{}"), drawn))


_BLOCKS = st.one_of(
    inlines(),
    inlines(),
    st.builds(lambda text: "# " + text.replace("\n", " "), inlines()),
    st.builds(lambda text: f"## {text} ##".replace("\n", " "), words),
    st.builds(lambda text: f"{text}\n===", inlines()),
    st.builds(lambda text: _prefixed(text, "> ", "> "), inlines()),
    st.builds(lambda text: _prefixed(text, "> > ", ">> "), inlines()),
    st.builds(lambda text: _prefixed(text, "- ", "  "), inlines()),
    st.builds(lambda text: _prefixed(text, "- [x] ", "lazy "), inlines()),
    st.builds(lambda a, b: _prefixed(a, "1. ", "   ") + "\n" + _prefixed(b, "   - ", "     "), inlines(), inlines()),
    st.builds(lambda text: f"```sh\n  {text}\nkubectl get <namespace>\n```", words),
    st.builds(lambda text: _prefixed(text, "    ", "\t"), words),
    st.builds(lambda a, b: f"{a or 'x'}\n: {b}", words, words),
    st.builds(lambda text: f"[^1]: {text}", inlines()),
    st.builds(lambda text: _prefixed(text, "> ", "> "), pipe_tables()),
    st.builds(lambda text: _prefixed(text, "- ", "  "), pipe_tables()),
    pipe_tables(),
    html_blocks(),
    st.just("[ref]: https://example.org\n[//]: # (who signs?)"),
)


@st.composite
def markdown_files(draw: st.DrawFn) -> bytes:
    """A Markdown file as people and editors save it."""
    text = "\n\n".join(draw(st.lists(_BLOCKS, min_size=1, max_size=6))) + "\n"
    text = draw(st.sampled_from(["", "---\ntitle: A plan\n---\n"])) + text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16"])))


# Word

_RUNS = (
    "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>", "<w:r><w:t xml:space='preserve'>{} </w:t></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:tab/><w:t>{}</w:t></w:r>",
    "<w:r><w:br w:type='page'/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:softHyphen/></w:r>",
    "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", "<w:ins><w:r><w:t>{}</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>", "<w:moveTo><w:r><w:t>{}</w:t></w:r></w:moveTo>",
    "<w:moveFrom><w:r><w:t>{}</w:t></w:r></w:moveFrom>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>",
    "<w:hyperlink><w:r><w:t>{}</w:t></w:r></w:hyperlink>", "<w:fldSimple w:instr='DATE'><w:r><w:t>{}</w:t></w:r></w:fldSimple>",
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
    "<w:sdt><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>", "<w:r><w:footnoteReference w:id='2'/></w:r>",
    "<w:smartTag><w:r><w:t>{}</w:t></w:r></w:smartTag>",
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r>"
    "</w:p><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
)  # fmt: skip


@st.composite
def word_paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of runs of any kind."""
    runs = draw(st.lists(st.sampled_from(_RUNS), max_size=5))
    filled = [
        "".join(_interleaved(run.split("{}"), [escape(draw(words)) for _ in range(run.count("{}"))])) for run in runs
    ]
    style = draw(st.sampled_from(["", "", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"]))
    return f"<w:p>{style}{''.join(filled)}</w:p>"


@st.composite
def word_tables(draw: st.DrawFn, depth: int = 1) -> str:
    """A table with merged, deleted and nested cells."""
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        cells = []
        for _ in range(draw(st.integers(1, 3))):
            inner = "".join(draw(st.lists(word_paragraphs(), min_size=1, max_size=2)))
            if depth and draw(st.integers(0, 5)) == 0:
                inner = draw(word_tables(depth=0)) + inner
            span = draw(st.sampled_from(["", "", "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"]))
            cells.append(f"<w:tc>{span}{inner}</w:tc>")
        row = draw(
            st.sampled_from(["", "", "", "<w:trPr><w:del/></w:trPr>", "<w:trPr><w:gridBefore w:val='1'/></w:trPr>"])
        )
        rows.append(f"<w:tr>{row}{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@st.composite
def word_files(draw: st.DrawFn) -> bytes:
    """A Word file with a body and a footnote."""
    body = "".join(draw(st.lists(word_paragraphs() | word_paragraphs() | word_tables(), min_size=1, max_size=6)))
    note = draw(word_paragraphs())
    return pack(
        {
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode(),
            "word/_rels/document.xml.rels": _relations("footnotes", "footnotes.xml"),
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2">{note}</w:footnote></w:footnotes>'.encode(),
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        }
    )


def _relations(kind: str, target: str) -> bytes:
    line = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{line}</Relationships>'.encode()


# Excel

_CELLS = (
    "<c r='{at}' t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c>",
    "<c r='{at}' t='inlineStr'><is><r><t>{text}</t></r><r><rPr><b/></rPr><t xml:space='preserve'> more</t></r></is></c>",
    "<c r='{at}' t='str'><f>A1</f><v>{text}</v></c>", "<c r='{at}' t='b'><v>1</v></c>", "<c r='{at}'><v>1480</v></c>",
    "<c r='{at}' t='inlineStr'><is><t>{text}:</t></is></c>", "<c r='{at}' t='inlineStr'><is><t>{text}&#10;{text}</t></is></c>",
    "<c r='{at}' t='e'><v>#N/A</v></c>",
)  # fmt: skip


@st.composite
def excel_files(draw: st.DrawFn) -> bytes:
    """A workbook with a sheet of strings, numbers, labels and tables."""
    rows = []
    for number in range(1, draw(st.integers(2, 9))):
        columns = draw(st.sampled_from(["A", "B", "AB", "ABC", "ABC", "BD", "ABCD"]))
        cells = [
            draw(st.sampled_from(_CELLS)).format(at=f"{column}{number}", text=escape(draw(words))) for column in columns
        ]
        hidden = draw(st.sampled_from(["", "", "", " hidden='1'"]))
        rows.append(f"<row r='{number}'{hidden}>{''.join(cells)}</row>")
    merged = draw(st.sampled_from(["", "<mergeCells><mergeCell ref='A1:C1'/></mergeCells>"]))
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData>{merged}</worksheet>'
    name = draw(st.sampled_from(["Sheet1", "Thresholds", " Plan "]))
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    return pack(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet.encode(),
        }
    )
