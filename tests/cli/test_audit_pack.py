"""The audit pack: what is in it, what each candidate is told, what `verify` finds of it."""

import json
import zipfile

import pytest

from showproof import __version__
from showproof.api import make_template
from showproof.outputs.as_json import scorecards_json

DECISIONS = (
    "candidate,decision,sex,draft,reason,decided by,date\n"
    "Zoë / 1,selected,f,strong.docx,,Panel,2026-05-04\n"
    "C-2,not selected,m,weak,Others verified more,Panel,2026-05-04\n"
    "C-3,not selected,unknown,gone.docx,,,\n"
)
RATINGS = "draft,rater,scale,level,note\n" + "".join(
    f"{draft},{rater},{scale},{level},{note}\n"
    for draft, level in (("strong", 4), ("weak", 1))
    for rater in ("Ana Ruiz", "Ben Okoye")
    for scale, note in (("overall", "as a whole"), ("scope", ""))
)


def rewritten(path, old, new):
    path.write_bytes(path.read_bytes().replace(old, new, 1))


@pytest.fixture(scope="module")
def cards(catalog, scorer, tmp_path_factory):
    """What `score --json` says of two drafts."""
    folder = tmp_path_factory.mktemp("drafts")
    made = []
    for name in ("strong", "weak"):
        path = folder / f"{name}.docx"
        path.write_bytes(make_template(catalog, "sop", format_name="docx", example=name))
        made.append(scorer.score(path))
    return scorecards_json(made, [], __version__)


@pytest.fixture
def study(run, here, cards):
    (here / "drafts").mkdir()
    (here / "drafts" / "mine.md").write_text("# Mine\n", encoding="utf-8")
    (here / "cards.json").write_text(cards, encoding="utf-8")
    (here / "d.csv").write_text(DECISIONS, encoding="utf-8")
    (here / "r.csv").write_text(RATINGS, encoding="utf-8")
    run("audit", "log", "add", "a.log", "--kind", "decision", "--who", "Ana Ruiz", "--at", "2026-05-04")
    return here


@pytest.fixture
def whole(run, study):
    (study / "settled.xlsx").write_bytes(b"any file")
    (study / "bars.json").write_bytes(b"{}")
    outcome = run(
        "audit", "pack", "--out", "pack", "--decisions", "d.csv", "--groups", "sex", "--scorecards", "cards.json",
        "--ratings", "r.csv", "--log", "a.log", "--adjudication", "settled.xlsx", "--gate", "bars.json",
        "--contact", "reviews@example.org", "--review-until", "2026-06-30",
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    return study / "pack"


def test_everything_is_in_it_and_it_is_as_it_was_written(run, whole):
    names = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()}
    assert {
        "README.txt", "manifest.json", "settings.json", "decisions/d.csv", "audit/audit.json", "audit/audit.html",
        "audit/audit.docx", "scorecards/cards.json", "ratings/r.csv", "adjudication/settled.xlsx", "gate/bars.json",
        "log/a.log", "log/a.log.seal", "rubric/overall.yaml", "rubric/criteria/scope.yaml", "candidates/Zoë-1.html",
        "candidates/Zoë-1.docx", "candidates/C-2.html", "candidates/C-3.docx",
    } <= names  # fmt: skip
    outcome = run("audit", "verify", "pack")
    assert (outcome.code, outcome.out.split(",")[0]) == (0, "pack: as it was written")
    told = (whole / "README.txt").read_text(encoding="utf-8")
    assert "nothing is missing" in told
    assert ".33 (Sackett et al., 2022)" in told


def test_the_rubric_in_it_has_the_digest_that_it_names(whole, catalog):
    from showproof.catalog.compiled import digest_of

    files = sorted((whole / "rubric").rglob("*.yaml"))
    named = sorted((f"rubrics/{path.relative_to(whole / 'rubric').as_posix()}", path) for path in files)
    parts = [part for name, path in named for part in (name.encode(), path.read_bytes())]
    settings = json.loads((whole / "settings.json").read_text(encoding="utf-8"))
    assert digest_of(*parts)[:16] == settings["rubric"]["digest"] == catalog.digest


def test_a_candidate_is_told_why_in_plain_words_with_the_own_words_quoted(whole):
    page = (whole / "candidates" / "C-2.html").read_text(encoding="utf-8")
    for words in (
        "You were not selected on 2026-05-04; decided by Panel.",
        "The reason given: “Others verified more”",
        "overall 1, 1 of 4 (mean 1.0)",
        "scored weak.docx: level",
        "What spoke against it",
        "Write until 2026-06-30 to: reviews@example.org. Name the code C-2; nothing else is needed.",
        ".33 (Sackett et al., 2022)",
    ):
        assert words in page
    assert "Your words: <q>" in page


def test_a_candidate_learns_nothing_of_others_of_groups_and_of_raters_names(whole):
    for path in (whole / "candidates").glob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert not {"Ana Ruiz", "Ben Okoye", "sex"} & set(page.replace("<", " ").replace(">", " ").split())
        others = {"Zoë / 1", "C-2", "C-3"} - {page.partition("For ")[2].partition("<")[0]}
        assert not any(f" {other}" in page for other in others)


def test_a_candidate_without_ratings_and_scorecard_is_told_so(whole):
    page = (whole / "candidates" / "C-3.html").read_text(encoding="utf-8")
    assert "hold no reasons for this decision" in page
    assert "What spoke for it" not in page


