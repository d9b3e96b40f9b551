"""Marked data against the dataclass it should become: every fault at once, each with place, found, allowed, remedy.

The dataclasses of this package are the one definition: pydantic checks against them here and publishes their JSON
Schema, and nothing of pydantic is loaded where a compiled catalogue serves.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from showproof.catalog.marks import KeyPath, Marked
from showproof.catalog.near import nearest
from showproof.errors import CatalogError

T = TypeVar("T")


def _forbid_unknown(cls: type) -> None:
    """Give a dataclass, and all those inside it, the strict configuration that pydantic reads from the class."""
    if not is_dataclass(cls) or "__pydantic_config__" in cls.__dict__:
        return
    cls.__pydantic_config__ = ConfigDict(extra="forbid", use_attribute_docstrings=True)  # type: ignore[attr-defined]
    for hint in get_type_hints(cls).values():
        for inner in _classes_in(hint):
            _forbid_unknown(inner)


def _classes_in(hint: Any) -> list[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        return [hint]
    return [cls for arg in get_args(hint) for cls in _classes_in(arg)]


@cache
def adapter(cls: Any) -> TypeAdapter[Any]:
    """The checker of one catalogue class."""
    _forbid_unknown(cls)
    return TypeAdapter(cls)


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of one kind of catalogue file, for editors that complete and check."""
    hint: Any = cls
    return adapter(hint).json_schema()


def entries_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of a file whose keys are the ids of its entries."""
    entry = json_schema(cls)
    entry["required"] = [name for name in entry["required"] if name != "id"]
    inner = entry.pop("$defs", {})
    title = f"{entry['title']} entries by id"
    return {"$defs": inner, "type": "object", "title": title, "additionalProperties": entry}


def use_or_whole(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with fields that start from a shared one (`use`), which need not say again what that one says."""
    field = schema["$defs"]["Field"]
    field["anyOf"] = [{"required": field.pop("required")}, {"required": ["use"]}]
    return schema


def build(cls: type[T], marked: Marked) -> T:
    """The checked object, or CatalogError with every fault."""
    try:
        hint: Any = cls
        built: T = adapter(hint).validate_python(marked.data if marked.data is not None else {})
        return built
    except ValidationError as error:
        raise CatalogError([_fault(cls, marked, dict(item)) for item in error.errors(include_url=False)]) from None


def _fault(cls: type, marked: Marked, item: dict[str, Any]) -> str:
    path: KeyPath = tuple(item["loc"])
    kind, found, context = item["type"], item.get("input"), item.get("ctx") or {}
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        known = _known_keys(cls, path[:-1])
        close = nearest(str(path[-1]), known)
        remedy = f"write {close}" if close else "remove it"
        place = f"{marked.key_place(path)}: {marked.shown(path)}"
        return _line(place, f"the unknown key {path[-1]}", ", ".join(known), remedy)
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return _line(f"{marked.place(path[:-1])}: {marked.shown(path)}", "nothing", "a value", f"add {path[-1]}")
    if kind == "literal_error":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _line(marked.named(path), _shown(found), allowed, "write one of these")
    allowed = _ALLOWED.get(kind, str(item["msg"]).removeprefix("Input should be "))
    return _line(marked.named(path), _shown(found), allowed, "change the value")


_ALLOWED = {
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "bool_parsing": "true or false",
    "tuple_type": "a list, such as [one, two]",
    "list_type": "a list, such as [one, two]",
    "string_type": "text",
    "dict_type": "keys with values",
    "dataclass_type": "keys with values",
}


def _line(place: str, found: str, allowed: str, remedy: str) -> str:
    return f"{place}: found {found}; allowed: {allowed}; {remedy}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "keys with values" if isinstance(value, dict) else "a list"
    text = str(value)
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'


def _known_keys(cls: type, path: KeyPath) -> list[str]:
    """The keys allowed at a path, following the type hints down to it."""
    for step in path:
        if isinstance(step, int):
            continue
        inner = _classes_in(get_type_hints(cls).get(step, str))
        if not inner:
            return []
        cls = inner[0]
    return [field.name for field in fields(cls)]
