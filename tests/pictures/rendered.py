"""Pictures as Chromium draws them: words that lie outside, on other words, or over the edge of their box."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

_SAID = re.compile(r'<pre id="said">(.*?)</pre>', re.DOTALL)
_ASK = """
const found = [];
for (const svg of document.querySelectorAll("svg")) {
  const whole = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text")].map(one => [one.textContent, one.getBoundingClientRect()]);
  const boxes = [...svg.querySelectorAll("rect[rx]")].map(one => one.getBoundingClientRect());
  const says = text => found.push(svg.parentNode.id + ": " + text);
  for (const [text, box] of words) {
    if (box.left < whole.left || box.right > whole.right || box.top < whole.top || box.bottom > whole.bottom)
      says("outside: " + text);
    for (const one of boxes) {
      const middle = (box.top + box.bottom) / 2;
      const begins = box.left >= one.left && box.left < one.right && middle > one.top && middle < one.bottom;
      if (begins && (box.right > one.right || box.top < one.top - 2 || box.bottom > one.bottom + 2))
        says("over the edge of its box: " + text);
    }
  }
  words.forEach(([text, box], at) => words.slice(at + 1).forEach(([other, two]) => {
    const across = Math.min(box.right, two.right) - Math.max(box.left, two.left);
    const down = Math.min(box.bottom, two.bottom) - Math.max(box.top, two.top);
    if (across > 1 && down > 4) says("on each other: " + text + " | " + other);
  }));
}
const said = document.createElement("pre");
said.id = "said";
said.textContent = JSON.stringify(found);
document.body.appendChild(said);
"""


def misplaced(pictures: Mapping[str, str], browser: str, folder: Path, font: str = "") -> list[str]:
    """What is wrong with these drawings, a line each; `font` is one to draw them with instead of their own."""
    body = "".join(f'<div id="{name}">{svg}</div>' for name, svg in pictures.items())
    style = f"<style>text {{ font-family: '{font}' !important }}</style>" if font else ""
    path = folder / "pictures.html"
    page = f'<!doctype html><meta charset="utf-8">{style}<body>{body}<script>{_ASK}</script></body>'
    path.write_text(page, encoding="utf-8")
    told = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            f"--user-data-dir={folder / 'profile'}", "--window-size=1280,1600", "--dump-dom", path.as_uri(),
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
    ).stdout  # fmt: skip
    said = _SAID.search(told)
    assert said, "the page said nothing"
    return list(json.loads(html.unescape(said[1])))
