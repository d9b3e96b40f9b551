"""The elements of HTML: what else stands in angle brackets, such as `<owner>`, is text that somebody wrote."""

from __future__ import annotations

import re

TAG = re.compile(r"</?([A-Za-z][\w:-]*)([^<>]*)>")

_HTML = """
a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas
caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
kbd label legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup option
output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike
strong style sub summary sup table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr svg g
path rect circle ellipse line polyline polygon defs use symbol tspan clippath mask stop lineargradient math mi mo mn
mrow msup msub mfrac
"""
_NAMES = frozenset(_HTML.split())

_BLOCKS = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary ul
"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end lines of their own; those of tables are not among them."""


def is_element(name: str) -> bool:
    """Whether HTML has an element of this name."""
    return name.lower() in _NAMES
