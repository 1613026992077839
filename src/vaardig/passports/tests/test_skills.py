"""One skill: level by example, wish, place, words, evidence; out and back; what others saw."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from vaardig.base.models import AuditEntry
from vaardig.lexicon.models import Concept
from vaardig.passports import texts
from vaardig.passports.models import Claim, Evidence, Level, Observation
from vaardig.passports.services import claims, evidence, observations

SMALL = ["level", "wish", "place", "reword", "show_it"]


def at(name, thing, *more):
    return reverse(f"passports:{name}", args=[thing.public_id, *more])


@pytest.fixture
def fresh(passport):
    """Letten op medicijnen thuis: she said nothing about it yet."""
    return passport.claims.get(words="Letten op medicijnen thuis")


# ── level ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.row("B33")
def test_a_level_is_a_sentence_and_never_a_number(visit, fresh):
    page = visit("amira", at("level", fresh))
    choices = [label.get_text(" ", strip=True) for label in page.select(".levels label")]

    assert len(choices) == 6
    assert choices[-1] == "Weet ik niet"
    assert not any(sign.isdigit() for choice in choices for sign in choice)


@pytest.mark.row("B33")
@pytest.mark.parametrize(("given", "kept"), [("2", 2), ("0", 0), ("", None)])
def test_blank_is_not_zero(visit, fresh, given, kept):
    visit.post("amira", at("level", fresh), {"level": given})

    assert fresh.observations.get(source="SELF").level == kept


@pytest.mark.parametrize("given", ["5", "-1", "veel"])
def test_a_level_outside_the_scale_is_refused(visit, fresh, given):
    response = visit.post("amira", at("level", fresh), {"level": given}, status=422)

    assert "Kies een van de zinnen." in response.content.decode()
    assert not fresh.observations.exists()


@pytest.mark.row("B33")
def test_not_yet_is_kept_and_never_printed(visit, fresh):
    visit.post("amira", at("level", fresh), {"level": "0"})

    mine = visit("amira", reverse("passports:passport")).select_one("main")
    assert "Dit leer ik nog" in mine.get_text()
    assert "nog niet" not in mine.get_text()
    assert "medicijnen" not in visit("amira", reverse("passports:paper")).select_one(".sheet").get_text()
    assert "medicijnen" not in visit("bram", at("shared_passport", fresh.passport)).get_text()
    assert '"value": 0' not in visit("amira", reverse("passports:json")).content.decode()


@pytest.mark.row("B33", "B21")
def test_her_own_view_never_touches_what_others_saw(visit, claim):
    visit.post("amira", at("level", claim), {"level": "1"})

    assert list(claim.observations.order_by("source").values_list("source", "level")) == [("GUIDE", 2), ("SELF", 1)]


def test_the_round_asks_four_things_and_goes_on_to_the_next_skill(visit, fresh):
    steps, address = [], at("level", fresh) + "?rondje=1"
    for data in ({"level": "3"}, {"wish": "USE"}, {"place": "CARE"}):
        page = visit("amira", address)
        steps.append(page.select_one(".progress-steps").get_text(" ", strip=True))
        seen = page.find("input", attrs={"name": "seen"})
        address = visit.post("amira", address, data | ({"seen": seen["value"]} if seen else {}))["Location"]
    page = visit("amira", address)

    assert steps == ["Vraag 1 van 4", "Vraag 2 van 4", "Vraag 3 van 4"]
    assert "rondje=1" in address
    assert page.h1.get_text(strip=True) == "Wil je laten zien dat je dit kunt?"
    fresh.refresh_from_db()
    assert (fresh.wish, fresh.place) == ("USE", "CARE")
    assert visit("amira", reverse("passports:next"), status=302)["Location"] == reverse("passports:passport")


# ── wish, place, words ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "field", "chosen"), [("wish", "wish", "LEARN"), ("place", "place", "HOBBY"), ("wish", "wish", "")]
)
def test_wish_and_place_are_choices_with_weet_ik_niet(visit, claim, name, field, chosen):
    visit.post("amira", at(name, claim), {field: chosen, "seen": claim.version})

    claim.refresh_from_db()
    assert getattr(claim, field) == chosen


@pytest.mark.parametrize("name", ["wish", "place"])
def test_two_open_pages_show_both_choices(visit, claim, name):
    value = {"wish": "LEARN", "place": "HOBBY"}[name]

    response = visit.post("amira", at(name, claim), {name: value, "seen": claim.version - 1}, status=409)

    words = {choice.value: str(choice.label) for choice in [*texts.wishes(), *texts.places()]}
    assert words[value] in response.content.decode()
    assert words[getattr(claim, name)] in response.content.decode()


def test_a_made_up_choice_is_refused(visit, claim):
    visit.post("amira", at("wish", claim), {"wish": "MUST", "seen": claim.version}, status=422)
    visit.post("amira", at("place", claim), {"place": "MOON", "seen": claim.version}, status=422)
    visit.post("amira", at("wish", claim), {"wish": "USE"}, status=422)


@pytest.mark.row("B34")
def test_own_words_stand_beside_the_name_with_a_reference_to_competentnl(visit, claim):
    visit.post("amira", at("reword", claim), {"words": "Ik zeem bij de buren", "seen": claim.version})

    page = visit("amira", at("claim", claim))
    assert "Ik zeem bij de buren" in page.get_text()
    assert page.h1.get_text(strip=True) == "Ramen lappen"
    assert "https://linkeddata.competentnl.nl/" in page.select_one(".addresses").get_text()


def test_own_words_alone_cannot_become_nothing(visit, fresh):
    response = visit.post("amira", at("reword", fresh), {"words": "", "seen": fresh.version}, status=422)
    conflict = visit.post("amira", at("reword", fresh), {"words": "Pillen", "seen": 99}, status=409)

    assert "Schrijf op wat je kunt" in response.content.decode()
    assert "Letten op medicijnen thuis" in conflict.content.decode()


# ── out of the passport, and back ────────────────────────────────────────────────────────────────────


def test_what_is_taken_out_comes_back_with_all_that_hung_on_it(visit, claim):
    visit.post("amira", at("remove", claim))
    page = visit("amira", reverse("passports:passport"))
    assert [row.get_text(strip=True) for row in page.select(".fold .rows__title")] == ["Ramen lappen"]

    visit.post("amira", at("restore", claim))

    claim.refresh_from_db()
    assert (claim.removed_at, claim.observations.count(), claim.wish) == (None, 2, "USE")


def test_a_skill_stands_in_a_passport_once(claim, amira, me):
    now = timezone.now()
    assert claims.add_concept(owner=amira, concept=claim.concept, by=me, now=now) == claim
    assert claims.add_own_words(
        owner=amira, words="taarten BAKKEN voor de hele straat", by=me, now=now
    ).words.startswith("T")

    claims.remove(claim=claim, by=me, now=now)
    twin = Claim.objects.create(passport=claim.passport, concept=claim.concept, created_at=now)
    with pytest.raises(claims.CannotClaim, match="staat al in je paspoort"):
        claims.restore(claim=claim, by=me, now=now)
    assert twin.removed_at is None


def test_five_hundred_is_the_most(amira, me, lexicon, monkeypatch):
    monkeypatch.setattr(claims, "MOST_CLAIMS", 2)
    now = timezone.now()
    for words in ("een", "twee"):
        claims.add_own_words(owner=amira, words=words, by=me, now=now)

    with pytest.raises(claims.CannotClaim, match="maximum"):
        claims.add_concept(owner=amira, concept=Concept.objects.get(key="dweilen"), by=me, now=now)
    with pytest.raises(claims.CannotClaim, match="Schrijf op"):
        claims.add_own_words(owner=amira, words="", by=me, now=now)


# ── what shows it ────────────────────────────────────────────────────────────────────────────────────


def photo(kind="JPEG", size=(40, 30)):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera of Amira"
    Image.new("RGB", size, "teal").save(file, kind, exif=exif)
    return SimpleUploadedFile(f"raam.{kind.lower()}", file.getvalue())


def test_a_story_comes_in_five_small_questions_each_kept_at_once(visit, fresh):
    first = visit.post("amira", at("evidence_new", fresh, "verhaal"), {"text": "Bij mijn moeder"})
    proof = Evidence.objects.get(claim=fresh)
    assert (proof.situation, first["Location"]) == ("Bij mijn moeder", at("evidence_story", proof, "task"))

    address = first["Location"]
    for answer in ("Pillen op tijd", "Ik zette een wekker", "", "Ik vergeet niets"):
        assert visit("amira", address).h1
        address = visit.post("amira", address, {"text": answer})["Location"]

    proof.refresh_from_db()
    assert (proof.task, proof.action, proof.result, proof.reflection) == (
        "Pillen op tijd",
        "Ik zette een wekker",
        "",
        "Ik vergeet niets",
    )
    assert address == at("claim", fresh)
    visit.post("amira", at("evidence_new", fresh, "verhaal"), {"text": ""}, status=422)
    visit("amira", at("evidence_story", proof, "moraal"), status=404)


def test_a_photo_is_drawn_anew_and_comes_back_as_a_download(visit, fresh, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    visit.post("amira", at("evidence_new", fresh, "foto"), {"upload": photo(), "title": "Mijn pillendoos"})
    proof = Evidence.objects.get(claim=fresh)

    response = visit("amira", at("evidence_file", proof))
    body = b"".join(response.streaming_content)

    assert (response["Content-Disposition"], response["Content-Type"]) == (
        'attachment; filename="raam.jpg"',
        "image/jpeg",
    )
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "no-store")
    assert b"Camera of Amira" not in body
    assert proof.file.name.startswith("evidence/")
    assert "raam" not in proof.file.name


@pytest.mark.parametrize(
    ("kind", "upload", "sentence"),
    [
        ("foto", SimpleUploadedFile("x.jpg", b"<svg onload=alert(1)>"), "geen foto die we kunnen openen"),
        ("foto", SimpleUploadedFile("x.jpg", b""), "leeg"),
        ("bestand", SimpleUploadedFile("x.pdf", b"%PDF-1.4 /JavaScript"), "niet veilig openen"),
        ("bestand", SimpleUploadedFile("x.docx", b"PK\x03\x04 broken"), "niet veilig openen"),
        ("bestand", SimpleUploadedFile("x.html", b"<script>"), "niet veilig openen"),
        ("foto", None, "Kies eerst een foto."),
    ],
)
def test_a_file_that_may_do_harm_is_refused_in_words(visit, fresh, kind, upload, sentence):
    data = {"upload": upload} if upload else {}

    response = visit.post("amira", at("evidence_new", fresh, kind), data, status=422)

    assert sentence in response.content.decode()
    assert not Evidence.objects.filter(claim=fresh).exists()


def test_a_link_and_a_name(visit, fresh):
    visit.post("amira", at("evidence_new", fresh, "link"), {"link": "https://www.voorbeeld.nl/x"})
    visit.post("amira", at("evidence_new", fresh, "iemand"), {"witness": "Meneer Jansen"})
    for wrong in ("javascript:alert(1)", "ftp://a.nl/", "geen adres"):
        visit.post("amira", at("evidence_new", fresh, "link"), {"link": wrong}, status=422)

    page = visit("amira", at("claim", fresh))
    assert page.select_one("a[rel~=nofollow]")["href"] == "https://www.voorbeeld.nl/x"
    assert "Meneer Jansen" in page.get_text()
    visit("amira", at("evidence_new", fresh, "tatoeage"), status=404)


def test_evidence_goes_with_its_file(visit, fresh, me, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    proof = evidence.add_file(claim=fresh, kind="PHOTO", title="", upload=photo(), by=me, now=timezone.now())
    assert len(list(tmp_path.rglob("*.jpg"))) == 1

    with django_capture_on_commit_callbacks(execute=True):
        visit.post("amira", at("evidence_remove", proof))

    assert list(tmp_path.rglob("*.jpg")) == []


def test_ten_pieces_and_two_hundred_megabytes_are_the_most(visit, fresh, me, monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    monkeypatch.setattr(evidence, "MOST_BYTES", 10)
    with pytest.raises(evidence.CannotProve, match="te groot"):
        evidence.add_file(claim=fresh, kind="PHOTO", title="", upload=photo(), by=me, now=now)
    for n in range(Evidence.MOST):
        evidence.add_witness(claim=fresh, title="", witness=f"Getuige {n}", by=me, now=now)

    response = visit.post("amira", at("evidence_new", fresh, "iemand"), {"witness": "Nog een"}, status=422)

    assert "al 10 bewijzen" in response.content.decode()
    assert "Haal er eerst een weg" in visit("amira", at("show_it", fresh)).get_text()


# ── what others saw ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.row("B21")
def test_sources_stand_side_by_side_with_name_role_organisation_and_day(visit, claim):
    text = " ".join(visit("amira", at("claim", claim)).select_one("main").get_text().split())

    assert "Gezien door Bram, begeleider, op" in text
    assert "(Gemeente Lindeveen)" in text
    assert "ervaren" in text
    assert "zelfstandig" in text


@pytest.mark.row("B21")
def test_she_hides_what_others_wrote_and_nobody_changes_it(visit, claim):
    seen = claim.observations.get(source="GUIDE")
    visit.post("amira", at("hide", seen), {"hide": "ja"})

    assert "Amira lapte alle ramen" not in visit("bram", at("shared_passport", claim.passport)).get_text()
    assert "alleen jij ziet dit" in visit("amira", reverse("passports:passport")).get_text()
    assert "lapte" not in visit("amira", reverse("passports:paper")).get_text()
    visit.post("amira", at("hide", seen), {"hide": "nee"})
    assert "Amira lapte alle ramen" in visit("bram", at("shared_passport", claim.passport)).get_text()
    visit.post("bram", at("hide", seen), {"hide": "ja"}, status=404)


@pytest.mark.row("B21")
def test_nobody_confirms_her_own_skill_in_another_role(town, claim, amira):
    member = town["bram"].membership
    member.person = amira
    with pytest.raises(observations.CannotObserve, match="Een ander"):
        observations.observe_claim(
            claim=claim, membership=member, level=2, example="x", by=town["bram"].actor, now=timezone.now()
        )


def test_every_act_is_in_the_log_once(visit, fresh):
    before = AuditEntry.objects.count()
    visit.post("amira", at("level", fresh), {"level": "2"})
    visit.post("amira", at("wish", fresh), {"wish": "USE", "seen": fresh.version})

    assert list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))[before:] == [
        "say_level",
        "choose_wish",
    ]


@pytest.mark.parametrize("name", ["claim", *SMALL, "remove", "restore"])
@pytest.mark.parametrize("who", ["bram", "farid"])
def test_her_skill_pages_are_hers_alone(visit, claim, who, name):
    address = at(name, claim)

    visit(who, address, status=404)
    visit.post(who, address, {"level": 1, "wish": "LEARN", "place": "HOME", "seen": claim.version}, status=404)

    claim.refresh_from_db()
    assert (claim.wish, claim.removed_at) == ("USE", None)


def test_levels_have_words_for_self_and_for_who_saw_it(db):
    assert [level["value"] for level in texts.levels()] == list(Level)
    assert len({str(level["sentence"]) for level in texts.levels() + texts.levels(seen=True)}) == 10
    assert Observation.Source.SELF.label
