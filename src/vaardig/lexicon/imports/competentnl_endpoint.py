"""Fetch CompetentNL from its SPARQL endpoint into a folder, page by page; what was fetched is never fetched again.

Only this host, only https, no redirects, ten seconds and 20 MB per page (SECURITY §12). Afterwards everything works
from the folder, without the network.
"""

import http.client
import ipaddress
import json
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports import competentnl_terms as terms

HOST = "sparql.competentnl.nl"
PAGE, PAGES = 10_000, 200
SECONDS, SIZE = 10, 20_000_000
DONE = "complete"
Ask = Callable[[str], bytes]
Step = Callable[[str], None]

PROPERTIES = (
    terms.RDF_TYPE, *terms.NAMES, *terms.NODES, terms.SKOSXL + "literalForm", *terms.TEXTS, terms.SKOS + "notation",
    terms.UWV + "hasContentStatus", terms.CNLO + "hasRIASEC", *terms.LINKS,
    *(f"{terms.UWV}{closeness}MatchTaxonomyItem{to}" for closeness in ("exact", "close", "narrow", "broad")
      for to in ("ESCOBeroep", "ONETBeroep")),
    terms.UWV + "broadMatchTaxonomyItemKernberoep", terms.UWV + "broadMatchTaxonomyItemISCOUnitGroup",
    *(f"{terms.CNLO}{closeness}MatchESCO" for closeness in ("exact", "close", "narrow", "broad")),
    terms.CNLO + "closeMatchONET", terms.CNLO + "linkedToISCEDF",
)  # fmt: skip


def query(predicate: str, page: int) -> str:
    """One property at a time: the endpoint knows no FROM, and wants a LIMIT."""
    only = ""
    if predicate == terms.RDF_TYPE:
        classes = [f"<{terms.CNLO}{name}>" for name in ("Occupation", "HumanCapability", "KnowledgeArea")]
        classes += [f"<{terms.UWV}{name}>" for name in ("OccupationTask", "OccupationCircumstance")]
        only = f"VALUES ?o {{ {' '.join(classes)} }} "
    start = page * PAGE
    return (
        f"SELECT ?s ?p ?o WHERE {{ {only}VALUES ?p {{ <{predicate}> }} ?s ?p ?o }} "
        f"ORDER BY ?s ?o LIMIT {PAGE} OFFSET {start}"
    )


def fetch(folder: Path, ask: Ask, step: Step = lambda name: None) -> None:
    """Fill the folder. Stopped half-way, it goes on where it was."""
    folder.mkdir(parents=True, exist_ok=True)
    for predicate in PROPERTIES:
        name = terms.local_name(predicate)
        namespace = "xl" if predicate.startswith(terms.SKOSXL) else ""
        step(name)
        for page in range(PAGES):
            place = folder / f"{name}{namespace}-{page:03}.json"
            if not place.is_file():
                _keep(place, ask(query(predicate, page)))
            if len(json.loads(place.read_bytes())["results"]["bindings"]) < PAGE:
                break
    (folder / DONE).write_text("")


def _keep(place: Path, raw: bytes) -> None:
    try:
        json.loads(raw)["results"]["bindings"]
    except (ValueError, KeyError, TypeError) as error:
        raise CannotImport(f"{HOST} gave no SPARQL answer for {place.stem}. Try again later.") from error
    half = place.with_suffix(".half")
    half.write_bytes(raw)
    half.replace(place)


def newest_cache(base: Path) -> Path | None:
    """The newest folder that was fetched to the end."""
    done = sorted(mark.parent for mark in base.glob(f"*/{DONE}"))
    return done[-1] if done else None


def endpoint(key: str) -> Ask:
    """A function that asks the real endpoint."""

    def ask(question: str) -> bytes:
        body = urlencode({"query": question, "format": "application/sparql-results+json"})
        headers = {
            "apikey": key,
            "Accept": "application/sparql-results+json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = _Pinned(HOST, timeout=SECONDS, context=ssl.create_default_context())
        try:
            connection.request("POST", "/", body, headers)
            answer = connection.getresponse()
            raw = answer.read(SIZE + 1)
        except (OSError, http.client.HTTPException) as error:
            raise CannotImport(
                f"{HOST} cannot be reached ({error}). What was fetched is kept; try again later."
            ) from error
        finally:
            connection.close()
        if answer.status in (401, 403):
            raise CannotImport(f"{HOST} refuses the key. Check VAARDIG_COMPETENTNL_KEY.")
        if answer.status != 200 or len(raw) > SIZE:
            raise CannotImport(f"{HOST} answered {answer.status}. What was fetched is kept; try again later.")
        return raw

    return ask


class _Pinned(http.client.HTTPSConnection):
    """Connects to the address that was checked, so that a name cannot lead us inside."""

    def connect(self) -> None:
        found = socket.getaddrinfo(self.host, 443, type=socket.SOCK_STREAM)
        where = str(found[0][4][0])
        if not ipaddress.ip_address(where).is_global:
            raise OSError("the name leads to an address inside")
        bare = socket.create_connection((where, 443), timeout=self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(bare, server_hostname=self.host)
