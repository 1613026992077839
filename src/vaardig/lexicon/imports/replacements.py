"""content/lexicon/replacements.yaml: what a concept that is gone is called now.

```yaml
replacements:                              # Basistaal, per list
  skills:
    oude-sleutel: [nieuwe-sleutel]         # two keys when it was split; the person chooses
esco:                                      # another language of skills, by address
  http://data.europa.eu/esco/skill/…: [http://data.europa.eu/esco/skill/…]
```
"""

from pathlib import Path
from typing import Any

from django.conf import settings

from vaardig.base.content import CannotRead, read_yaml, relative
from vaardig.lexicon.drafts import Draft
from vaardig.lexicon.imports import CannotImport

PART = "replacements"
PREFIX = {"tasks": "task:", "occupations": "occupation:", "knowledge": "knowledge:", "interests": "interest:"}
LISTS = {"skills", "conditions", *PREFIX}


def key_of(part: str, key: str) -> str:
    """A key is unique within its kind; within the scheme a prefix tells tasks, work and knowledge from skills."""
    return PREFIX.get(part, "") + key


def replacements_path() -> Path:
    return Path(settings.CONTENT_DIR) / "lexicon" / "replacements.yaml"


def read_replacements(scheme: str) -> dict[str, list[str]]:
    """Old key → new keys within a scheme. Raises CannotRead."""
    path = replacements_path()
    if not path.is_file():
        return {}
    raw = read_yaml(path) or {}
    lists = _named(raw, path, "")
    if scheme != "basis":
        return _pairs(lists.get(scheme, {}), path, scheme)
    found: dict[str, list[str]] = {}
    for part, pairs in _named(lists.get("replacements", {}), path, "replacements").items():
        if part not in LISTS:
            raise CannotRead(f"{relative(path)}: there is no list '{part}'")
        for old, news in _pairs(pairs, path, part).items():
            found[key_of(part, old)] = [key_of(part, new) for new in news]
    return found


def _named(raw: Any, path: Path, where: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise CannotRead(f"{relative(path)}: under '{where}' names are expected")
    return raw


def _pairs(raw: Any, path: Path, where: str) -> dict[str, list[str]]:
    pairs = _named(raw, path, where)
    if not all(isinstance(new, list) and new and all(isinstance(key, str) for key in new) for new in pairs.values()):
        raise CannotRead(f"{relative(path)}: under '{where}' each old key needs a list of new keys")
    return pairs


def add_replacements(draft: Draft) -> None:
    """Say in the draft what replaced what."""
    try:
        pairs = read_replacements(draft.scheme)
    except CannotRead as fault:
        raise CannotImport(f"{fault}. Repair the file; nothing was stored.") from fault
    for old, news in pairs.items():
        for new in news:
            draft.relate(old, "REPLACED_BY", new, part=PART)
    if pairs:
        draft.whole.add(PART)
