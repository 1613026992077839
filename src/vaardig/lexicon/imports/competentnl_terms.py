"""CompetentNL's names for things, and ours. Both families of properties are read: the document's and the endpoint's."""

import re
from typing import NamedTuple

CNLO = "https://linkeddata.competentnl.nl/def/competentnl#"
UWV = "https://linkeddata.competentnl.nl/uwv/def/competentnl_uwv#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
VERSION = "http://www.w3.org/2002/07/owl#versionInfo"
DCT = "http://purl.org/dc/terms/"

CLASSES = {
    "Occupation": "OCCUPATION",
    "HumanCapability": "SKILL",
    "KnowledgeArea": "KNOWLEDGE",
    "OccupationTask": "TASK",
    "OccupationCircumstance": "CONDITION",
}
LEFT_OUT = {
    "EducationalNorm": "educational norms are not kept",
    "MboKwalificatie": "educational norms are not kept",
    "MboKeuzedeel": "educational norms are not kept",
    "Skill": "skills of ESCO come from ESCO itself",
}
REGISTERS = {"9DA549ED14": "Occupation", "47A9E98453": "OccupationTask", "83C407019A": "OccupationCircumstance"}
NODES = {(SKOSXL + "prefLabel"): "LABEL", (SKOSXL + "altLabel"): "ALSO", (UWV + "specialization"): "ALSO"}
NAMES = {(SKOS + "prefLabel"): "LABEL", (SKOS + "altLabel"): "ALSO", (SKOS + "hiddenLabel"): "HIDDEN"}
TEXTS = {(SKOS + "definition"): "DEFINITION", (SKOS + "scopeNote"): "SCOPE_NOTE"}


class Link(NamedTuple):
    """A relation in our words: `part` is the list it belongs to, `target` the class it points at."""

    kind: str
    weight: float
    part: str
    target: str = ""


_STRENGTH = {"Essential": "ESSENTIAL", "Important": "IMPORTANT", "Somewhat": "SOMEWHAT", "SomewhatRelevant": "SOMEWHAT"}
_CIRCUMSTANCE = {
    "NotRelevant": 0.0, "BarelyRelevant": 0.33, "ReasonablyRelevant": 0.67, "StronglyRelevant": 1.0, "Yes": 1.0, "No": 0.0,
}  # fmt: skip


def _links() -> dict[str, Link]:
    found = {
        SKOS + "broader": Link("BROADER", 1.0, "broader"),
        DCT + "isReplacedBy": Link("REPLACED_BY", 1.0, "replaced"),
    }
    for word, kind in _STRENGTH.items():
        found[f"{CNLO}requiresHAT{word}"] = Link(kind, 1.0, "requires")
        found[f"{UWV}requiresCNLHumanCapability_{word}"] = Link(kind, 1.0, "requires", "HumanCapability")
        found[f"{UWV}requiresCNLKnowledgeArea_{word}"] = Link(kind, 1.0, "requires", "KnowledgeArea")
    for word, weight in (("Essential", 1.0), ("Optional", 0.5)):
        found[f"{UWV}isCharacterizedByOccupationTask_{word}"] = Link("TASK", weight, "tasks", "OccupationTask")
    for word, weight in _CIRCUMSTANCE.items():
        name = f"{UWV}isCharacterizedByOccupationCircumstance_{word}"
        found[name] = Link("CONDITION", weight, "circumstances", "OccupationCircumstance")
    return found


LINKS = _links()
# Columns of SPARQL answers that are not ?s ?p ?o, and files that are named after a property.
COLUMNS = {
    "label": SKOS + "prefLabel", "l": SKOS + "prefLabel", "preflabel": SKOS + "prefLabel", "altlabel": SKOS + "altLabel",
    "definition": SKOS + "definition", "d": SKOS + "definition", "scopenote": SKOS + "scopeNote",
    "notation": SKOS + "notation", "code": SKOS + "notation", "broader": SKOS + "broader", "type": RDF_TYPE,
    "class": RDF_TYPE, "riasec": CNLO + "hasRIASEC", "hasriasec": CNLO + "hasRIASEC",
    "status": UWV + "hasContentStatus", "hascontentstatus": UWV + "hasContentStatus",
}  # fmt: skip
LINK_FILES = {name.rsplit("#", 1)[-1].lower(): name for name in LINKS}
COLUMNS_AND_LINKS = COLUMNS | LINK_FILES

_MATCH = re.compile(r"^(exact|close|narrow|broad|related)Match(?:TaxonomyItem)?(ESCO|ONET|Kernberoep)")
FOREIGN = {"ESCO": "esco", "ONET": "onet", "Kernberoep": "kernberoep"}


class Match(NamedTuple):
    kind: str
    foreign: str
    version: str


def local_name(address: str) -> str:
    return re.split(r"[#/]", address)[-1]


def match_of(predicate: str) -> Match | None:
    """The mapping that a property stands for."""
    name = local_name(predicate)
    if name == "linkedToISCEDF":
        return Match("RELATED", "isced", "")
    found = _MATCH.match(name)
    if found is None:
        return None
    foreign = FOREIGN[found[2]]
    return Match(found[1].upper(), foreign, "1.2.0" if foreign == "esco" else "")


def class_of_address(address: str) -> str:
    """Addresses of things tell their class: …/id/occupation/0007344452."""
    parts = address.lower().split("/")
    name = parts[-2] if len(parts) > 2 else ""
    known = {one.lower(): one for one in CLASSES} | {"task": "OccupationTask", "circumstance": "OccupationCircumstance"}
    return known.get(name, "")
