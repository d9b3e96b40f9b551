"""Pictures of a draft as a page shows them: the drawings stand in it, each with names of its own."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from showproof.picture import Picture


def drawings_of(pictures: Iterable[Picture]) -> list[tuple[Picture, Markup]]:
    """The pictures with their drawings as markup."""
    return [(one, _inline(one, number)) for number, one in enumerate(pictures, start=1)]


def _inline(picture: Picture, number: int) -> Markup:
    """The drawing, kept off the rules that the page has for its own picture, its names told from those of others.

    Its words were escaped when it was drawn, quotes too: so none of them is taken for an attribute.
    """
    drawn = picture.svg.replace(' class="picture"', "", 1)
    drawn = drawn.replace(' id="', f' id="picture-{number}-').replace('="url(#', f'="url(#picture-{number}-')
    return Markup(drawn)
