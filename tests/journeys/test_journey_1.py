"""Journey 1: Amira tells what she does, on a phone, without an account: story → skills → level, wish, place → passport.

Three times: with a thumb, with a keyboard only, and with JavaScript off. On every page axe finds nothing.
"""

import re

import pytest
from django.test import override_settings

from vaardig.lexicon import recognising
from vaardig.lexicon import setup as language
from vaardig.passports.models import Claim, Passport, Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.row("B21", "B32", "C09")]
STORY = (
    "Ik maak elke dag kantoren schoon en ik lap de ramen. Thuis kook ik voor zes mensen en ik zorg voor mijn moeder."
)
HOW = {
    "thumb": {"has_touch": True, "is_mobile": True},
    "keyboard": {"viewport": {"width": 1280, "height": 900}},
    "no script": {"java_script_enabled": False},
}


@pytest.fixture(autouse=True)
def _basistaal(monkeypatch, settings):
    """The real Basistaal, by words alone: vectors are filled by a job of their own."""
    settings.HELP_PHONE = "030 123 45 67"
    monkeypatch.setattr(recognising, "load_embedder", lambda: None)
    recognising.forget()
    language.load_basis()


class Hand:
    """One way to use a page. Looks at every kind of page it comes to."""

    def __init__(self, page, how, axe):
        self.page, self.how, self.axe, self.seen, self.looked = page, how, axe, [], set()
        self.look()

    def look(self):
        self.page.wait_for_load_state()
        kind = re.sub(r"[0-9a-f-]{36}", "*", self.page.url) + self.heading.partition(":")[0]
        if self.how == "no script" or kind in self.looked:
            return
        self.looked.add(kind)
        self.seen += [f"{self.page.url}: {line}" for line in self.axe(self.page)]
        if not self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            self.seen.append(f"{self.page.url}: runs off the page")

    @property
    def heading(self):
        return " ".join(self.page.locator("h1").inner_text().split())

    def press(self, words):
        """A link or button with these words, whichever comes first on the page; it leads to another page."""
        spot = self.page.locator("main a, main button").filter(has_text=words).first
        if self.how == "keyboard":
            self.tab_to(words)
        with self.page.expect_navigation():
            if self.how == "keyboard":
                self.page.keyboard.press("Enter")
            else:
                spot.tap() if self.how == "thumb" else spot.click()
        self.look()

    def tab_to(self, words):
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if words in self.page.evaluate("document.activeElement.innerText || ''"):
                return
        raise AssertionError(f"the keyboard does not reach '{words}' on {self.page.url}")

    def write(self, text):
        if self.how != "keyboard":
            self.page.get_by_role("textbox").first.fill(text)
            return None
        for _ in range(30):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.matches('textarea, input[type=text]')"):
                return self.page.keyboard.type(text)
        raise AssertionError("the keyboard does not reach the field")

    def choose(self, words):
        if self.how != "keyboard":
            label = self.page.locator("label.choice").filter(has_text=words).first
            label.tap() if self.how == "thumb" else label.click()
            return
        for _ in range(30):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.type === 'radio'"):
                break
        self.page.keyboard.press("Space")
        for _ in range(10):
            if words in self.page.evaluate("document.activeElement.closest('label').innerText"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach '{words}'")


@pytest.fixture
def begin(open_page, axe):
    def begun(how, path="/"):
        return Hand(open_page(path, **HOW[how]), how, axe)

    return begun


def begin_telling(hand):
    hand.press("Vertel wat je doet")
    hand.press("Ik typ wat ik doe")
    hand.write(STORY)
    hand.press("Laat zien wat ik kan")
    assert hand.heading == "Dit is je kaartje"
    code = hand.page.locator(".return-card__code").inner_text()
    hand.press("Ik heb de code bewaard")
    assert hand.heading == "Is dit je eigen telefoon?"
    hand.press("Nee, ook van anderen")
    return code


def answer_suggestions(hand):
    """Yes to what she can, no to one, one back and over, and one in her own words."""
    asked = []
    while hand.heading.startswith("Kun je dit:"):
        asked.append(hand.heading.removeprefix("Kun je dit: ").rstrip("?"))
        assert hand.page.locator(".because q").inner_text()
        if len(asked) == 2:
            hand.press("Maak ongedaan")
            assert hand.heading == f"Kun je dit: {asked[0]}?"
            hand.press("Ja, dit kan ik")
            hand.press("Iets anders lijkt er meer op")
            write_own_words(hand, "Ruiten glanzend maken")
        elif len(asked) == 5:
            hand.press("Nee")
        else:
            hand.press("Ja, dit kan ik")
    return asked


def write_own_words(hand, words):
    page = hand.page
    if hand.how == "keyboard":
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id === 'zoek'"):
                break
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    else:
        page.locator("#zoek").fill(words)
        page.locator("main button").filter(has_text="Zoek").click()
    page.locator("#id_words").wait_for()
    if hand.how != "no script":
        page.wait_for_function("document.querySelector('#id_words').value !== ''")
    assert page.locator("#id_words").input_value() == words
    hand.press("Voeg toe aan mijn paspoort")


@pytest.mark.parametrize("how", HOW)
def test_from_her_own_words_to_a_passport(begin, axe, how):
    hand = begin(how)
    assert hand.page.get_by_text("030 123 45 67").is_visible()

    begin_telling(hand)
    asked = answer_suggestions(hand)

    assert "Ramen lappen" in asked
    assert hand.heading == "Je paspoort is er"
    hand.press("Vertel hoe goed je dit kunt")
    hand.choose("Zelfstandig")
    hand.press("Verder")
    hand.choose("Dit wil ik doen in mijn werk")
    hand.press("Verder")
    hand.choose("Op mijn werk")
    hand.press("Verder")
    hand.press("Later, naar mijn paspoort")

    assert hand.heading == "Mijn paspoort"
    page = hand.page
    assert page.locator(".who-sees").inner_text().strip().startswith("Alleen jij ziet dit")
    assert page.get_by_text("Ruiten glanzend maken").is_visible()
    assert page.get_by_text("zelfstandig").first.is_visible()
    hand.press("Ramen lappen")
    hand.press("Haal uit mijn paspoort")
    page.locator("summary", has_text="Weg uit je paspoort").click()
    assert how == "no script" or axe(page) == []
    hand.press("Zet terug")
    assert Claim.objects.filter(wish="USE", place="WORK", removed_at=None).count() == 1
    hand.press("Print mijn paspoort")
    assert hand.heading == "Dit kan ik"
    pdf, data = (page.request.get(f"/paspoort/{kind}/") for kind in ("pdf", "json"))
    assert (pdf.headers["content-type"], data.json()["format"]) == ("application/pdf", "vaardig-passport/1")
    assert pdf.body().startswith(b"%PDF")
    assert hand.seen == []


def test_the_sheet_is_at_most_four_printed_pages(begin):
    hand = begin("thumb")
    begin_telling(hand)
    answer_suggestions(hand)
    passport = Passport.objects.get()
    Claim.objects.bulk_create(
        Claim(passport=passport, words=f"{n} Een lange zin over iets dat ik kan", created_at=passport.created_at)
        for n in range(300)
    )

    hand.page.goto("/paspoort/papier/")

    assert 1 <= len(re.findall(rb"/Type /Page\n", hand.page.pdf(format="A4"))) <= 4
    assert "staan in het paspoort op het scherm" in hand.page.locator(".sheet").inner_text()


def test_a_closed_browser_loses_nothing(begin):
    hand = begin("thumb", "/vertel/typen/")
    hand.page.get_by_role("textbox").fill("Ik bak elke week brood")
    hand.page.locator("[data-saved-mark]", has_text="Opgeslagen").wait_for()
    context = hand.page.context
    hand.page.close()

    hand.page = context.new_page()
    hand.page.goto("/")
    hand.look()
    hand.press("Ga verder met je verhaal")

    assert hand.page.get_by_role("textbox").input_value() == "Ik bak elke week brood"
    hand.page.get_by_role("textbox").fill("Ik bak elke week brood en taart")
    hand.press("Laat zien wat ik kan")
    assert hand.heading == "Dit is je kaartje"
    assert Story.objects.count() == 1
    assert hand.seen == []


def test_the_card_brings_her_back_on_another_phone(begin):
    first = begin("thumb")
    code = begin_telling(first)
    answer_suggestions(first)

    other = begin("no script")
    other.press("Ik heb een kaartje")
    other.write(code)
    other.press("Ga naar mijn bladzijde")
    other.page.goto("/paspoort/")

    assert other.page.get_by_text("Ruiten glanzend maken").is_visible()
    assert first.seen == []


@pytest.mark.parametrize("how", ["thumb", "keyboard"])
def test_a_day_cards_and_evidence(begin, how):
    hand = begin(how, "/vertel/dag/ochtend/")
    hand.write("Ik maak ontbijt voor mijn kinderen")
    hand.press("Verder")
    assert hand.heading == "Dit is je kaartje"
    hand.press("Ik heb de code bewaard")
    hand.press("Nee, ook van anderen")
    assert hand.heading == "Welk werk of welke klussen doe je?"
    hand.press("Bewaar, ik ga later verder")
    assert "Ga verder met je verhaal" in hand.page.locator(".waiting").inner_text()

    hand.page.goto("/vertel/kaartjes/")
    hand.look()
    hand.press("Thuis en in de buurt")
    box = hand.page.locator("input[name=skill]").first
    box.focus()
    hand.page.keyboard.press("Space")
    hand.press("Bewaar, ik ben klaar")
    hand.page.goto("/paspoort/")
    hand.look()
    hand.page.locator(".skill-chip__name").first.click()
    hand.look()
    hand.press("Laat zien dat je dit kunt")
    hand.press("Vertel een verhaal")
    for answer in ("Bij mijn zus", "Zij was ziek", "Ik hielp elke dag", "Het ging goed", "Ik hield vol"):
        hand.write(answer)
        hand.press("Klaar" if answer == "Ik hield vol" else "Verder")

    assert hand.page.get_by_text("Ik hielp elke dag").is_visible()
    assert hand.seen == []


@pytest.mark.parametrize("how", [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}])
def test_the_first_pages_hold_in_the_dark_and_on_a_small_phone(open_page, axe, how):
    with override_settings(HELP_PHONE="030 123 45 67"):
        for path in ("/", "/vertel/", "/vertel/typen/", "/vertel/dag/trots/", "/vertel/kaartjes/thuis/"):
            page = open_page(path, **how)
            assert axe(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
