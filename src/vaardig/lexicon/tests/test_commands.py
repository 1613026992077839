"""`vaardig lexicon …` and `vaardig recognise`: JSON out, sentences and exit status 2 for what cannot be used."""

import io
import json
import sys

import pytest

from skillcore.recognise import Suggestion
from vaardig.base.commands import CannotUse
from vaardig.lexicon import recognising
from vaardig.lexicon.commands import importing, looking
from vaardig.lexicon.commands import recognising as recognise_command
from vaardig.lexicon.models import Concept
from vaardig.lexicon.tests.shelf import FIXTURES, copy_of, everything, keep_basis, keep_esco, skill


@pytest.fixture
def vaardig(capsys, monkeypatch):
    """Run a command as the shell does; gives (status, out, err)."""
    from config import cli

    def run(*args, given=None):
        if given is not None:
            raw = given if isinstance(given, bytes) else given.encode()
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        try:
            parsed = cli.build_parser().parse_args([str(arg) for arg in args])
            status = parsed.run(parsed)
        except CannotUse as reason:
            return 2, "", str(reason)
        except SystemExit as stop:
            status = stop.code
        told = capsys.readouterr()
        return status, told.out, told.err

    monkeypatch.setattr(recognise_command, "fill_when_few", lambda: None)
    return run


TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": int | float}


def fits(value, schema):
    """As much of JSON Schema as our commands use."""
    if "type" in schema and not isinstance(schema["type"], list) and not isinstance(value, TYPES[schema["type"]]):
        return False
    if isinstance(value, list):
        return all(fits(one, schema.get("items", {})) for one in value)
    if isinstance(value, dict):
        rest, named = schema.get("additionalProperties", {}), schema.get("properties", {})
        return set(schema.get("required", [])) <= set(value) and all(
            fits(one, named.get(name, rest)) for name, one in value.items()
        )
    return True


@pytest.fixture
def answers(monkeypatch):
    """A recogniser that always says the same: what the command does with it is what counts here."""
    said = Suggestion("ramen-lappen", "Ramen lappen", "basis", (skill(1),), 0.87654, ("lap de ramen",))
    monkeypatch.setattr(recognising, "recognise", lambda **asked: (said,) if "ramen" in asked["text"] else ())


def test_an_import_reports_as_json_and_twice_changes_nothing(db, vaardig):
    status, out, _ = vaardig(
        "lexicon", "import", "esco", FIXTURES / "esco-1.2.0-en", "--lang", "en", "--no-index", "--json"
    )
    told = json.loads(out)

    assert status == 0
    assert told["counts"]["parts"]["skills"] == 10
    assert fits(told, importing.SCHEMA)

    before = everything()
    _, out, err = vaardig("lexicon", "import", "esco", FIXTURES / "esco-1.2.0-en", "--no-index")

    assert "Nothing changed: this version was here already." in out
    assert everything() == before
    assert "━" not in err, "no bar where there is no terminal"


def test_a_broken_import_stores_nothing_and_says_why(db, vaardig, tmp_path):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    file = folder / "broaderRelationsSkillPillar_en.csv"  # the last that is read
    file.write_text(file.read_text("utf-8") + "kapot\n", "utf-8")

    status, _, err = vaardig("lexicon", "import", "esco", folder, "--no-index")

    assert (status, Concept.objects.count()) == (2, 0)
    assert "broaderRelationsSkillPillar_en.csv, line 7: has 1 columns where the header has 4" in err


