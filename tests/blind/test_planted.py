"""Every identifier that is planted is found, in whatever part of a file; figures, dates and owners' roles stay."""

from __future__ import annotations

import io
import re

import docx
import openpyxl
import pytest
from files import (
    DOCX_PLANTED,
    MARKDOWN,
    MD_PLANTED,
    PHOTO,
    PNG,
    ROSTER,
    XLSX_PLANTED,
    docx_with_everything,
    parts_of_file,
    with_parts,
    xlsx_with_everything,
)

from showproof.blind.people import plain

PLANTED = [("a.docx", *one) for one in DOCX_PLANTED.items()]
PLANTED += [("b.xlsx", *one) for one in XLSX_PLANTED.items()] + [("c.md", *one) for one in MD_PLANTED.items()]


@pytest.fixture
def blinded(copies):
    made = copies({"a.docx": docx_with_everything(), "b.xlsx": xlsx_with_everything(), "c.md": MARKDOWN}, *ROSTER)
    return {one.path.name: one for one in made}


def everything(one) -> str:
    """All bytes of a copy as one text, and the text of its paragraphs, whose pieces may be cut anywhere."""
    if not one.data.startswith(b"PK"):
        return one.data.decode()
    raw = "\n".join(part.decode("utf-8", "replace") for part in parts_of_file(one.data).values())
    joined = re.sub(r"</w:p>", "\n", raw)
    return raw + "\n" + re.sub(r"<[^>]+>", "", joined)


def test_there_are_thirty_and_more_of_them():
    assert len(PLANTED) >= 30


@pytest.mark.parametrize(("file", "where", "planted"), PLANTED, ids=lambda one: str(one))
def test_a_planted_identifier_is_gone(blinded, file, where, planted):
    assert not re.search(rf"(?<![^\W_]){re.escape(plain(planted))}(?![^\W_])", plain(everything(blinded[file])))


@pytest.mark.parametrize("file", ["a.docx", "b.xlsx", "c.md"])
def test_no_part_of_a_rare_name_is_left(blinded, file):
    assert not re.search(r"(?<![^\W_])(ruiz|ana|jose|cruz)(?![^\W_])", plain(everything(blinded[file])))


def test_figures_dates_and_words_stay(blinded):
    text = everything(blinded["a.docx"])
    for kept in ("41 of 60 files", "2026-03-04", "14 of 60", "$120", "each Monday", "because the form allowed"):
        assert kept in text
    assert "The price of a returned file is $4.20, and Price told so on 5 March." in blinded["c.md"].data.decode()
    cells = [cell.value for row in openpyxl.load_workbook(io.BytesIO(blinded["b.xlsx"].data)).active for cell in row]
    assert {"Price list", "Settlement lead", "2026-03-04", "Read 20 files"} <= set(cells)


def test_a_name_over_several_runs_keeps_their_looks(blinded):
    made = docx.Document(io.BytesIO(blinded["a.docx"].data))
    split = next(one for one in made.paragraphs if one.text.startswith("On 5 March"))
    assert split.text == "On 5 March Alix Alderby counted 14 of 60 again, and Corin Birchall read them."
    assert [bool(run.bold) for run in split.runs] == [False, True, False, False]


def test_authors_become_labels_and_the_same_one_everywhere(blinded):
    made = docx.Document(io.BytesIO(blinded["a.docx"].data))
    assert (made.core_properties.author, made.core_properties.last_modified_by) == ("Person 1", "Person 2")
    (comment,) = made.comments
    assert (comment.author, comment.initials, comment.text) == ("Person 2", "P", "Alix, is that so?")
    assert 'w:author="Person 1"' in parts_of_file(blinded["a.docx"].data)["word/document.xml"].decode()
    book = openpyxl.load_workbook(io.BytesIO(blinded["b.xlsx"].data))
    assert book.properties.creator == "Person 1"
    assert (book.active["A2"].comment.author, book.active["A2"].comment.text) == ("Person 2", "Alix, 20 or 30?")
    assert blinded["c.md"].data.decode().startswith("---\nauthor: Person 1\n---\n")


