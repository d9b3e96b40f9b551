from __future__ import annotations

import pytest

from showproof.api import export_rubric, import_rubric

NAMES = ("finops-analyst", "operations-manager", "production-support-analyst", "criteria", "measures", "overall")


@pytest.mark.office
@pytest.mark.parametrize("route", [("xlsx",), ("ods", "xlsx")])
def test_a_rubric_comes_back_unchanged_from_libreoffice(catalog, office, tmp_path, route):
    files = []
    for name in NAMES:
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(export_rubric(catalog, name))
    for path in office.along(route, files, tmp_path):
        made = import_rubric(catalog, path)
        assert made.changes == (), path
        assert made.notes == (), path
        assert all(one.before == one.after for one in made.rubrics), path
