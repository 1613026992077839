"""YAML 1.2 by PyYAML's parser in C, twenty times as fast as one in Python: `no` is a word, 12:30 is a text, 010 is ten.

PyYAML by itself follows YAML 1.1, where these are false, 750 and eight, and lets a second `a:` win in silence.
"""

import re
from typing import Any

import yaml

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # platforms without libyaml are slower, not different
_FORMS = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
}


class PlainLoader(_Safe):  # type: ignore[misc]
    """Plain values only: texts, numbers, true and false, lists, and names that stand once."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def named_values(self, node: Any) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for name, value in node.value:
            key = self.construct_object(name, deep=True)
            if isinstance(key, list | dict):
                raise yaml.constructor.ConstructorError(None, None, "a name must be plain", name.start_mark)
            if key in found:
                raise yaml.constructor.ConstructorError(None, None, f"'{key}' stands twice", name.start_mark)
            found[key] = self.construct_object(value, deep=True)
        return found

    def whole_number(self, node: Any) -> int:
        return int(node.value)


for _kind, (_pattern, _first) in _FORMS.items():
    PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(f"^(?:{_pattern})$"), _first)
PlainLoader.add_constructor("tag:yaml.org,2002:map", PlainLoader.named_values)
PlainLoader.add_constructor("tag:yaml.org,2002:int", PlainLoader.whole_number)
