"""The return card and the pages around it in a real browser: the QR leaves the address bar, the card prints at its size."""

import re

import pytest

from tests.cast import make_cast
from tests.journeys.test_gallery import HOW
from vaardig.people.services import cards, persons

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PIN = "27182"
PAGES = {
    "amira": ["/kaartje/van-mij/", "/kaartje/van-mij/pincode/", "/kaartje/eigen-telefoon/", "/delen/", "/delen/nieuw/wie/",
              "/wie-keek-er/", "/ik/", "/ik/koppelen/", "/ik/wissen/", "/account/sessions/"],
    "bram": ["/mijn-mensen/", "/mijn-mensen/erbij/", "/rol/", "/account/2fa/", "/account/password/change/"],
    "els": ["/organisatie/", "/organisatie/collega-erbij/", "/organisatie/afdeling-erbij/"],
    None: ["/kaartje/", "/hulp/", "/demo/", "/privacy/", "/toegankelijkheid/", "/account/login/", "/account/login/code/"],
}  # fmt: skip


@pytest.fixture
def town(transactional_db, settings):
    from django.utils import timezone

    settings.DEMO = True
    return make_cast(now=timezone.now())


def card_of(town, name="amira"):
    from django.utils import timezone

    person = town[name].person
    return cards.make_card(person=person, by=persons.as_owner(person), now=timezone.now())


def enter(page, name):
    page.goto("/demo/")
    page.get_by_role("button", name=name.capitalize()).first.click()
    page.wait_for_url(re.compile(r"^(?!.*demo)"))


@pytest.mark.row("B21")
def test_a_scanned_card_leaves_the_address_bar_and_asks_the_pin(town, open_page):
    asked = []
    page = open_page("/")
    page.on("request", lambda request: asked.append(request.url))
    card = card_of(town)

    page.goto(f"/kaartje/#{card.qr}")
    page.wait_for_url("**/kaartje/pincode/")
    page.get_by_role("textbox", name="Je pincode").fill(PIN)
    page.get_by_role("button", name="Verder").click()

    page.wait_for_url("**/kaartje/eigen-telefoon/")
    assert card.qr not in page.url
    assert not [url for url in asked if card.qr in url.partition("#")[0]], "no address that a log could hold"
    page.go_back()
    assert card.qr not in page.url


def test_another_fragment_is_no_card(town, open_page):
    page = open_page("/kaartje/#inhoud")
    page.wait_for_timeout(300)

    assert page.url.endswith("/kaartje/#inhoud")


def test_the_code_typed_on_the_keyboard_without_a_script(town, open_page):
    card = card_of(town)
    page = open_page("/kaartje/", java_script_enabled=False)
    page.get_by_label("De code op je kaartje").fill(card.code.lower())
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Je pincode").fill(PIN)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ja, van mij alleen").click()

    assert "Deze telefoon kent je nu 30 dagen" in page.locator("main").inner_text()


@pytest.mark.parametrize(
    ("path", "paper"), [("/kaartje/van-mij/", (210, 297)), ("/kaartje/van-mij/?maat=pas", (85.6, 54))]
)
def test_the_card_prints_at_the_size_of_a_bank_card(town, open_page, path, paper):
    page = open_page("/")
    enter(page, "amira")
    page.goto("/kaartje/van-mij/")
    page.get_by_text("Ik ben mijn kaartje kwijt").click()
    page.get_by_role("button", name="Maak een nieuw kaartje").click()
    page.goto(path)
    page.emulate_media(media="print")

    box = page.locator(".return-card").bounding_box()
    assert [box[side] / 96 * 25.4 for side in ("width", "height")] == pytest.approx([85.6, 54], abs=0.25)
    pdf = page.pdf(prefer_css_page_size=True)
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf).groups())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == tuple(map(round, paper))
    assert pdf.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("who", PAGES)
@pytest.mark.parametrize("how", ["phone", "desk", "dark"])
def test_axe_finds_nothing(town, open_page, axe, who, how):
    page = open_page("/", **HOW[how])
    if who:
        enter(page, who)
    found = {}
    for path in PAGES[who]:
        page.goto(path)
        if faults := axe(page):
            found[path] = faults

    assert found == {}


@pytest.mark.parametrize("who", PAGES)
@pytest.mark.parametrize("how", ["narrow", "twice as large"])
def test_nothing_runs_off_the_page(town, open_page, who, how):
    page = open_page("/", **HOW[how])
    if who:
        enter(page, who)
    wide = []
    for path in PAGES[who]:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)

    assert wide == []


def test_the_warning_comes_before_the_session_ends_and_one_press_keeps_it(town, open_page):
    page = open_page("/")
    enter(page, "bram")
    page.clock.install()
    page.goto("/mijn-mensen/")
    page.clock.fast_forward("28:05")
    box = page.get_by_role("dialog")
    box.wait_for()

    with page.expect_response("**/blijf/") as answer:
        box.get_by_role("button", name="Blijf ingelogd").click()

    assert answer.value.status == 204
    box.wait_for(state="hidden")
