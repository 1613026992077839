"""`vaardig suggest-options` and `vaardig find-route` on Basistaal as it ships."""

import json

from tests.cast import NOW
from vaardig.lexicon.models import Concept
from vaardig.options import demand
from vaardig.options.given import GivenSkill
from vaardig.options.tests.commands.told import CARING, CLEANING, skills
from vaardig.passports import queries
from vaardig.passports.export import as_json
from vaardig.passports.models import Passport
from vaardig.passports.services import claims


def keys_of(found):
    return [one["concept"].removeprefix("occupation:") for one in found["options"]]


def test_a_cleaner_who_cares_for_her_mother_sees_care_work_with_what_is_missing(basistaal, options):
    found = options(skills(*CLEANING, *CARING))

    care = next(one for one in found["options"] if one["concept"] == "occupation:zorghulp")
    assert any("schoonmaker" in key or "huishoudelijk" in key for key in keys_of(found))
    assert care["rank"] <= 10
    assert {"gezelschap-houden", "helpen-bij-eten"} <= {one["skill"] for one in care["met"]}
    assert care["missing"]
    assert any(one["text"].startswith("Nog te leren: ") for one in care["reasons"])


def test_the_passport_of_a_bookkeeper_does_not_get_nursing_on_top(basistaal, options):
    work = Concept.objects.get(key="occupation:boekhouder")
    asked = work.relations.filter(kind__in=["ESSENTIAL", "IMPORTANT"]).values_list("target__key", flat=True)

    found = options(skills(*asked))

    fields = dict(Concept.objects.filter(kind="OCCUPATION").values_list("key", "field"))
    assert keys_of(found)[0] == "boekhouder"
    assert [one["concept"] for one in found["options"][:5] if fields[one["concept"]].startswith("zorg")] == []


def test_cannot_lift_takes_lifting_work_away_and_says_so(basistaal, options):
    lifting = set(Concept.objects.filter(kind="OCCUPATION", relations__target__key="ZW").values_list("key", flat=True))

    found = options(skills(*CLEANING, *CARING, conditions={"ZW": "NO"}), "--limit", "1000")

    assert lifting.isdisjoint(one["concept"] for one in found["options"])
    assert {one["concept"] for one in found["closed"]} == lifting
    assert found["closed"][0]["text"] == "Jij zei “kan niet” bij: Zwaar tillen of duwen."
    assert found["openings"][0]["alone"] == len(lifting)


def test_closed_work_opens_when_she_asks(basistaal, options):
    closed = options(skills(*CARING, conditions={"ZW": "NO"}))["closed"][0]["concept"]

    found = options(skills(*CARING, conditions={"ZW": "NO"}), "--open", closed, "--limit", "1000")

    one = next(one for one in found["options"] if one["concept"] == closed)
    assert one["reasons"][0]["code"] == "CLOSED"


def test_two_runs_give_the_same_bytes_and_the_order_of_the_input_does_not_count(basistaal, vaardig):
    given = skills(*CLEANING, *CARING, conditions={"ZW": "RATHER_NOT", "BU": "NICE"}, interests=["S"])
    turned = given | {"skills": given["skills"][::-1], "conditions": dict(reversed(given["conditions"].items()))}

    runs = [vaardig("suggest-options", "-", "--json", given=one)[1] for one in (given, given, turned)]
    demand.forget()
    runs.append(vaardig("suggest-options", "-", "--json", given=given)[1])

    assert len(set(runs)) == 1


def test_no_score_leaves_the_command(basistaal, vaardig):
    _, out, _ = vaardig("suggest-options", "-", "--json", given=skills(*CLEANING))

    assert '"fit"' not in out
    assert "%" not in out


def test_the_answer_is_what_the_schema_says(basistaal, vaardig, options):
    _, out, _ = vaardig("suggest-options", "--schema")
    schema = json.loads(out)["output"]

    found = options(skills(*CARING, "toverspreuken", conditions={"ZW": "NO", "BU": "MUST"}))

    assert set(found) == set(schema["properties"])
    assert set(found["options"][0]) == set(schema["properties"]["options"]["items"]["properties"])


def test_unknown_skills_are_named_and_stop_nothing(basistaal, options):
    found = options(skills("dweilen", "toverspreuken"))

    assert found["unknown"] == ["toverspreuken"]
    assert found["next"] == "Sommige woorden kennen we niet. Kies er woorden bij die we kennen."
    assert found["options"][0]["met"][0]["skill"] == "dweilen"


def test_an_empty_passport_gets_a_useful_next_step(basistaal, options):
    found = options(skills())

    assert found["next"].startswith("Dit paspoort is nog leeg.")
    assert len(found["options"]) == 20


def test_when_everything_is_cannot_she_hears_which_one_brings_work_back(basistaal, options):
    facets = Concept.objects.filter(kind="CONDITION").values_list("key", flat=True)

    found = options(skills(conditions=dict.fromkeys(facets, "NO")))

    assert found["next"].startswith("Je “kan niet” haalt al het werk weg.") or found["total"]
    assert found["openings"]
    assert found["openings"][0]["text"].startswith("“")


