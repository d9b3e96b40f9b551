"""markdown-it set up for drafts: every inline token knows where it stands, footnotes are read, work is bounded."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

MAX_NESTING = 40
"""Quotes, lists and their items in each other that are told apart; in a file with more of them none are."""
MAX_WORK = 120_000
"""Characters of a file that can be markup, some tens of microseconds each: beyond them it is read without markup."""
DEEP = 3
"""Brackets in brackets from which each costs time: it looks for its end over all that is between."""
PER_MARK = 25
"""Characters between deep brackets that cost as much as one character that can be markup."""

AT = "at"
"""Where a token keeps its first character in the content of its paragraph or cell."""
SPENT = "spent"
"""Where it is kept whether some markup was left as it stands: there was too much of it, or it went too deep."""
NOTE = "note"
"""Where the paragraph of a footnote keeps its label."""

_NOTE = re.compile(r"\[\^([^\]\s\[]{1,80})\]:[ \t]*")
_NOTE_REF = re.compile(r"\[\^([^\]\s\[]{1,80})\]")
_MARKUP = re.compile(r"[\\`*_~\[\]<>&!\n]")
_BRACKET = re.compile(r"[\[\]]")


def parse(text: str) -> tuple[list[Token], MutableMapping[str, Any]]:
    """The tokens of a text, and what markdown-it kept beside them: link definitions and labels of footnotes."""
    env: MutableMapping[str, Any] = {}
    tokens = _parser(nests=True).parse(text, env)
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        env = {}
        tokens = _parser(nests=False).parse(text, env)
        env[SPENT] = True
    return tokens, env


@cache
def _parser(*, nests: bool) -> MarkdownIt:
    """A parser for any number of texts; one that does not nest takes the marks of quotes and lists for text."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    parser.disable(["text_join", "fragments_join"])
    parser.core.ruler.at("inline", _bounded)
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note_ref", _note_ref)
    parser.inline.ruler.before("text", "placed", _placed)
    parser.inline.ruler2.before("balance_pairs", "placed", _place_rest)
    return parser if nests else parser.disable(["blockquote", "list"])


def _bounded(state: StateCore) -> None:
    """Parses the content of paragraphs and cells while there is work left to spend."""
    left = MAX_WORK
    for token in state.tokens:
        if token.type == "inline":
            marks = len(_MARKUP.findall(token.content))
            deep = max(_depth(token.content) - DEEP, 0) if marks else 0
            left -= marks + deep * len(token.content) // PER_MARK
            if marks and left >= 0:
                token.children = state.md.inline.parse(token.content, state.md, state.env, [])
            else:
                token.children = _literal(token.content)
    state.env[SPENT] = left < 0


def _depth(content: str) -> int:
    """How many brackets are open at most."""
    depth = deepest = 0
    for match in _BRACKET.finditer(content):
        depth = depth + 1 if match[0] == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _literal(content: str) -> list[Token]:
    """The content as it stands: text with its breaks."""
    tokens: list[Token] = []
    at = 0
    for line in content.split("\n"):
        if tokens:
            tokens.append(Token("softbreak", "br", 0, meta={AT: at - 1}))
        tokens.append(Token("text", "", 0, content=line, meta={AT: at}))
        at += len(line) + 1
    return tokens


class _Trail:
    """How far the tokens of one paragraph have been given their places."""

    def __init__(self) -> None:
        self.known = 0
        self.last = 0
        self.pending = 0
        """Where the literal text begins that is still to become a token."""
        self.waits = False

    def catch_up(self, tokens: list[Token]) -> None:
        """Gives the tokens since the last call the place at which their rule began."""
        at = self.last
        for token in tokens[self.known :]:
            if self.waits and token.type == "text":
                token.meta[AT] = self.pending
                self.waits = False
                continue
            at += token.markup == "autolink" and token.nesting == 1
            token.meta[AT] = at
            at += len(token.content) if token.type == "text" else 0
        self.known = len(tokens)


def _placed(state: StateInline, silent: bool) -> bool:
    """No rule, but the first that is asked at every place: what was made since then stands where it was asked last."""
    if not silent:
        trail: _Trail = vars(state).setdefault("trail", _Trail())
        trail.catch_up(state.tokens)
        trail.last = state.pos
        if not state.pending:
            trail.pending, trail.waits = state.pos, False
        else:
            trail.waits = True
    return False


def _place_rest(state: StateInline) -> None:
    vars(state).setdefault("trail", _Trail()).catch_up(state.tokens)


def _note_ref(state: StateInline, silent: bool) -> bool:
    """The mark of a footnote that there is: it shows as a raised number, which is no word of the text."""
    match = _NOTE_REF.match(state.src, state.pos, state.posMax)
    if not match or match[1] not in state.env.get(NOTE, ()):
        return False
    if not silent:
        state.push("note_ref", "", 0)
    state.pos = match.end()
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph `[^1]: text`, up to the next one or a blank line; CommonMark would take a short one for a link."""
    match = _note_at(state, start)
    if not match:
        return False
    if silent:
        return True
    state.env.setdefault(NOTE, set()).add(match[1])
    after = start + 1
    while after < end and not state.isEmpty(after) and not _note_at(state, after):
        after += 1
    state.line = after
    state.push("paragraph_open", "p", 1).meta = {NOTE: match[1]}
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, after, state.blkIndent, False).strip()[match.end() - match.start() :]
    inline.map, inline.children = [start, after], []
    state.push("paragraph_close", "p", -1)
    return True


def _note_at(state: StateBlock, line: int) -> re.Match[str] | None:
    if state.is_code_block(line):
        return None
    return _NOTE.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
