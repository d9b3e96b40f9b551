"""Comments at exact places of documents, and nothing else that differs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_documents import W, docx, p, r, relations, sdt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copied import Comment, bare, comments, looks, parts
from showproof.formats.annotate import annotated
from showproof.formats.copy_check import check_copy
from showproof.formats.open import read_draft
from showproof.formats.package import pack
from showproof.formats.remark import Remark, Remarked, Signed
from showproof.model import Location

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
DRAFT = Path("draft.docx")
PLAIN = Signed()
NOTE = '<w:footnoteReference w:id="2"/>'
LINK = f'<w:hyperlink r:id="x">{r("the vendor")}{r(" page")}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4 March</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TICKED = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
    "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
GONE = '<w:del w:id="9"><w:r><w:delText>late</w:delText></w:r></w:del>'
MARKED = "<w:bookmarkStart w:id='1' w:name='sp_a_b'/>"
SUM = "<m:oMath><m:r><m:t>a plus b</m:t></m:r></m:oMath>"
LOCKED = '<w:lock w:val="contentLocked"/>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
    f"{p('Owner: Ana')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


def built(body: str, **inner: str) -> bytes:
    """A document with the part that says what its parts are."""
    more = {"[Content_Types].xml": TYPES, **inner.pop("parts", {})}  # type: ignore[dict-item]
    return docx(body, more, **inner)


def place_of(data: bytes, words: str) -> Location:
    """Where these words stand."""
    outline = read_draft(data, DRAFT)
    for text, where in outline.standing():
        if words in text:
            start = text.index(words)
            return where.within(start, start + len(words))
    raise AssertionError(f"{words!r} is not in {[text for text, _ in outline.standing()]}")


def remarked(data: bytes, *places: Location | None, signed: Signed = PLAIN) -> Remarked:
    """The document with one remark for each place; all that must hold of every copy is checked."""
    remarks = [Remark(place, (f"Remark {number}", "Write it down.")) for number, place in enumerate(places)]
    made = annotated(data, DRAFT, remarks, signed)
    check_copy(made.data, data, read_draft(data, DRAFT), DRAFT)
    assert bare(made.data) == bare(data)
    assert looks(made.data) == looks(data)
    assert annotated(made.data, DRAFT, remarks, signed).data == made.data
    return made


def ours(made: Remarked) -> list[Comment]:
    return [one for one in comments(made.data) if one.initials == "showproof"]


def about(body: str, *words: str, **inner: str) -> list[str]:
    """What the comments on these words hang on."""
    data = built(body, **inner)
    return [one.about for one in ours(remarked(data, *(place_of(data, one) for one in words)))]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("Ana signs off by Friday."), "signs off"),
        (p("Ana signs off by Friday."), "Ana"),
        (p("Ana signs off by Friday."), "Friday."),
        (p("Ana &amp; Ben &lt;sign&gt;"), "& Ben <sign"),
        (p("Ana s\u00eegns \U0001f600 off"), "\U0001f600 off"),
        ("<w:p><w:r><w:t>Ana signs</w:t></w:r></w:p>", "signs"),
        (f"<w:p>{r('Ana si', '<w:b/>')}{r('gns o', '<w:i/>')}{r('ff')}</w:p>", "signs of"),
        ("<w:p><w:r><w:t>Ana</w:t><w:tab/><w:t>signs</w:t><w:br/><w:t>off</w:t></w:r></w:p>", "signs\noff"),
        (f"<w:p>{r('See ')}{LINK}{r(' today')}</w:p>", "vendor page"),
        (f"<w:p>{r('See ')}{LINK}{r(' today')}</w:p>", "See the vendor"),
        (f"<w:p>{r('By ')}{FIELD}{r(' at noon')}</w:p>", "4 March at"),
        (f"<w:p>{r('By ')}{FIELD}{r(' at noon')}</w:p>", "March"),
        (f'<w:p><w:fldSimple w:instr="DATE">{r("4 March 2026")}</w:fldSimple></w:p>', "March"),
        (f'<w:p>{r("Paid ")}<w:ins w:id="9" w:author="B">{r("late often")}</w:ins></w:p>', "late"),
        (
            f'<w:p>{r("Paid ")}<w:del w:id="9"><w:r><w:delText>late</w:delText></w:r></w:del>{r("early")}</w:p>',
            "Paid early",
        ),
        (f"<w:p>{sdt(r('Ana signs off'), 'a.b')}</w:p>", "signs"),
        (sdt(p("Ana signs off"), "a.b"), "signs"),
        (
            f"<w:p>{r('A ')}{MARKED}{r('word of it')}<w:bookmarkEnd w:id='1'/></w:p>",
            "word",
        ),
        (p("Ana signs off", more="<w:rPr><w:ins w:id='3' w:author='B'/></w:rPr>"), "signs"),
        ("<w:p><w:r><w:t>A&#x42;C</w:t></w:r></w:p>", "B"),
    ],
)
def test_a_comment_hangs_on_exactly_the_words(body: str, words: str) -> None:
    assert about(body, words) == [words]


@pytest.mark.parametrize(
    ("body", "words", "wider"),
    [
        (f"<w:p>{r('On ')}{sdt(r('4 March 2026'), 'd', '<w:date/>')}{r(' at noon')}</w:p>", "March", "4 March 2026"),
        (f"<w:p>{r('On ')}{sdt(r('a day'), 'd', '<w:showingPlcHdr/>')}{r('.')}</w:p>", "day", "a day"),
        (f"<w:p>{r('On ')}{sdt(r('a day'), 'd', LOCKED)}</w:p>", "day", "a day"),
        ("<w:p><w:r><w:t> Ana signs </w:t></w:r></w:p>", "signs", " Ana signs "),
        ("<w:p><w:r><w:t>Ana <![CDATA[signs]]> off</w:t></w:r></w:p>", "signs", "Ana signs off"),
        (
            f"<w:p>{r('As ')}{SUM}{r(' says')}</w:p>",
            "plus b says",
            "a plus b says",
        ),
    ],
)
def test_where_the_markup_cannot_be_cut_a_comment_hangs_on_a_little_more(body: str, words: str, wider: str) -> None:
    assert about(body, words) == [wider]


def test_a_control_that_the_program_fills_itself_is_hung_around() -> None:
    data = built(f"<w:p>{r('On ')}{sdt(r('4 March'), 'd', '<w:date/>')}</w:p>")
    markup = parts(remarked(data, place_of(data, "March")).data)["word/document.xml"].decode()
    assert (
        markup.index("commentRangeStart")
        < markup.index("<w:sdt>")
        < markup.index("</w:sdt>")
        < markup.index("RangeEnd")
    )


def test_the_end_of_a_comment_on_a_ticked_box_stands_behind_its_field() -> None:
    data = built(f"<w:p>{TICKED}{r(' done')}</w:p>")
    markup = parts(remarked(data, place_of(data, "☒")).data)["word/document.xml"].decode()
    assert markup.index('fldCharType="end"') < markup.index("commentRangeEnd") < markup.index(" done")


def test_text_boxes_and_notes_have_their_comment_where_they_are_anchored() -> None:
    notes = f'<w:footnote w:id="2">{p("Ana signs")}</w:footnote>'
    body = f"<w:p>{r('Before ')}{BOX}{r('after')}</w:p><w:p>{r('Late')}<w:r>{NOTE}</w:r>{r(' often')}</w:p>"
    data = built(body, footnotes=notes)
    made = remarked(data, place_of(data, "Ana"), place_of(data, "Ana signs"))
    assert [one.about for one in ours(made)] == ["Owner: Ana", ""]
    markup = parts(made.data)["word/document.xml"].decode()
    assert markup.index("Late") < markup.rindex("commentRangeStart") < markup.index(NOTE) < markup.rindex("RangeEnd")


def test_merged_cells_and_cells_of_several_paragraphs() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"

    nested = f"<w:tbl><w:tr>{cell(p('inner words'))}</w:tr></w:tbl>"
    first = cell(p("Step", ""), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') + cell(p("Owner"))
    second = cell(p(""), '<w:gridSpan w:val="2"/><w:vMerge/>') + cell(p("Ana") + nested + p("and Ben sign"))
    body = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    assert about(body, "Step", "and Ben", "inner")[:2] == ["Step", "and Ben"]
    data = built(body)
    where = place_of(data, "Ana\nand Ben")
    assert "".join(ours(remarked(data, where))[0].about.split("\n")) == "Anainner wordsand Ben"


@pytest.mark.parametrize(
    "empty", ["<w:p/>", '<w:p w:rsidR="1" />', "<w:p></w:p>", "<w:p><w:pPr><w:jc w:val='left'/></w:pPr></w:p>"]
)
def test_an_empty_answer_is_a_place(empty: str) -> None:
    data = built(f"{p('Owner')}{empty}{p('end')}")
    made = remarked(data, Location("body", 2))
    assert [one.about for one in ours(made)] == [""]
    markup = parts(made.data)["word/document.xml"].decode()
    assert markup.index("Owner") < markup.index("commentRangeStart") < markup.index("end</w:t>")


def test_a_document_of_nothing_is_refused() -> None:
    with pytest.raises(Exception, match="has no paragraph that a comment could stand at; write the draft first"):
        annotated(built("<w:sectPr/>"), DRAFT, [Remark(None, ("a",))], PLAIN)


def test_remarks_on_overlapping_words_and_two_hundred_of_them() -> None:
    words = " ".join(f"word{number:03}" for number in range(200))
    data = built(p(words) + p("end"))
    where = place_of(data, words)
    places = [where.within(8 * number, min(8 * number + 23, len(words))) for number in range(200)]
    found = ours(remarked(data, *places, None))
    assert [one.about for one in found[:-1]] == [words[one.start : one.end] for one in places]


def test_what_a_comment_bears() -> None:
    core = '<c xmlns:t="http://purl.org/dc/terms/"><t:modified>2026-03-04T10:20:30Z</t:modified></c>'
    more = {"docProps/core.xml": core, "_rels/.rels": relations(
        {"a": ("officeDocument", "word/document.xml"), "b": ("core-properties", "docProps/core.xml")}
    )}  # fmt: skip
    data = built(p("Ana signs"), parts=more)  # type: ignore[arg-type]
    place = place_of(data, "signs")
    dated = parts(remarked(data, place, signed=Signed('B "C"')).data)["word/comments.xml"].decode()
    assert (
        '<w:comment w:id="0" w:author="B &quot;C&quot;" w:date="2026-03-04T10:20:30Z" w:initials="showproof">' in dated
    )
    said = parts(remarked(data, place, signed=Signed("B", "2026-05-06")).data)["word/comments.xml"].decode()
    assert 'w:date="2026-05-06T00:00:00Z"' in said
    undated = parts(remarked(built(p("Ana signs")), place).data)["word/comments.xml"].decode()
    assert "w:date" not in undated


WHY = '<w:p w14:paraId="0A"><w:r><w:t>Why?</w:t></w:r></w:p>'
THEIRS = f'<w:comment w:id="4" w:author="Ben" w:initials="B">{WHY}</w:comment>'
HUNG = (
    f'<w:p><w:commentRangeStart w:id="4"/>{r("Ana signs")}<w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
)


def test_comments_of_others_stay_and_ours_come_behind_them() -> None:
    data = built(HUNG, comments=THEIRS)
    made = remarked(data, place_of(data, "signs"))
    found = comments(made.data)
    assert [(one.author, one.about) for one in found] == [("Ben", "Ana signs"), ("showproof", "signs")]
    assert THEIRS in parts(made.data)["word/comments.xml"].decode()
    assert annotated(made.data, DRAFT, [], PLAIN).replaced == 1
    assert parts(annotated(made.data, DRAFT, [], PLAIN).data)["word/comments.xml"] == parts(data)["word/comments.xml"]


def test_two_hundred_comments_of_others_stay_to_the_byte() -> None:
    theirs = "".join(THEIRS.replace('"4"', f'"{number}"').replace("0A", f"{number:08X}") for number in range(200))
    data = built("".join(HUNG.replace('"4"', f'"{number}"') for number in range(200)), comments=theirs)
    place = place_of(data, "signs")
    made = remarked(data, *(place._replace(paragraph=number) for number in range(1, 201, 3)), None)
    assert theirs in parts(made.data)["word/comments.xml"].decode()
    found = comments(made.data)
    assert [(one.author, one.about) for one in found[:200]] == [("Ben", "Ana signs")] * 200
    assert [one.about for one in found[200:-1]] == ["signs"] * 67
    assert len(set(re.findall(r'w:id="(\d+)"', parts(made.data)["word/comments.xml"].decode()))) == 268


def test_ours_of_an_earlier_time_go_whoever_they_were_from_and_what_newer_parts_say_of_them() -> None:
    mine = THEIRS.replace('"4"', '"5"').replace('"B"', '"showproof"').replace("0A", "0B")
    extended = '<w15:commentEx xmlns:w15="w15" w15:paraId="0A"/><w15:commentEx xmlns:w15="w15" w15:paraId="0B"/>'
    data = built(HUNG + HUNG.replace('"4"', '"5"'), comments=THEIRS + mine, commentsExtended=extended)
    made = annotated(data, DRAFT, [Remark(None, ("new",))], Signed("C"))
    assert made.replaced == 1
    assert [(one.author, one.lines) for one in comments(made.data)] == [("Ben", ("Why?",)), ("C", ("new",))]
    left = parts(made.data)["word/commentsExtended.xml"].decode()
    assert "0A" in left
    assert "0B" not in left


def test_one_of_ours_that_somebody_answered_stays_and_is_not_said_twice() -> None:
    mine = THEIRS.replace('"4"', '"5"').replace('"B"', '"showproof"').replace("0A", "0B").replace("Why?", "Write it.")
    extended = '<w15:commentEx xmlns:w15="w15" w15:paraId="0A" w15:paraIdParent="0B"/>'
    data = built(HUNG + HUNG.replace('"4"', '"5"'), comments=THEIRS + mine, commentsExtended=extended)
    made = annotated(data, DRAFT, [Remark(None, ("Write it.",)), Remark(None, ("new",))], PLAIN)
    assert (made.replaced, made.written) == (0, 1)
    assert [one.lines for one in comments(made.data)] == [("Why?",), ("Write it.",), ("new",)]


def test_other_prefixes_and_the_strict_variant() -> None:
    strict = built(p("Ana signs"))
    found = {name: data.decode() for name, data in parts(strict).items()}
    found["word/document.xml"] = (
        '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>Ana signs</d:t>'
        "</d:r></d:p></d:body></d:document>"
    )
    data = pack({name: text.encode() for name, text in found.items()})
    made = annotated(data, DRAFT, [Remark(place_of(data, "signs"), ("a",))], PLAIN)
    markup = parts(made.data)["word/document.xml"].decode()
    assert '<d:commentRangeStart d:id="0"/><d:r><d:t xml:space="preserve">signs</d:t></d:r>' in markup
    assert "purl.oclc.org/ooxml/wordprocessingml" in parts(made.data)["word/comments.xml"].decode()
    assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in (
        parts(made.data)["word/_rels/document.xml.rels"].decode()
    )
    check_copy(made.data, data, read_draft(data, DRAFT), DRAFT)


def test_a_namespace_without_prefix_is_named_where_it_is_needed() -> None:
    found = {name: data.decode() for name, data in parts(built(p("Ana signs"))).items()}
    found["word/document.xml"] = f'<document xmlns="{W}"><body><p><r><t>Ana signs</t></r></p></body></document>'
    data = pack({name: text.encode() for name, text in found.items()})
    made = annotated(data, DRAFT, [Remark(place_of(data, "signs"), ("a",))], PLAIN)
    assert [(one.about, one.lines) for one in comments(made.data)] == [("signs", ("a",))]


def test_a_document_in_two_bytes_a_character_stays_in_them() -> None:
    found = parts(built(p("Ana signs")))
    found["word/document.xml"] = found["word/document.xml"].decode().encode("utf-16")
    data = pack(found)
    made = annotated(data, DRAFT, [Remark(place_of(data, "signs"), ("a",))], PLAIN)
    assert parts(made.data)["word/document.xml"].startswith(b"\xff\xfe")
    assert [one.about for one in comments(made.data)] == ["signs"]


def test_protection_is_said() -> None:
    settings_part = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    assert remarked(built(p("Ana"), settings=settings_part), None).notices == (
        "the document is protected: the comments can be read; its text is changed only by who may lift the protection",
    )
    assert remarked(built(p("Ana"), settings=settings_part.replace('"1"', '"0"')), None).notices == ()


TEXTS = st.text(alphabet="abc é&<\U0001f600\u00a0", min_size=1, max_size=8)
LOOKS = st.sampled_from(["", "<w:b/>", '<w:sz w:val="20"/>', '<w:color w:val="FF0000"/>'])


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs of runs of all kinds."""

    def one() -> str:
        text = draw(TEXTS).replace("&", "&amp;").replace("<", "&lt;")
        runs = r(text, draw(LOOKS))
        return draw(
            st.sampled_from(
                [
                    runs,
                    runs,
                    f'<w:hyperlink r:id="x">{runs}{runs}</w:hyperlink>',
                    f'<w:ins w:id="1" w:author="B">{runs}</w:ins>',
                    f'<w:del w:id="1" w:author="B"><w:r><w:delText>{text}</w:delText></w:r></w:del>',
                    sdt(runs, "a.b"),
                    f"<w:r><w:t>x</w:t><w:tab/><w:t>{text.strip() or 'y'}</w:t><w:br/></w:r>",
                    runs.replace("<w:t ", "<w:lastRenderedPageBreak/><w:t "),
                ]
            )
        )

    count = draw(st.integers(1, 3))
    return "".join(f"<w:p>{''.join(one() for _ in range(draw(st.integers(1, 5))))}</w:p>" for _ in range(count))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies(), st.data())
def test_any_characters_of_any_paragraphs(body: str, data: st.DataObject) -> None:
    made = built(body)
    stands = [(text, where) for text, where in read_draft(made, DRAFT).standing() if text and where.end > where.start]
    chosen = []
    for _ in range(data.draw(st.integers(1, 4)) if stands else 0):
        text, where = data.draw(st.sampled_from(stands))
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        chosen.append((text[start:end], where.within(start, end)))
    found = ours(remarked(made, *(where for _, where in chosen)))
    assert [one.about for one in found] == [text.strip("\n") for text, _ in chosen]
