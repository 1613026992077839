"""What this room keeps: words, never people. All of it is open (class O)."""

from django.db.models import Model

from vaardig.base.privacy import declare
from vaardig.lexicon import models

SEEN = "id since until is_current"
SAID = f"{SEEN} concept language role text digest"


def _open(model: type[Model], fields: str) -> None:
    declare(model, owner="", purpose="skills language", keep="always", on_erase="keep", O=fields)


_open(models.Scheme, "id key name")
_open(models.SchemeVersion, "id scheme version languages parts counts sources imported_at")
_open(models.Concept, f"{SEEN} public_id scheme key uri kind part field code isco riasec speaking extra")
_open(models.Label, f"{SAID} lemmas")
_open(models.Description, SAID)
_open(models.Relation, f"{SEEN} source target kind weight part")
_open(models.Mapping, f"{SEEN} concept uri kind foreign foreign_version is_confirmed")
_open(models.Vector, "id digest model row")
_open(models.LexiconGeneration, "id number")
