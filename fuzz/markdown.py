"""Fuzzes the Markdown reader."""

from __future__ import annotations

from common import keep_promise, run

if __name__ == "__main__":
    run(lambda data: keep_promise(data, "draft.md"))