def test_competentnl_without_a_key_says_where_to_get_one(db, vaardig, settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.delenv("VAARDIG_COMPETENTNL_KEY", raising=False)

    status, _, err = vaardig("lexicon", "import", "competentnl")

    assert status == 2
    assert "VAARDIG_COMPETENTNL_KEY" in err


def test_stats_count_per_scheme_version_and_language(db, vaardig):
    keep_esco("esco-1.2.0-en")
    keep_esco("esco-1.2.1-nl")

    _, out, _ = vaardig("lexicon", "stats", "--json")
    told = json.loads(out)
    esco = told["schemes"][0]

    assert fits(told, looking.STATS)
    assert [one["version"] for one in esco["versions"]] == ["1.2.0", "1.2.1"]
    assert esco["concepts"] == {"GROUP": 10, "KNOWLEDGE": 3, "OCCUPATION": 4, "SKILL": 7}
    assert (esco["concepts_no_longer_current"], esco["concepts_named_in"]["nl"]["SKILL"]) == (1, 7)
    assert esco["relations_by_list"]["occupationSkillRelations"] == 10
    assert esco["labels"]["en"]["LABEL"] == 24


def test_search_answers_with_what_the_words_met(db, vaardig):
    keep_basis()

    _, out, _ = vaardig("lexicon", "search", "ruiten", "zemen", "--json")
    told = json.loads(out)

    assert fits(told, looking.FOUND)
    assert (told["found"][0]["concept"], told["found"][0]["matched"]) == ("ramen-lappen", "ramen zemen")


def test_recognise_on_an_empty_lexicon_loads_basistaal_first(db, vaardig, answers, settings, tmp_path):
    copy_of("basis", tmp_path / "lexicon")
    settings.CONTENT_DIR = tmp_path

    status, out, _ = vaardig("recognise", "--json", given="ik lap de ramen")

    assert (status, Concept.objects.filter(scheme__key="basis").count()) == (0, 11)
    assert json.loads(out) == {
        "suggestions": [
            {
                "concept": "ramen-lappen",
                "label": "Ramen lappen",
                "scheme": "basis",
                "mappings": [skill(1)],
                "score": 0.8765,
                "because": ["lap de ramen"],
            }
        ]
    }
    assert fits(json.loads(out), recognise_command.SCHEMA)


def test_a_text_a_file_and_a_pipe_are_the_same(db, vaardig, answers, tmp_path):
    keep_basis()
    file = tmp_path / "verhaal.txt"
    file.write_text("ik lap de ramen", "utf-8")

    told = [
        vaardig("recognise", "ik lap de ramen")[1],
        vaardig("recognise", file)[1],
        vaardig("recognise", "--file", file)[1],
        vaardig("recognise", "-", given="ik lap de ramen")[1],
    ]

    assert set(told) == {"0.88  Ramen lappen  (lap de ramen)\n"}
    assert vaardig("recognise", "ik slaap")[1] == "Nothing was recognised.\n"


def test_a_line_in_gives_a_line_out(db, vaardig, answers, tmp_path):
    keep_basis()
    lines = '{"id": 1, "text": "ik lap de ramen"}\n\n{"id": "b", "text": "ik slaap 😀"}\n'
    file = tmp_path / "in.jsonl"
    file.write_text(lines, "utf-8")

    _, piped, _ = vaardig("recognise", "--jsonl", given=lines)
    _, read, _ = vaardig("recognise", "--jsonl", file)

    assert piped == read
    assert [(one["id"], len(one["suggestions"])) for one in map(json.loads, piped.splitlines())] == [(1, 1), ("b", 0)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("niets", "in.jsonl, line 2: this is not JSON"),
        ("[]", "in.jsonl, line 2: must be an object with id and text"),
        ('{"text": "x"}', "in.jsonl, line 2: id is missing"),
        ('{"id": true, "text": "x"}', "in.jsonl, line 2: id is missing"),
        ('{"id": 1}', "in.jsonl, line 2: text is missing"),
        ('{"id": 1, "text": 3}', "in.jsonl, line 2: text is missing or is no text"),
        ('{"id": 1, "text": " "}', "in.jsonl, line 2: text is empty"),
        ('{"id": 1, "text": "' + "x" * 1_000_000 + '"}', "in.jsonl, line 2: longer than 1000000 bytes"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_answered(db, vaardig, answers, tmp_path, line, sentence):
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": 0, "text": "ik lap de ramen"}\n' + line + "\n", "utf-8")

    status, out, err = vaardig("recognise", "--jsonl", file)

    assert (status, out) == (2, "")
    assert sentence in err


@pytest.mark.parametrize(
    ("args", "given", "sentence"),
    [
        (["recognise"], "", "The text is empty. Tell in a sentence or more what you do"),
        (["recognise"], "x" * 1_000_000, "The text is too long: 1000000 of at most 100000 characters."),
        (["recognise"], b"\xff\xfe\x00", "standard input is not UTF-8 (byte 1)."),
        (["recognise", "weg.docx"], None, "There is no file weg.docx. Check the name."),
        (["recognise", "--file", "weg"], None, "There is no file weg. Check the name."),
        (["recognise", "--scheme", "onet", "ik lap"], None, "--scheme onet is not in the lexicon. It holds: basis."),
        (["lexicon", "search", "x"], None, "Search with 2 to 100 letters"),
        (["lexicon", "import", "esco"], None, "Name the folder with the official ESCO files"),
        (["lexicon", "import", "esco", "/weg"], None, "There is no folder or file /weg."),
    ],
)
def test_what_cannot_be_used_gets_a_sentence_and_status_2(db, vaardig, args, given, sentence):
    keep_basis()

    status, _, err = vaardig(*args, given=given)

    assert status == 2
    assert sentence in err


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1000000", "²"])
def test_a_limit_out_of_bounds_is_refused(vaardig, limit):
    assert vaardig("recognise", "--limit", limit, "ik lap")[0] == 2


def test_index_says_what_it_made_and_what_is_to_go(db, vaardig, monkeypatch):
    from vaardig.lexicon.commands import indexing
    from vaardig.lexicon.tests.test_recognising import Counted

    keep_basis()
    monkeypatch.setattr(indexing, "load_embedder", Counted)
    monkeypatch.setattr(indexing, "take_shipped", lambda *, model, texts: texts)

    assert vaardig("lexicon", "index", "--limit", "3", "--json")[1] == '{\n  "model": "counted",\n  "made": 3\n}\n'
    assert vaardig("lexicon", "index")[1].endswith("vectors made, 0 to go.\n")

    monkeypatch.setattr(indexing, "load_embedder", lambda: None)
    assert "There is no encoder on this machine" in vaardig("lexicon", "index")[2]


def test_stopping_the_index_keeps_what_was_made(db, vaardig, monkeypatch):
    from vaardig.lexicon.commands import indexing
    from vaardig.lexicon.tests.test_recognising import Counted

    keep_basis()
    monkeypatch.setattr(indexing, "load_embedder", lambda: Counted(stop_after=0))

    status, _, err = vaardig("lexicon", "index")

    assert (status, "Stopped. What was made is kept" in err) == (130, True)


def test_a_cv_with_a_password_gets_a_sentence(db, vaardig, tmp_path):
    file = tmp_path / "cv.docx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)

    status, _, err = vaardig("recognise", file)

    assert (status, err) == (2, "cv.docx: This file has a password. Save it without a password and try again.")


@pytest.mark.parametrize("command", [["recognise"], ["lexicon", "stats"], ["lexicon", "search"], ["lexicon", "import"]])
def test_every_command_tells_its_schema(vaardig, command):
    status, out, _ = vaardig(*command, "--schema")

    assert status == 0
    assert json.loads(out)["type"] == "object"
