"""What a picture is; it stands by itself, so that what only shows pictures need not know how they are drawn."""

from showproof.picture import Picture

__all__ = ["Picture"]
