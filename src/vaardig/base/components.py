"""The components' own examples (ui/<name>.yaml): they feed the gallery, the rendering test and the docs."""

from functools import cache
from pathlib import Path
from typing import Any, cast

from django.template import Context, Template, engines
from django.template.backends.django import DjangoTemplates
from django.utils.safestring import SafeString
from django_cotton.compiler_regex import CottonCompiler
from pydantic import BaseModel, ConfigDict, model_validator
from ruamel.yaml import YAML

UI = Path(__file__).resolve().parent / "ui"
COTTON = Path(__file__).resolve().parent / "templates" / "cotton"


class Param(BaseModel):
    model_config = ConfigDict(extra="forbid")

    required: bool = False
    one_of: list[str] | None = None
    meaning: str = ""


class Component(BaseModel):
    """One component: what it is for, what it takes, and examples that are shown and tested."""

    model_config = ConfigDict(extra="forbid")

    name: str
    purpose: str
    takes: dict[str, Param] = {}
    slots: list[str] = []
    wide: bool = False
    examples: list[dict[str, Any]]

    @model_validator(mode="after")
    def examples_keep_to_what_it_takes(self) -> "Component":
        for example in self.examples:
            given = set(example) - {"example", "slot"} - set(self.slots)
            if strange := given - set(self.takes):
                raise ValueError(f"{self.name}, '{example['example']}': does not take {', '.join(sorted(strange))}")
            for key, param in self.takes.items():
                if param.required and key not in example:
                    raise ValueError(f"{self.name}, '{example['example']}': misses {key}")
                if param.one_of and key in example and example[key] not in param.one_of:
                    raise ValueError(f"{self.name}, '{example['example']}': {key} is not one of {param.one_of}")
        return self


@cache
def components() -> tuple[Component, ...]:
    yaml = YAML(typ="safe")
    return tuple(Component(name=path.stem, **yaml.load(path.read_text("utf-8"))) for path in sorted(UI.glob("*.yaml")))


def source(component: Component, example: dict[str, Any]) -> str:
    """How a page would write this example."""
    attributes = "".join(f" {_attribute(key, value)}" for key, value in example.items() if key in component.takes)
    inner = example.get("slot", "") + "".join(
        f'<c-slot name="{slot}">{example[slot]}</c-slot>' for slot in component.slots if slot in example
    )
    tag = f"c-{component.name.replace('_', '-')}"
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else f"<{tag}{attributes} />"


def _attribute(key: str, value: object) -> str:
    """A text stands in the tag; a list or a form field is handed over by name."""
    if isinstance(value, str) and not value.startswith("form."):
        return f'{key}="{value}"'
    return f':{key}="{value if isinstance(value, str) else key}"'


def render(component: Component, example: dict[str, Any], **context: Any) -> SafeString:
    engine = cast(DjangoTemplates, engines["django"]).engine
    template = Template(CottonCompiler().process(source(component, example)), engine=engine)
    return template.render(Context({**example, **context}))