def test_a_picture_is_grey_and_nothing_stands_behind_its_end(blinded):
    parts = parts_of_file(blinded["a.docx"].data)
    assert parts["word/media/image1.png"] != PHOTO
    assert parts["word/media/image1.png"] == PNG
    # python-docx puts a preview of the first page into each file: a picture too.
    assert (blinded["a.docx"].pictures, blinded["c.md"].pictures) == (2, 1)


def test_what_is_not_changed_keeps_its_bytes(copies):
    data = docx_with_everything()
    (one,) = copies({"a.docx": data}, *ROSTER)
    before, after = parts_of_file(data), parts_of_file(one.data)
    assert list(before) == list(after)
    same = {name for name in before if before[name] == after[name]}
    assert {"word/styles.xml", "word/settings.xml", "[Content_Types].xml", "word/theme/theme1.xml"} <= same


def test_a_copy_of_a_copy_is_the_same(copies, tmp_path):
    (one,) = copies({"a.docx": docx_with_everything()}, *ROSTER)
    (again,) = copies({"copy.docx": one.data}, *ROSTER)
    assert parts_of_file(again.data) == parts_of_file(one.data)
    assert again.replaced == ()


def test_names_that_no_roster_lists_are_pointed_out(copies):
    (one,) = copies({"a.md": "# SOP: returns\n\nAna Ruiz checks 4 files. Mei-Ling Zhao approved it on 4 March 2026.\n"},
                    "Ana Ruiz")  # fmt: skip
    assert one.left == ("names that no roster lists: Mei-Ling Zhao",)


def test_a_part_of_a_name_that_is_a_word_too_is_left_and_pointed_out(copies):
    (one,) = copies({"a.md": MARKDOWN}, *ROSTER)
    assert "words that are parts of names too: Price" in one.left
    assert "Ben Price" not in one.data.decode()


def test_what_nobody_looks_into_is_pointed_out(copies):
    data = with_parts(docx_with_everything(), {"word/embeddings/sheet.bin": b"Ana Ruiz"})
    (one,) = copies({"a.docx": data}, *ROSTER)
    assert "not looked into: word/embeddings/sheet.bin" in one.left


def test_a_sheet_named_after_somebody_is_pointed_out(copies):
    book = openpyxl.Workbook()
    book.active.title = "Ana Ruiz"
    book.active.append(("Step", "Owner"))
    book.active.append(("Read", "=1+1"))
    out = io.BytesIO()
    book.save(out)
    (one,) = copies({"a.xlsx": out.getvalue()}, "Ana Ruiz")
    assert "names of sheets, to which formulas point: Ana Ruiz" in one.left


def test_a_file_named_after_somebody_gets_another_name(copies):
    (one,) = copies({"ana_ruiz-rca v2.md": MARKDOWN}, *ROSTER)
    assert one.name == "person-1-rca v2.md"


def test_two_persons_with_one_given_name_keep_it_in_common(copies):
    text = "# SOP: returns\n\nAna Ruiz checks 4 files. Ana Berg reads them on 4 March 2026.\n"
    (one,) = copies({"a.md": text}, "Ana Ruiz", "Ana Berg")
    assert one.data.decode() == text.replace("Ana Ruiz", "Alix Alderby").replace("Ana Berg", "Alix Birchall")


def test_a_pseudonym_is_never_a_word_of_the_drafts(copies):
    (one,) = copies({"a.md": "# SOP: returns\n\nAna Ruiz walks down the alix lane of the alderby.\n"}, "Ana Ruiz")
    assert "Blair Birchall walks" in one.data.decode()


def test_a_workbooks_table_and_formulas_still_fit(copies, catalog):
    from showproof.api import make_template

    data = make_template(catalog, "dashboard-spec", format_name="xlsx", example="strong")
    (one,) = copies({"a.xlsx": data}, "Renata Villalobos")
    before, after = (openpyxl.load_workbook(io.BytesIO(some)) for some in (data, one.data))
    assert before.sheetnames == after.sheetnames
    for sheet in before:
        assert [*sheet.tables] == [*after[sheet.title].tables]
        for row, other in zip(sheet.iter_rows(), after[sheet.title].iter_rows(), strict=True):
            assert [cell.data_type for cell in row] == [cell.data_type for cell in other]


