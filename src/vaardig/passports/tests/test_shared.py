"""What others see: only through a live share, every look in her log, and nothing she keeps to herself."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from vaardig.base.models import AuditEntry
from vaardig.passports.models import Observation
from vaardig.passports.services import claims, evidence
from vaardig.people.models import Share


def at(name, thing, *more):
    return reverse(f"passports:{name}", args=[thing.public_id, *more])


def looks():
    return AuditEntry.objects.filter(action="look").count()


@pytest.mark.row("B21")
def test_bram_sees_what_amira_shares_and_she_reads_that_he_looked(visit, passport):
    page = visit("bram", at("shared_passport", passport))
    words = " ".join(page.select_one("main").get_text().split())

    assert page.h1.get_text(strip=True) == "Wat Amira kan"
    assert page.select_one(".watermark").get_text(" ", strip=True).startswith("Gedeeld met Bram voor begeleiding, tot")
    assert len(page.select(".shared-skill")) == 7
    assert "Koken op het buurtfeest" in words
    assert looks() == 1
    assert "Bram" in visit("amira", "/wie-keek-er/").get_text()


def test_no_liever_niet_no_story_nothing_confidential_reaches_others(visit, passport, claim, me):
    evidence.add_witness(claim=claim, title="", witness="Mevrouw Geheim", by=me, now=timezone.now())
    claim.evidence.update(is_confidential=True)

    words = visit("bram", at("shared_passport", passport)).get_text()

    assert "Geheim" not in words
    assert "liever niet" not in words
    assert "elke dag kantoren" not in words
    assert "Dit wil ik doen in mijn werk" in words


@pytest.mark.row("B21")
@pytest.mark.parametrize("who", ["chantal", "dirk", "els", "farid", "amira"])
def test_without_a_share_it_does_not_exist(visit, passport, claim, who):
    seen = claim.observations.get(source="GUIDE")

    visit(who, at("shared_passport", passport), status=404)
    visit(who, at("observe", claim), status=404)
    visit.post(who, at("observe", claim), {"example": "x", "level": ""}, status=404)
    visit(who, at("take_shared", passport, "pdf"), status=404)
    visit.post(who, at("change_observation", seen), {"example": "x"}, status=404)
    assert looks() == 0


@pytest.mark.row("B21")
def test_a_share_that_stops_closes_at_the_next_request(visit, passport, claim, stop_sharing):
    visit("bram", at("shared_passport", passport))
    stop_sharing()

    visit("bram", at("shared_passport", passport), status=404)
    visit("bram", at("observe", claim), status=404)
    assert "Amira" not in visit("bram", "/").select_one("main").get_text()
    assert "Amira" not in visit("bram", "/gedeeld/").get_text()


def test_a_share_of_one_skill_opens_that_skill(visit, passport, claim, share_with):
    share_with("dirk", ("claim", claim.public_id), purpose="TALK")

    page = visit("dirk", at("shared_passport", passport))

    assert [skill.h3.get_text(strip=True) for skill in page.select(".shared-skill")] == ["Ramen lappen"]
    other = passport.claims.get(words="Thuis koken")
    visit("dirk", at("observe", other), status=404)
    visit("dirk", at("observe", claim))


def test_what_she_takes_out_is_out_for_others_too(visit, passport, claim, me):
    claims.remove(claim=claim, by=me, now=timezone.now())

    assert "Ramen lappen" not in visit("bram", at("shared_passport", passport)).get_text()
    visit("bram", at("observe", claim), status=404)


@pytest.mark.row("B21")
@pytest.mark.parametrize(("who", "source"), [("bram", "GUIDE"), ("chantal", "TRAINER"), ("dirk", "LEADER")])
def test_who_sees_it_may_tell_what_she_saw(visit, passport, claim, share_with, who, source):
    if who != "bram":
        share_with(who)

    visit.post(who, at("observe", claim), {"example": "Zij zeemde alle ruiten.", "level": "3"})

    seen = Observation.objects.latest("pk")
    assert (seen.source, seen.level, seen.maker_name, seen.maker_organisation) == (
        source,
        3,
        who.capitalize(),
        "Gemeente Lindeveen",
    )
    assert "Zij zeemde alle ruiten." in visit("amira", at("claim", claim)).get_text()


def test_an_example_without_words_is_refused(visit, claim):
    response = visit.post("bram", at("observe", claim), {"example": "", "level": "3"}, status=422)

    assert "Schrijf op wat je zag" in response.content.decode()
    assert claim.observations.count() == 2


@pytest.mark.row("B21")
def test_its_maker_changes_it_for_thirty_days_and_nobody_else(visit, claim, passport, share_with):
    seen = claim.observations.get(source="GUIDE")
    share_with("chantal")
    visit.post("chantal", at("change_observation", seen), {"example": "Anders", "level": ""}, status=404)
    visit.post("amira", at("change_observation", seen), {"example": "Anders", "level": ""}, status=404)

    visit.post("bram", at("change_observation", seen), {"example": "Zij lapte snel.", "level": ""})
    seen.refresh_from_db()
    assert (seen.example, seen.level) == ("Zij lapte snel.", None)

    seen.created_at = timezone.now() - timezone.timedelta(days=31)
    seen.save()
    assert "Verander wat je schreef" not in visit("bram", at("shared_passport", passport)).get_text()
    response = visit.post("bram", at("change_observation", seen), {"example": "Laat", "level": ""}, status=422)
    assert "ouder dan 30 dagen" in response.content.decode()


@pytest.mark.row("B21")
def test_a_copy_only_when_she_said_so(visit, passport, claim, share_with):
    visit("bram", at("take_shared", passport, "pdf"), status=404)
    share_with("bram", may_download=True)
    before = looks()

    pdf = visit("bram", at("take_shared", passport, "pdf"))
    data = json.loads(visit("bram", at("take_shared", passport, "json")).content)

    assert pdf["Content-Disposition"] == 'attachment; filename="paspoort.pdf"'
    assert (data["for_owner"], looks() - before) == (False, 2)
    assert "RATHER_NOT" not in json.dumps(data)
    visit("bram", at("take_shared", passport, "exe"), status=404)
    assert "Bewaar als PDF" in visit("bram", at("shared_passport", passport)).get_text()


def test_a_file_goes_through_the_same_door(visit, passport, claim, me, settings, tmp_path, stop_sharing):
    from vaardig.passports.tests.test_skills import photo

    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    shown = evidence.add_file(claim=claim, kind="PHOTO", title="Raam", upload=photo(), by=me, now=now)
    kept = evidence.add_file(claim=claim, kind="PHOTO", title="", upload=photo(), is_confidential=True, by=me, now=now)
    told = passport.claims.get(words="Thuis koken").evidence.get()

    before = looks()
    assert visit("bram", at("evidence_file", shown))["Content-Type"] == "image/jpeg"
    assert looks() == before + 1
    visit("bram", at("evidence_file", kept), status=404)
    visit("bram", at("evidence_file", told), status=404)
    visit("farid", at("evidence_file", shown), status=404)
    assert visit(None, at("evidence_file", shown), status=302)["Location"] == "/kaartje/"
    stop_sharing()
    visit("bram", at("evidence_file", shown), status=404)


@pytest.mark.row("B18", "B01")
def test_a_leader_sees_talents_outside_the_job_only_when_she_shares_them(visit, passport, share_with):
    visit("dirk", at("shared_passport", passport), status=404)
    share_with("dirk", purpose="TALK")

    words = visit("dirk", at("shared_passport", passport)).get_text()

    assert "Thuis koken" in words
    assert "Als vrijwilliger" in words


def test_staff_homes_say_who_shares_and_nothing_about_who_does_not(visit, town):
    assert "Amira deelt met jou" in visit("bram", "/").get_text()
    for who in ("chantal", "dirk", "farid"):
        words = visit(who, "/").select_one("main").get_text()
        assert "Amira" not in words
        assert "0" not in words
    assert "Bekijk de organisatie" in visit("els", "/").get_text()
    visit("els", "/gedeeld/", status=404)


def test_as_many_queries_for_thirty_skills_as_for_ten(visit, passport, add_many):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (10, 30):
        add_many(number)
        visit.enter("bram")
        visit.client.get(at("shared_passport", passport))
        with CaptureQueriesContext(connection) as asked:
            visit.client.get(at("shared_passport", passport))
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[1] <= 30


def test_an_expired_share_opens_nothing(visit, passport):
    now = timezone.now()
    Share.objects.update(starts_at=now - timezone.timedelta(days=9), ends_at=now - timezone.timedelta(seconds=1))

    visit("bram", at("shared_passport", passport), status=404)
