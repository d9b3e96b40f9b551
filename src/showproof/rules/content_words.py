"""The words that a statement is about, by which it is known that another one comes back to the same things."""

from __future__ import annotations

from functools import lru_cache

_EVERYWHERE = """
    the and for from with was were are been its that this these those they them their there she his her him our you your
    not nor but then than when while until after before because since who whom whose what where how all any each every
    some most more less few many much other another same such own per via into onto over under above below down out off
    only just also very too can could may might will would shall should must does did done has have had having about
    against between during through again once here both one two three four five six seven eight nine ten first second
    third last next new day days week weeks month months year years hour hours minute minutes jan feb mar apr may jun
    jul aug sep oct nov dec january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday get got make made take took keep kept went goes gone say says said
    see saw set put use used which within without whether either neither though although unless upon along among around
    behind beside besides beyond despite near toward towards still yet already always never often ever even however
    therefore thus rather quite almost perhaps twice instead back away
"""
_COMMON = frozenset(_EVERYWHERE.split())
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "ers", "ied", "ies", "er", "ed", "es", "ly",
    "s", "y", "e",
)  # fmt: skip


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that a statement is about."""
    return frozenset(filter(None, map(_stem, text.lower().replace("-", " ").replace("/", " ").split())))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A word without its ending; nothing for a common, short or wordless one."""
    plain = word.strip(".,;:!?()[]…“”\"'`*").removesuffix("'s").removesuffix("’s")
    if len(plain) < 3 or plain in _COMMON or not plain.replace("'", "").replace("’", "").isalpha():
        return ""
    ending = next((end for end in _ENDINGS if plain.endswith(end) and len(plain) - len(end) >= 3), "")
    return plain.removesuffix(ending)
