from __future__ import annotations

import pytest
from small_catalog import put

from showproof.catalog.bundle_check import load_bundles
from showproof.errors import CatalogError

WHOLE = """\
    pair:
      title: A pair
      summary: Two that belong together.
      role: clerk
      members:
        - artifact: note
          companions: {log: keeps what the note says}
        - artifact: log
          companions: {note: says why}
"""


def faults(tmp_path, text: str) -> list[str]:
    path = put(tmp_path, "bundles.yaml", text)
    try:
        load_bundles(path, ["log", "note"], ["clerk"])
    except CatalogError as error:
        return [line.removeprefix(f"{path}:") for line in error.faults]
    return []


def test_a_bundle_that_holds_has_no_fault(tmp_path):
    assert faults(tmp_path, WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("role: clerk", "role: clark",
         '4:9: pair.role: found "clark"; allowed: clerk; write clerk'),
        ("artifact: log", "artifact: logg",
         '8:17: pair.members[1].artifact: found "logg"; allowed: log, note; write log'),
        ("companions: {note: says why}", "companions: {}",
         '9:19: pair.members[1].companions: found "nothing on note"; allowed: a phrase on every other document; add '
         "note"),
        ("{log: keeps what the note says}", "{log: keeps, note: is itself}",
         '7:38: pair.members[0].companions.note: found "note"; allowed: log; see the list of other documents of the '
         "bundle"),
        ("title: A pair", "titel: A pair",
         "2:3: pair.titel: found the unknown key titel; allowed: title, summary, role, members, context; write title"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(tmp_path, old, new, line):
    assert line in faults(tmp_path, WHOLE.replace(old, new))


def test_one_document_is_no_bundle_and_none_is_named_twice(tmp_path):
    alone = WHOLE[: WHOLE.index("        - artifact: log")].replace("{log: keeps what the note says}", "{}")
    assert faults(tmp_path, alone) == ['6:5: pair.members: found "1 documents"; allowed: two or more; add one']
    twice = faults(tmp_path, WHOLE.replace("artifact: log\n", "artifact: note\n"))
    assert '8:17: pair.members[1].artifact: found "note"; allowed: each type once; remove one of the two' in twice


def test_a_file_without_keys_is_told(tmp_path):
    assert faults(tmp_path, "- pair\n") == [
        "1:1: the file: found no keys; allowed: ids, each with its entry; write `id:` first"
    ]


def test_the_shipped_bundles_are_those_of_the_catalogue(catalog):
    assert {name: bundle.artifacts for name, bundle in catalog.bundles.items()} == {
        "finops-end-to-end": ("allocation-spec", "optimization-case-study", "rollout-checklist"),
        "ops-system": ("process-map", "sop", "exception-playbook"),
        "deal-work-sample": ("discovery-recap", "mutual-action-plan"),
        "kpi-system": ("dashboard-spec", "ops-cadence"),
    }
    assert all(bundle.role in catalog.role_ids for bundle in catalog.bundles.values())
