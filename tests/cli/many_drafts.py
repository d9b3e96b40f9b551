"""Drafts by the hundred, and runs over them."""

from __future__ import annotations

import json
import subprocess
import sys

from jsonschema import Draft202012Validator

from showproof.outputs.schema import SCORECARDS

DRAFT = "# Payout check {0}\n\nMaya Torres owns step {0}. Breaks above ${0} are called to the bank within {0} hours.\n"


def showproof(*args, **given) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "showproof", *args]
    return subprocess.Popen(command, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **given})


def whole(data: bytes | str):
    found = json.loads(data)
    assert [error.message for error in Draft202012Validator(SCORECARDS).iter_errors(found)] == []
    return found
