from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

MACHINE = re.compile(
    r"(?<![\w.~:/-])/(?:" + "|".join(("work", "root", "tmp", "home", "Users")) + r")/\w|[A-Z]:\\\\?Users\\"
)
_REGISTRIES = (
    r"\bpy" + r"pi\.",
    "python" + "hosted",
    "arti" + "factory",
    r"\bnex" + r"us\.",
    "dev" + r"pi\b",
    "--(?:extra-)?index" + "-url[ =]",
)
HOSTS = re.compile("|".join(_REGISTRIES))
"""Put together from pieces, so that this page does not find itself."""


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, str]:
    """Name to text of every file that is kept or about to be kept."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is not a checkout")
    found = {}
    for name in listed.stdout.decode().split("\0"):
        path = root / name
        if name and path.is_file():
            data = path.read_bytes()
            if b"\0" not in data[:8000]:
                found[name] = data.decode("utf-8", "replace")
    return found


def lines_with(texts: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    """Places where a pattern stands."""
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_place_on_somebodys_machine(texts):
    assert lines_with(texts, MACHINE) == []


def test_no_file_names_the_host_of_a_registry(texts):
    assert lines_with(texts, HOSTS) == []


def test_the_patterns_find_what_they_look_for():
    sample = {
        "a": "\n".join(("see /" + "work/main", "in /" + "tmp/x", "from py" + "pi.org", "a/tmp/b", "the index of work/"))
    }
    assert len(lines_with(sample, MACHINE)) == 2
    assert len(lines_with(sample, HOSTS)) == 1


def test_text_files_are_utf_8_and_end_with_one_line_end(texts):
    bad = [name for name, text in texts.items() if "\ufffd" in text and not name.startswith("tests/")]
    assert bad == []
    ends = [
        name
        for name, text in texts.items()
        if name.endswith((".py", ".yaml", ".md", ".toml")) and text and not text.endswith("\n")
    ]
    assert ends == []
