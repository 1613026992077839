"""Two people, one text: the second to save gets both texts side by side instead of silently winning (SECURITY §15)."""

from typing import Any

from django.db.models import F, Model


class Changed(Exception):
    """Somebody else saved this thing in the meantime. `current` is how it stands now."""

    def __init__(self, current: Model) -> None:
        super().__init__("changed in the meantime")
        self.current = current


def change(thing: Any, *, seen: int, **values: Any) -> None:
    """Save `values` when the thing is still at the version that the person saw; otherwise raise Changed."""
    model = type(thing)
    done = model._default_manager.filter(pk=thing.pk, version=seen).update(version=F("version") + 1, **values)
    if not done:
        raise Changed(model._default_manager.get(pk=thing.pk))
    for name, value in {**values, "version": seen + 1}.items():
        setattr(thing, name, value)
