from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

SOURCES = ("src", "templates", "rubrics", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")


def run(command: list[str], **given) -> subprocess.CompletedProcess[str]:
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **given)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources so that the project's own folder stays as it is."""
    source = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        if (root / name).is_dir():
            shutil.copytree(root / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "_compiled"))
        else:
            shutil.copy(root / name, source / name)
    out = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)])
    assert not (source / "src" / "showproof" / "_compiled").exists()
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel; its dependencies are lent by this one."""
    home = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(home, with_pip=False)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(python),
            "install",
            "--no-deps",
            "--no-index",
            "--disable-pip-version-check",
            str(wheel),
        ]
    )
    site = run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).stdout.strip()
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(site, "lent.pth").write_text("\n".join(sorted(lent)) + "\n", encoding="utf-8")
    return programs


def test_the_wheel_carries_the_catalogue_as_sources_and_compiled(wheel, root):
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    sources = [
        path.relative_to(root).as_posix()
        for folder in ("templates", "rubrics")
        for path in (root / folder).rglob("*.yaml")
    ]
    assert {f"showproof/_data/{name}" for name in sources} <= names
    assert len([name for name in names if name.startswith("showproof/_compiled/") and name.endswith(".json")]) >= 20
    assert "showproof/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "templates/", "rubrics/"))]


def test_the_installed_command_goes_the_whole_way_without_compiling_anything(installed, tmp_path):
    cache, here = tmp_path / "cache", tmp_path / "here"
    here.mkdir()
    cache.mkdir()
    env = {**os.environ, "SHOWPROOF_CACHE": str(cache), "SHOWPROOF_CATALOG": str(tmp_path / "none")}
    env.pop("PYTHONPATH", None)
    ended = run([str(installed / "showproof"), "demo"], cwd=here, env=env, encoding="utf-8")
    lines = ended.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("overall level (score)"))
    assert lines[at].split() == ["overall", "level", "(score)", "blank", "weak", "worked"]
    told = [line.split()[0] for line in lines[at + 1 : lines.index("", at)]]
    assert told == sorted(told)
    assert {"dashboard-spec.docx", "dashboard-spec.xlsx"} <= set(told)
    assert (here / "showproof-demo" / "scorecards.json").is_file()
    assert list(cache.iterdir()) == []


def test_the_installed_package_is_the_one_of_the_wheel(installed, tmp_path):
    python = installed / ("python.exe" if os.name == "nt" else "python")
    env = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    where = "import showproof; print(showproof.__file__)"
    assert str(installed.parent) in run([str(python), "-c", where], cwd=tmp_path, env=env).stdout
