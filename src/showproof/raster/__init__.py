"""SVG as PNG: the same drawing gives the same picture whatever fonts a machine has."""
