"""From located blocks to fields and observations."""
