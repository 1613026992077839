"""One word out of a few, by its name."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of(words: Mapping[str, str] | str, name: str) -> str:
    """`{{ pictures|of:choice.value }}`; nothing when there is none."""
    return words.get(name, "") if isinstance(words, Mapping) else ""