PEOPLE_PARTS = {
    "word/people.xml": '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person '
    'w15:author="Ana Ruiz"><w15:presenceInfo w15:providerId="AD" w15:userId="S::ana.ruiz@corp.example::1"/>'
    "</w15:person></w15:people>",
    "word/footnotes.xml": '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Told by Ana</w:t></w:r><w:r><w:t> Ruiz.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>",
    "customXml/item1.xml": "<cover><candidate>Ana Ruiz</candidate><!-- kept --><mail>ana@corp.example</mail></cover>",
    "xl/persons/person.xml": '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<person displayName="Ana Ruiz" id="{1}" userId="ana.ruiz@corp.example" providerId="AD"/></personList>',
    "xl/threadedComments/threadedComment1.xml": "<ThreadedComments><threadedComment><text>Ana, why?</text>"
    "</threadedComment></ThreadedComments>",
    "xl/tables/table9.xml": '<table displayName="Ana_Ruiz" name="Ana_Ruiz" ref="A1:B2"><tableColumns><tableColumn '
    'name="Ana Ruiz"/></tableColumns></table>',
    "word/charts/chart1.xml": '<c:chart xmlns:c="x"><c:f>\'Ana Ruiz\'!$A$1</c:f><c:v>Ana Ruiz</c:v></c:chart>',
}  # fmt: skip


def test_persons_stand_in_parts_of_every_kind_and_names_of_places_stay(copies):
    (one,) = copies({"a.docx": with_parts(docx_with_everything(), PEOPLE_PARTS)}, *ROSTER)
    parts = {name: part.decode() for name, part in parts_of_file(one.data).items() if name in PEOPLE_PARTS}
    assert 'w15:author="Person 1"' in parts["word/people.xml"]
    assert re.search(r'w15:userId="id-\d+"', parts["word/people.xml"])
    assert re.sub(r"<[^>]+>", "", parts["word/footnotes.xml"]).endswith("Told by Alix Alderby.")
    assert (
        "<candidate>Alix Alderby</candidate><!-- kept --><mail>alix@example.invalid</mail>"
        in parts["customXml/item1.xml"]
    )
    assert 'displayName="Person 1"' in parts["xl/persons/person.xml"]
    assert "<text>Alix, why?</text>" in parts["xl/threadedComments/threadedComment1.xml"]
    # A table's name and a formula point somewhere: they stay, a column's title follows its cell.
    assert 'displayName="Ana_Ruiz" name="Ana_Ruiz"' in parts["xl/tables/table9.xml"]
    assert '<tableColumn name="Alix Alderby"/>' in parts["xl/tables/table9.xml"]
    assert "<c:f>'Ana Ruiz'!$A$1</c:f><c:v>Alix Alderby</c:v>" in parts["word/charts/chart1.xml"]


def test_a_signature_that_is_left_out_leaves_nothing_that_points_to_it(copies):
    data = docx_with_everything()
    parts = {
        name: part.decode() for name, part in parts_of_file(data).items() if name.endswith((".rels", "Types].xml"))
    }
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    related = f'<Relationship Id="sig" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    typed = '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/xml"/></Types>'
    signed = with_parts(data, {
        "_rels/.rels": parts["_rels/.rels"].replace("</Relationships>", related),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace("</Types>", typed),
        "_xmlsignatures/sig1.xml": "<Signature>Ana Ruiz</Signature>",
    })  # fmt: skip
    (one,) = copies({"a.docx": signed}, *ROSTER, force=True)
    assert not any("_xmlsignatures" in name for name in parts_of_file(one.data))
    assert b"_xmlsignatures" not in b"".join(parts_of_file(one.data).values())
    assert docx.Document(io.BytesIO(one.data)).paragraphs
