"""A new version: names change and stay known, concepts go and are never deleted, claims keep what they point at."""

from vaardig.lexicon import queries
from vaardig.lexicon.models import Concept, Label, Relation
from vaardig.lexicon.tests.shelf import concept, keep_basis, keep_esco, names_of, work


def test_a_changed_name_stays_in_the_history(db):
    keep_esco("esco-1.0.8-nl")
    keep_esco("esco-1.2.1-nl")

    old = Label.objects.get(concept__key=work(3), text="haarkapper", role="LABEL")

    assert names_of(work(3), role="LABEL", is_current=True) == {"kapper"}
    assert (old.since.version, old.until.version, old.is_current) == ("1.0.8", "1.0.8", False)


def test_a_concept_that_is_gone_is_not_current_and_never_deleted(db):
    keep_esco("esco-1.0.8-nl")
    lieutenant = concept(work(5))
    keep_esco("esco-1.2.1-nl")

    lieutenant.refresh_from_db()

    assert (lieutenant.is_current, lieutenant.until.version) == (False, "1.0.8")
    assert queries.words_for([lieutenant.pk], "nl")[lieutenant.pk].label == "luitenant"


def test_a_partial_list_takes_no_concept_away(db):
    keep_esco("esco-1.2.0-en")
    keep_esco("esco-1.2.1-nl-partial")

    assert Concept.objects.filter(part="skills", is_current=True).count() == 10
    assert Relation.objects.filter(part="occupationSkillRelations", is_current=True).count() == 10


def test_what_a_whole_list_no_longer_has_is_not_current(db):
    keep_esco("esco-1.1-nl")
    Relation.objects.create(
        source=concept(work(2)),
        target=concept(work(3)),
        kind="OPTIONAL",
        part="occupationSkillRelations",
        since=concept(work(2)).since,
        until=concept(work(2)).since,
    )

    keep_esco("esco-1.2.1-nl")

    assert Relation.objects.filter(part="occupationSkillRelations", is_current=False).count() == 1


def test_basistaal_can_be_repaired_within_its_version(db, tmp_path):
    from vaardig.lexicon.tests.shelf import copy_of

    keep_basis()
    place = copy_of("basis", tmp_path)
    file = place / "skills" / "zorg.yaml"
    file.write_text(file.read_text("utf-8").replace("Haar knippen", "Haren knippen"), "utf-8")
    keep_basis(place)

    assert names_of("haar-knippen", scheme="basis", role="LABEL", language="nl") == {"Haren knippen"}

    file.unlink()
    outcome = keep_basis(place)

    assert concept("haar-knippen", "basis").is_current is False
    assert keep_basis(place).is_empty
    assert outcome.changes["concepts"].gone == 0


def test_content_says_what_replaced_what(db, tmp_path, settings):
    from vaardig.lexicon.basis_faults import replacement_faults
    from vaardig.lexicon.tests.shelf import copy_of

    keep_basis()
    settings.CONTENT_DIR = tmp_path
    place = copy_of("basis", tmp_path / "lexicon")
    (place / "skills" / "zorg.yaml").unlink()
    file = tmp_path / "lexicon" / "replacements.yaml"
    file.write_text("replacements:\n  skills:\n    haar-knippen: [dweilen, ramen-lappen]\n", "utf-8")

    keep_basis(place)

    assert [one.key for one in queries.current(concept("haar-knippen", "basis"))] == ["dweilen", "ramen-lappen"]
    assert list(replacement_faults()) == []

    file.write_text("replacements:\n  skills:\n    dweilen: [weg]\n", "utf-8")
    assert list(replacement_faults()) == [
        "lexicon/replacements.yaml: 'dweilen' is replaced, but still stands in Basistaal",
        "lexicon/replacements.yaml: 'weg' does not exist",
    ]

    file.write_text("replacements:\n  skills:\n    dweilen: weg\n", "utf-8")
    assert list(replacement_faults()) == [
        "lexicon/replacements.yaml: under 'skills' each old key needs a list of new keys"
    ]


def test_a_replaced_concept_leads_to_what_it_is_called_now(db):
    keep_basis()
    old, new, newest = (concept(key, "basis") for key in ("haar-knippen", "dweilen", "ramen-lappen"))
    Concept.objects.filter(pk__in=[old.pk, new.pk]).update(is_current=False)
    for source, target in ((old, new), (new, newest), (newest, old)):
        Relation.objects.create(
            source=source, target=target, kind="REPLACED_BY", part="replaced", since=old.since, until=old.since
        )
    old.refresh_from_db()

    assert queries.current(old) == (newest,)
    assert queries.current(newest) == (newest,)
