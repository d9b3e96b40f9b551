"""axe-core run on pages in headless Chromium: what it finds, as lines.

Neither is part of the project. Chromium is looked for by its name; axe-core is `axe.min.js`, named by SHOWPROOF_AXE or
put there by `npm install --no-save axe-core`, as `.ci/run` does.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
SCHEMES = {"light": 1, "dark": 0, "print": 1}
"""How a page is looked at, and Chromium's number of the colour scheme."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SAID = re.compile(r'<pre id="axe-said">(.*?)</pre>', re.DOTALL)
_HOST = """<!DOCTYPE html><meta charset="utf-8"><title>Pages</title>
<style>body {{ margin: 0 }} iframe {{ position: fixed; top: 0; left: 0; border: 0;
width: 1280px; height: 1600px }}</style>
<body><script>
const script = {script}, pages = {pages}, said = {{}};
async function ask(text) {{
  const frame = document.createElement("iframe");
  frame.srcdoc = text;
  await new Promise(there => {{ frame.onload = there; document.body.appendChild(frame); }});
  const inside = frame.contentDocument, axe = inside.createElement("script");
  axe.textContent = script;
  inside.documentElement.appendChild(axe);
  const found = await frame.contentWindow.axe.run(inside, {{resultTypes: ["violations"]}});
  frame.remove();
  return [found.passes.length, found.violations.flatMap(
    one => one.nodes.map(node => one.id + ": " + node.target.join(" ") + ": " + node.failureSummary))];
}}
(async () => {{
  for (const name in pages) said[name] = await ask(pages[name]);
  const told = document.createElement("pre");
  told.id = "axe-said";
  told.textContent = JSON.stringify(said);
  document.documentElement.appendChild(told);
}})();
</script></body>"""
"""A page that asks axe-core about one page after the other: starting Chromium takes longer than looking at a page."""


def chromium() -> str:
    """The browser's path, or nothing."""
    return next((path for name in CHROMIUMS if (path := shutil.which(name))), "")


def axe(root: Path) -> Path | None:
    """axe-core's script, where it can be had."""
    named = os.environ.get("SHOWPROOF_AXE", "")
    found = Path(named) if named else root / "node_modules" / "axe-core" / "axe.min.js"
    return found if found.is_file() else None


def violations(pages: Mapping[str, str], look: str, script: Path, folder: Path) -> dict[str, list[str]]:
    """What axe-core finds on each page with everything unfolded; `look` is light, dark or print."""
    shown = {name: _as_looked_at(page, look) for name, page in pages.items()}
    path = folder / f"{look}.html"
    path.write_text(_HOST.format(script=_literal(script.read_text("utf-8")), pages=_literal(shown)), encoding="utf-8")
    told = subprocess.run(
        [
            chromium(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
            f"--blink-settings=preferredColorScheme={SCHEMES[look]}", "--window-size=1280,1600",
            "--disable-background-networking", "--virtual-time-budget=60000", "--dump-dom", path.as_uri(),
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
    ).stdout  # fmt: skip
    said = _SAID.search(told)
    assert said, "axe-core said nothing"
    found = json.loads(html.unescape(said[1]))
    assert {name for name, (passed, _) in found.items() if passed > 15} == set(pages), "it looked at next to nothing"
    return {name: list(faults) for name, (_, faults) in found.items()}


def _as_looked_at(page: str, look: str) -> str:
    copy = _POLICY.sub("", page).replace("<details", "<details open")
    return copy.replace("@media print", "@media all") if look == "print" else copy


def _literal(value: object) -> str:
    """A value inside a script, which no text in it can end."""
    return json.dumps(value).replace("<", "\\u003c")
