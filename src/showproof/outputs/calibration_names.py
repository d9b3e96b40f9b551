"""Names of the schemas of calibration, apart from what needs numpy."""

from __future__ import annotations

CALIBRATION_NAME, GATE_NAME = "showproof.calibration/1", "showproof.gate/1"
BARS_NAME, CUTS_NAME, SCALE_NAME = "showproof.bars/1", "showproof.cuts/1", "showproof.scale/1"
