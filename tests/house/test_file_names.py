from __future__ import annotations

from collections import Counter


def test_no_two_modules_of_tests_share_a_name(root):
    # pytest imports them by name alone where a folder is no package, and stops at the second.
    loose = [path.name for path in (root / "tests").rglob("*.py") if not (path.parent / "__init__.py").exists()]
    twice = [name for name, times in Counter(loose).items() if times > 1 and name != "conftest.py"]
    assert twice == []
