"""What all tests share: folders of their own for cache and catalogue, the reports beside the project, one scorer."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from showproof import illustrating
from showproof.api import Scorer, open_catalog
from showproof.catalog.artifact import ArtifactType
from showproof.catalog.store import Catalog
from showproof.formats.form import Form

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Tests with LibreOffice take the artifact types in turn; this option takes all of them everywhere."""
    parser.addoption(
        "--every-type", action="store_true", help="send every artifact type through every LibreOffice test"
    )


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor write the folders of the person who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHOWPROOF_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("SHOWPROOF_CATALOG", str(tmp_path_factory.mktemp("catalog")))
        for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def drawn_once() -> Iterator[None]:
    """Tests make the same examples over and over; the pictures of each are drawn once."""
    draw = illustrating.illustrated
    made: dict[tuple[str, Form, str], bytes] = {}

    def once(catalog: Catalog, kind: ArtifactType, form: Form, format_name: str) -> bytes:
        key = (kind.id, form, format_name)
        if key not in made:
            made[key] = draw(catalog, kind, form, format_name)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(illustrating, "illustrated", once)
        yield


@pytest.fixture
def alarm() -> Iterator[None]:
    """Ends a test that hangs, or waits for a pipe; what it is for takes milliseconds."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(20)
    yield
    signal.alarm(0)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the project that holds the reports."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder is not beside the project")
    return folder


@pytest.fixture(scope="session")
def catalog(own_folders: None) -> Catalog:
    """The built-in catalogue."""
    return open_catalog()


@pytest.fixture(scope="session")
def scorer(catalog: Catalog) -> Scorer:
    """One scorer for all tests that score."""
    return Scorer(catalog)


@pytest.fixture(scope="session")
def every_type(request: pytest.FixtureRequest) -> bool:
    """Whether all types are wanted in every test, not each in its turn."""
    return bool(request.config.getoption("--every-type"))


@pytest.fixture
def unprivileged() -> None:
    """Skips where rights do not bind: for the superuser every folder is writable."""
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("rights of folders do not bind the superuser")
