"""As much of JSON schema as the profile's schema uses; a keyword that is not known here fails the test."""

import re

KINDS = {"string": str, "number": float, "null": type(None), "array": list, "object": dict}


def fits(value, rule, schema):
    """Whether the value keeps to the rule; `schema` holds the definitions."""
    return all(KEYWORDS[word](value, rule, schema) for word in rule)


def _ref(value, rule, schema):
    return fits(value, schema["$defs"][rule["$ref"].rpartition("/")[2]], schema)


def _any_of(value, rule, schema):
    return any(fits(value, each, schema) for each in rule["anyOf"])


def _enum(value, rule, _):
    return value in rule["enum"]


def _type(value, rule, _):
    kinds = [rule["type"]] if isinstance(rule["type"], str) else rule["type"]
    return isinstance(value, tuple(KINDS[kind] for kind in kinds))


def _pattern(value, rule, _):
    return not isinstance(value, str) or bool(re.search(rule["pattern"], value))


def _items(value, rule, schema):
    return not isinstance(value, list) or all(fits(each, rule["items"], schema) for each in value)


def _properties(value, rule, schema):
    known = rule["properties"]
    return not isinstance(value, dict) or all(fits(v, known[k], schema) for k, v in value.items() if k in known)


def _additional(value, rule, schema):
    other, known = rule["additionalProperties"], rule.get("properties", {})
    rest = [v for k, v in value.items() if k not in known] if isinstance(value, dict) else []
    return not rest or (other is not False and all(fits(each, other, schema) for each in rest))


def _required(value, rule, _):
    return not isinstance(value, dict) or set(rule["required"]) <= value.keys()


def _tells_nothing(_value, _rule, _schema):
    return True


KEYWORDS = {
    **dict.fromkeys(("$schema", "$id", "$defs", "title", "description", "examples"), _tells_nothing),
    "$ref": _ref,
    "anyOf": _any_of,
    "enum": _enum,
    "type": _type,
    "pattern": _pattern,
    "items": _items,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
}
