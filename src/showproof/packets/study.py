"""A study as files: a folder for each rater that tells nothing of whose drafts they are, and one for the organiser."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from showproof import __version__
from showproof.blind.people import Person
from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.errors import UserError
from showproof.formats.packet_form import PacketForm, PacketScale
from showproof.formats.write import write_handout, write_packet_form
from showproof.kit.papers import file_part
from showproof.packets.anchors import Anchor
from showproof.packets.design import Design, design
from showproof.packets.drawing import shuffled
from showproof.packets.guide import norming_guide
from showproof.packets.scales import Scale, scales_of
from showproof.rating_files.study_key import ASSIGNMENT, DRAFTS, GUIDE, KEY, SCHEMA

LEAST_RATERS = 2
ORGANISER, RATERS = "organiser", "raters"


class Blinded(NamedTuple):
    """A draft of the study."""

    file: str
    sha256: str
    """Of the draft as it was handed in."""
    artifact: str
    """Its type, or nothing where none was recognised."""
    ending: str
    copy: bytes
    left: tuple[str, ...]
    """What in the copy could still tell whose it is."""


class Packets(NamedTuple):
    """What is written."""

    files: dict[str, bytes]
    """Path in the study's folder to bytes."""
    key: dict[str, Any]
    """The key, `showproof.packets/1`."""


class _Study(NamedTuple):
    """All that the files are made from."""

    id: str
    role: Role
    digest: str
    screen: str
    seed: int
    overlap: int
    raters: tuple[str, ...]
    scales: tuple[Scale, ...]
    codes: dict[str, Blinded]
    design: Design
    anchors: tuple[Anchor, ...]
    paper: str

    def codes_of(self, rater: int) -> tuple[str, ...]:
        """The drafts of a rater, by the number of the rater."""
        return tuple(code for code, block in zip(self.codes, self.design.blocks, strict=True) if rater in block)


def packets(
    catalog: Catalog,
    role: Role,
    drafts: Sequence[Blinded],
    raters: Sequence[str],
    *,
    overlap: int,
    seed: int,
    anchors: Iterable[Anchor] = (),
    people: Sequence[Person] = (),
    paper: str = "letter",
) -> Packets:
    """The files of a study; `overlap` is how many raters a draft has, 0 for all of them.

    Raises UserError for fewer than two raters, for the same draft twice, and where the raters cannot be connected.
    """
    if len(raters) < LEAST_RATERS:
        said = f"found {len(raters)} rater{'s'[: len(raters) != 1]}; allowed: two or more"
        raise UserError(said, where="--raters", remedy="agreement takes two")
    _refuse_twins(drafts)
    made = design(len(drafts), len(raters), overlap or len(raters), seed)
    width = max(2, len(str(len(drafts))))
    drawn = shuffled(range(len(drafts)), seed, "codes")
    codes = {f"D{number:0{width}}": drafts[at] for number, at in enumerate(drawn, start=1)}
    facts = (role.id, catalog.digest, seed, tuple(raters), made.blocks, *((c, one.sha256) for c, one in codes.items()))
    study = _Study(
        hashlib.sha256(repr(facts).encode("utf-8", "surrogateescape")).hexdigest()[:12], role, catalog.digest,
        catalog.screen.version, seed, overlap or len(raters), tuple(raters), scales_of(catalog, role), codes, made,
        tuple(sorted(anchors)), paper,
    )  # fmt: skip
    key = _key(study, people)
    files = {f"{ORGANISER}/{KEY}": (json.dumps(key, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")}
    files[f"{ORGANISER}/{ASSIGNMENT}"] = _assignment(study).encode("utf-8", "replace")
    for at, name in enumerate(raters):
        files |= {f"{RATERS}/{file_part(name)}/{path}": data for path, data in _packet(study, at).items()}
    return Packets(files, key)


def _refuse_twins(drafts: Sequence[Blinded]) -> None:
    seen: dict[str, str] = {}
    for one in drafts:
        if one.sha256 in seen:
            found = f"the same file as {seen[one.sha256]}"
            raise UserError(found, where=one.file, remedy="leave one of them out: a draft is rated under one code")
        seen[one.sha256] = one.file


def _packet(study: _Study, rater: int) -> dict[str, bytes]:
    """The files of one rater."""
    name, codes = study.raters[rater], study.codes_of(rater)
    beside = {one.level: f"{DRAFTS[1]}/level-{one.level}{one.ending}" for one in study.anchors}
    guide = norming_guide(study.role, study.digest, study.anchors, beside, study.paper)
    files = {
        f"scorecard-{file_part(name)}.xlsx": write_packet_form(_form(study, name, codes)),
        GUIDE: write_handout(guide, "docx"),
    }
    files |= {beside[one.level]: one.data for one in study.anchors}
    return files | {f"{DRAFTS[0]}/{code}{study.codes[code].ending}": study.codes[code].copy for code in codes}


def _form(study: _Study, rater: str, codes: Sequence[str]) -> PacketForm:
    scales = tuple(
        PacketScale(
            id=one.id, tab=f"{number} {one.tab}", title=f"{number} of {len(study.scales)}: {one.title}",
            question=one.question, anchors=one.anchors, codes=shuffled(codes, study.seed, rater, one.id),
        )
        for number, one in enumerate(study.scales, start=1)
    )  # fmt: skip
    return PacketForm(
        artifact=f"{study.role.id} {study.role.version}",
        kind_title=f"Scorecard of one rater: {len(codes)} drafts on {len(scales)} sheets, filled alone",
        version=study.digest,
        title=f"Scorecard: {study.role.title}",
        properties=(("showproof.packet", "scorecard"), ("showproof.role", study.role.id),
                    ("showproof.rubric", study.digest), ("showproof.tool", __version__)),
        paper=study.paper,
        tool=__version__,
        study=study.id,
        rater=rater,
        scales=scales,
    )  # fmt: skip


def _key(study: _Study, people: Sequence[Person]) -> dict[str, Any]:
    shared = study.design.shared
    return {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "study": study.id,
        "role": study.role.id,
        "rubric": {"version": study.screen, "digest": study.digest},
        "seed": study.seed,
        "raters": list(study.raters),
        "scales": [one.id for one in study.scales],
        "design": {
            "raters_a_draft": study.overlap,
            "drafts_a_rater": dict(zip(study.raters, study.design.loads, strict=True)),
            "shared": [
                {"raters": [study.raters[one], study.raters[other]], "drafts": count}
                for (one, other), count in shared.items()
            ],
            "connected": study.design.parts == 1,
        },
        "drafts": [
            {
                "code": code,
                "file": one.file,
                "sha256": one.sha256,
                "copy_sha256": hashlib.sha256(one.copy).hexdigest(),
                "artifact": one.artifact or None,
                "raters": [study.raters[rater] for rater in block],
                "left": list(one.left),
            }
            for (code, one), block in zip(study.codes.items(), study.design.blocks, strict=True)
        ],
        "anchors": [
            {"level": one.level, "title": one.title, "on": one.on, "why": one.why, "source": one.source}
            for one in study.anchors
        ],
        "people": [{"name": one.name, "label": one.label, "in_text": one.spoken} for one in people],
    }


def _assignment(study: _Study) -> str:
    """Who rates what, a line a draft."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("code", "file", "sha256", *study.raters))
    for (code, one), block in zip(study.codes.items(), study.design.blocks, strict=True):
        rows.writerow((code, one.file, one.sha256, *(int(rater in block) for rater in range(len(study.raters)))))
    return text.getvalue()
