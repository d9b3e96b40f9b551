"""axe-core run on a page in headless Chromium: what it finds, as lines.

Neither is part of the project. Chromium is looked for by its name; axe-core is `axe.min.js`, named by SHOWPROOF_AXE or
put there by `npm install --no-save axe-core`.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
SCHEMES = {"light": 1, "dark": 0, "print": 1}
"""How a page is looked at, and Chromium's number of the colour scheme."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SAID = re.compile(r'<pre id="axe-said">(.*?)</pre>', re.DOTALL)
_ASK = """axe.run(document).then(found => {
  const said = document.createElement("pre");
  said.id = "axe-said";
  said.textContent = JSON.stringify([found.passes.length, found.violations.flatMap(
    one => one.nodes.map(node => one.id + ": " + node.target.join(" ") + ": " + node.failureSummary))]);
  document.documentElement.appendChild(said);
});"""


def chromium() -> str:
    """The browser's path, or nothing."""
    return next((path for name in CHROMIUMS if (path := shutil.which(name))), "")


def axe(root: Path) -> Path | None:
    """axe-core's script, where it can be had."""
    named = os.environ.get("SHOWPROOF_AXE", "")
    found = Path(named) if named else root / "node_modules" / "axe-core" / "axe.min.js"
    return found if found.is_file() else None


def violations(page: str, look: str, script: Path, folder: Path) -> list[str]:
    """What axe-core finds on the page with everything unfolded; `look` is light, dark or print."""
    copy = _POLICY.sub("", page).replace("<details", "<details open")
    if look == "print":
        copy = copy.replace("@media print", "@media all")
    scripts = f"<script>{script.read_text(encoding='utf-8')}</script><script>{_ASK}</script></body>"
    path = folder / f"{look}.html"
    path.write_text(copy.replace("</body>", scripts), encoding="utf-8")
    told = subprocess.run(
        [
            chromium(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
            f"--blink-settings=preferredColorScheme={SCHEMES[look]}", "--window-size=1280,1600",
            "--virtual-time-budget=60000", "--dump-dom", path.as_uri(),
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
    ).stdout  # fmt: skip
    said = _SAID.search(told)
    assert said, "axe-core said nothing"
    passed, found = json.loads(html.unescape(said[1]))
    assert passed > 15, "axe-core looked at next to nothing"
    return list(found)
