"""While a draft is read and judged no other file is opened, no connection made, no program started.

They are read in a process of their own, whose every opening of a file and every use of the network is listened to.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_files import cell, docx, p, quoted_overlap_bomb, relations, xlsx
from test_hostile_documents import outside
from test_hostile_xml import DOCTYPES, WORD_PARTS, book_with, word_with

AWAY = "http://127.0.0.1:9"

LISTENER = """
import json, os, sys
from pathlib import Path
from showproof.api import Scorer, open_catalog
from showproof.errors import UnreadableError

warm, files = sys.argv[1].split(os.pathsep), [Path(name) for name in sys.argv[2:]]
scorer = Scorer(open_catalog())
for name in warm:
    scorer.score(Path(name))
own = [str(Path(folder).resolve()) for folder in (*filter(None, sys.path), sys.prefix, sys.base_prefix)]
own += [str(Path(__import__("showproof").__file__).parents[2]), os.environ["SHOWPROOF_CACHE"]]
reading, found = "", []
loud = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "urllib.", "http.",
        "ftplib.", "smtplib.", "webbrowser.", "ctypes.dlopen", "os.remove", "os.rename", "os.mkdir", "shutil.",
        "tempfile.")

def listen(event, args):
    if not reading:
        return
    if event == "open":
        name = args[0] if isinstance(args[0], str) else os.fsdecode(args[0]) if isinstance(args[0], bytes) else ""
        known = name == reading or any(os.path.realpath(name).startswith(folder + os.sep) for folder in own)
        if not known:
            found.append([event, name, reading])
    elif event.startswith(loud):
        found.append([event, str(args)[:100], reading])

sys.addaudithook(listen)
ends = {"scored": 0, "refused": 0}
for path in files:
    reading = str(path)
    try:
        scorer.score(path)
        ends["scored"] += 1
    except UnreadableError:
        ends["refused"] += 1
    reading = ""
if os.environ.get("SHOWPROOF_PROBE"):
    reading = "probe"
    open("/etc/hostname").close()
    __import__("socket").socket().close()
    reading = ""
print(json.dumps({**ends, "found": found}))
"""


def heard(folder: Path, drafts: dict[str, bytes], *, probe: bool = False) -> dict[str, object]:
    """How the drafts ended, and what was opened or connected meanwhile."""
    sheet = f"<sheetData><row r='1'>{cell('A1', 'Plan')}</row></sheetData>"
    text = b"# Plan\n\n<p>Text</p>\n\nAna approves it.\n"
    warm = {"warm.docx": docx(p("Plan")), "warm.xlsx": xlsx(sheet), "warm.md": text}
    for name, data in {**warm, **drafts}.items():
        (folder / name).write_bytes(data)
    first = os.pathsep.join(str(folder / name) for name in warm)
    ended = subprocess.run(
        [sys.executable, "-c", LISTENER, first, *(str(folder / name) for name in drafts)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, **({"SHOWPROOF_PROBE": "1"} if probe else {})},
    )
    assert ended.returncode == 0, ended.stderr
    return dict(json.loads(ended.stdout))


def drafts() -> dict[str, bytes]:
    """Every kind of hostile draft that would like to reach out."""
    made = {"outside.docx": outside(), "bomb.docx": quoted_overlap_bomb(20, 100_000)}
    for at, prolog in enumerate(DOCTYPES.values()):
        for number, part in enumerate(WORD_PARTS):
            made[f"type-{at}-{number}.docx"] = word_with(part, prolog)
        made[f"type-{at}.xlsx"] = book_with("xl/sheet1.xml", prolog)
    formula = f"<c r='A1'><f>WEBSERVICE(\"{AWAY}/\")</f><v>1</v></c>"
    linked = f'<Relationship Id="x" Type="x/externalLink" Target="{AWAY}/b.xlsx" TargetMode="External"/>'
    around: dict[str, bytes | str] = {"xl/_rels/sheet1.xml.rels": relations({}, linked)}
    made["link.xlsx"] = xlsx(f"<sheetData><row r='1'>{formula}</row></sheetData>", extra=around)
    include = 'xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"'
    made["include.docx"] = docx(f"<xi:include {include}/>")
    made["style.docx"] = docx(extra={"word/document.xml": f'<?xml-stylesheet href="{AWAY}/x.xsl"?><a/>'})
    schema = f'xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:schemaLocation="u {AWAY}/x.xsd"'
    made["schema.docx"] = docx(f"<a {schema}/>")
    page = f'# Plan\n\n<img src="{AWAY}/x.png"><link href="file:///etc/passwd">\n\n![a]({AWAY}/y)\n'
    made["page.md"] = page.encode()
    made["page-type.md"] = f'# Plan\n\n<!DOCTYPE html SYSTEM "{AWAY}/x.dtd"><p>Text</p>\n'.encode()
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("outside")


def test_no_hostile_draft_makes_anything_be_opened_or_connected(folder: Path) -> None:
    made = drafts()
    ends = heard(folder, made)
    assert ends["found"] == []
    assert ends["scored"] + ends["refused"] == len(made)  # type: ignore[operator]
    assert ends["refused"] >= len(DOCTYPES) * len(WORD_PARTS)  # type: ignore[operator]


def test_the_listener_hears_a_file_and_a_connection(folder: Path) -> None:
    found = heard(folder, {}, probe=True)["found"]
    assert [one[0] for one in found] == ["open", "socket.__new__"]  # type: ignore[attr-defined]