def test_the_same_input_gives_the_same_zip(run, study):
    for name in ("one.zip", "two.zip"):
        assert run("audit", "pack", "--out", name, "--scorecards", "cards.json", "--ratings", "r.csv").code == 0
    assert (study / "one.zip").read_bytes() == (study / "two.zip").read_bytes()
    assert run("audit", "verify", "one.zip").code == 0
    assert "candidates/strong.html" in zipfile.ZipFile(study / "one.zip").namelist()


def test_what_is_missing_is_named(run, study):
    outcome = run("audit", "pack", "--out", "pack", "--scorecards", "cards.json")
    assert outcome.code == 0
    assert outcome.err.splitlines()[-7:] == [
        "not in the pack: the decisions",
        "not in the pack: selection by group",
        "not in the pack: ratings by people",
        "not in the pack: how ratings that differed were settled",
        "not in the pack: the bars set before measuring, and what was held against them",
        "not in the pack: the log of what was done",
        "no --contact: the explanations name nobody to ask for a review",
    ]
    page = (study / "pack" / "candidates" / "strong.html").read_text(encoding="utf-8")
    assert "do not say what was decided" in page
    assert "ask whoever told you the decision" in page


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda pack: (pack / "ratings" / "r.csv").write_text("draft\n", encoding="utf-8"),
         "pack: ratings/r.csv: it was changed; its digest is another than the manifest's"),
        (lambda pack: (pack / "ratings" / "r.csv").unlink(), "pack: ratings/r.csv: it is missing"),
        (lambda pack: (pack / "ratings" / "more.csv").write_text("x", encoding="utf-8"),
         "pack: ratings/more.csv: it was added; the manifest does not name it"),
        (lambda pack: rewritten(pack / "manifest.json", b'"bytes": 2', b'"bytes": 3'),
         "pack: manifest.json: it was changed: its digest is another"),
        (lambda pack: (pack / "manifest.json").write_bytes(b"{}"), "pack: manifest.json: it is no manifest of a pack"),
        (lambda pack: rewritten(pack / "manifest.json", b"{", b" {"),
         "pack: manifest.json: it was changed: its digest is another"),
    ],
)  # fmt: skip
def test_each_change_of_a_pack_is_named(run, whole, change, line):
    change(whole)
    outcome = run("audit", "verify", "pack")
    assert (outcome.code, outcome.out) == (1, line + "\n")


def test_a_pack_written_anew_is_found_by_the_digest_noted(run, study):
    noted = run("audit", "pack", "--out", "pack", "--ratings", "r.csv").out.split()[-1]
    assert run("audit", "verify", "pack", "--head", noted).code == 0
    (study / "r.csv").write_text(RATINGS.replace(",4,", ",3,"), encoding="utf-8")
    assert run("audit", "pack", "--out", "pack", "--ratings", "r.csv", "--force").code == 0
    assert run("audit", "verify", "pack").code == 0
    assert run("audit", "verify", "pack", "--head", noted).code == 1


def test_a_log_that_is_not_whole_is_said_in_the_pack(run, study):
    (study / "a.log").write_bytes((study / "a.log").read_bytes()[:-4])
    outcome = run("audit", "pack", "--out", "pack", "--ratings", "r.csv", "--log", "a.log")
    assert "a.log: entry 1: its end is cut off" in outcome.err.splitlines()
    assert run("audit", "verify", "pack").out == "pack: log/: entry 1: its end is cut off\n"


def test_no_changed_byte_of_a_zip_goes_unseen(run, study):
    assert run("audit", "pack", "--out", "one.zip", "--ratings", "r.csv").code == 0
    data = (study / "one.zip").read_bytes()
    inside = zipfile.ZipFile(study / "one.zip").getinfo("ratings/r.csv")
    for at in range(inside.header_offset + 45, inside.header_offset + 45 + inside.compress_size, 9):
        (study / "one.zip").write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        outcome = run("audit", "verify", "one.zip")
        assert (outcome.code, outcome.out.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "code", "line"),
    [
        (["--out", "pack"], 2,
         "showproof: there is nothing to pack; name --decisions, --scorecards or --ratings, or all of them"),
        (["--out", "drafts", "--ratings", "r.csv"], 2,
         "showproof: drafts: something else stands there, and was left as it is; choose another --out"),
        (["--out", "r.csv", "--ratings", "r.csv"], 2,
         "showproof: r.csv: something else stands there, and was left as it is; choose another --out"),
        (["--out", "pack", "--scorecards", "r.json"], 3,
         "showproof: r.json: no such file; check the name and the folder"),
        (["--out", "pack", "--ratings", "r.csv", "--groups", "sex"], 2,
         "Error: Invalid value for --groups: it names columns of --decisions, which is not given"),
        (["--out", "pack", "--ratings", "r.csv", "--review-until", "soon"], 2,
         'Error: Invalid value for --review-until: "soon" is no day; allowed: a day such as 2026-06-30'),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_line_and_nothing_is_written(run, study, typed, code, line):
    outcome = run("audit", "pack", *typed)
    assert (outcome.code, outcome.err.splitlines()[-1]) == (code, line)
    assert not (study / "pack").exists()


def test_an_existing_pack_is_only_replaced_when_asked(run, study):
    assert run("audit", "pack", "--out", "pack", "--ratings", "r.csv").code == 0
    outcome = run("audit", "pack", "--out", "pack", "--ratings", "r.csv")
    assert outcome.err == (
        "showproof: pack: the folder holds a pack, and was left as it is; choose another --out, or say --force\n"
    )
    assert run("audit", "pack", "--out", "pack", "--decisions", "d.csv", "--force").code == 0
    assert not (study / "pack" / "ratings").exists()
    assert [path.name for path in study.iterdir() if path.name.startswith(".showproof")] == []