def test_wishes_may_stand_in_a_file_of_their_own(basistaal, vaardig, tmp_path):
    passport, wishes = tmp_path / "passport.json", tmp_path / "wishes.json"
    passport.write_text(json.dumps(skills(*CARING)), "utf-8")
    wishes.write_text(json.dumps({"conditions": {"ZW": "NO"}, "interests": ["S"]}), "utf-8")

    status, out, _ = vaardig("suggest-options", passport, "--wishes", wishes, "--json")
    wishes.write_text(json.dumps({"skills": []}), "utf-8")
    refused = vaardig("suggest-options", passport, "--wishes", wishes)

    assert (status, bool(json.loads(out)["closed"])) == (0, True)
    assert refused[0] == 2
    assert refused[2].startswith("skills kennen we hier niet.")


def test_tasks_are_options_too(basistaal, options):
    found = options(skills("stofzuigen", "dweilen", "sanitair-schoonmaken"), "--kind", "task")

    assert {one["concept"].partition(":")[0] for one in found["options"]} == {"task"}
    assert found["options"][0]["met"]


def test_people_can_read_it_in_dutch_and_english(basistaal, vaardig):
    dutch = vaardig("suggest-options", "-", "--limit", "3", given=skills(*CLEANING))[1]
    english = vaardig("suggest-options", "-", "--limit", "3", "--lang", "en", given=skills(*CLEANING))[1]

    assert "Je kunt al: " in dutch
    assert dutch != english


def test_an_exported_passport_goes_in_as_it_is(cast, basistaal, options):
    amira = cast["amira"]
    for key in ("dweilen", "stofzuigen"):
        concept = Concept.objects.get(scheme__key="basis", key=key)
        claims.add_concept(owner=amira.person, concept=concept, by=amira.actor, now=NOW)
    passport = Passport.objects.get(owner=amira.person)
    lines = queries.lines(queries.live_claims(passport), language="nl")
    exported = as_json(passport, lines, language="nl", now=NOW)

    found = options(exported)

    assert {one["skill"] for one in found["options"][0]["met"]} <= {"dweilen", "stofzuigen"}
    assert found["unknown"] == []


# ── routes ───────────────────────────────────────────────────────────────────────────────────────────
def test_a_route_goes_from_small_to_large_with_a_form_for_each_step(basistaal, vaardig):
    status, out, _ = vaardig("find-route", "-", "--to", "zorghulp", "--json", given=skills(*CARING))

    route = json.loads(out)
    assert status == 0
    assert route["target"]["label"] == "Zorghulp"
    assert [step["number"] for step in route["steps"]] == list(range(1, 9))
    assert all(step["form"] and step["because"] and step["text"] for step in route["steps"])
    assert route["total"] >= len(route["steps"])
    assert {one["paper"] for one in route["arrange"]} == {"VOG", "BBL"}


def test_a_route_is_the_same_twice_and_fits_its_schema(basistaal, vaardig):
    runs = [vaardig("find-route", "-", "--to", "verzorgende", "--json", given=skills(*CARING))[1] for _ in range(2)]
    schema = json.loads(vaardig("find-route", "--schema")[1])["output"]

    assert runs[0] == runs[1]
    assert set(json.loads(runs[0])) == set(schema["properties"])
    assert set(json.loads(runs[0])["steps"][0]) == set(schema["properties"]["steps"]["items"]["properties"])


def test_a_bridge_is_nearer_and_leads_on(basistaal, vaardig):
    _, out, _ = vaardig("find-route", "-", "--to", "verzorgende", "--json", given=skills(*CARING))

    bridges = json.loads(out)["bridges"]
    assert "GROWTH" in {one["via"] for one in bridges}
    assert all(one["teaches"] for one in bridges)


def test_who_can_do_it_all_is_told_to_try(basistaal, vaardig):
    work = Concept.objects.get(key="occupation:schoonmaker-kantoor")
    asked = work.relations.filter(kind__in=["ESSENTIAL", "IMPORTANT", "OPTIONAL"]).values_list("target__key", flat=True)

    _, out, _ = vaardig("find-route", "-", "--to", "schoonmaker-kantoor", "--json", given=skills(*asked))

    assert json.loads(out)["next"] == "Je kunt al wat dit werk vraagt. Probeer het een dag."


# ── skills of one scheme in another ──────────────────────────────────────────────────────────────────
def test_a_skill_is_found_by_address_and_by_what_is_the_same(basistaal):
    basis = Concept.objects.get(key="ramen-lappen")
    same = basis.mappings.filter(foreign="esco", kind="EXACT").values_list("uri", flat=True)
    address = next(iter(same), None) or basis.mappings.filter(foreign="esco").values_list("uri", flat=True)[0]
    elsewhere = {"scheme": "esco", "key": address, "uri": address}

    placed = demand.place_skills([GivenSkill(concept=elsewhere, level=2), GivenSkill(key=address)])

    assert "ramen-lappen" in placed.levels
    assert placed.unknown == []


def test_the_same_skill_twice_keeps_the_higher_level(basistaal):
    placed = demand.place_skills([GivenSkill(key="dweilen", level=1), GivenSkill(key="dweilen", level=3)])

    assert placed.levels == {"dweilen": 3}


def test_as_many_queries_for_many_skills_as_for_one(basistaal, django_assert_num_queries):
    keys = list(Concept.objects.filter(kind="SKILL").order_by("key").values_list("key", flat=True)[:200])

    with django_assert_num_queries(2):
        demand.place_skills([GivenSkill(key=keys[0])])
    with django_assert_num_queries(2):
        demand.place_skills([GivenSkill(key=key) for key in keys])
