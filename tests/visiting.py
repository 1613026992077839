"""Opens a page and looks at what every page must hold, so that each page test is also a test of its HTML."""

from bs4 import BeautifulSoup

from tests.cast import sign_in


def look_at(response, *, language="nl"):
    """The parsed page, after the checks that hold for every page."""
    page = BeautifulSoup(response.content, "html.parser")
    assert page.html["lang"] == language
    assert len(page.find_all("h1")) == 1, "a page has one h1"
    heading = " ".join(page.h1.get_text().split())
    assert heading in " ".join(page.title.get_text().split()), "the title repeats the h1"
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids)), f"an id stands twice: {sorted(i for i in ids if ids.count(i) > 1)}"
    assert not page.select("[style], style"), "inline style"
    runs = [tag for tag in page.select("script:not([src])") if tag.get("type") != "application/json"]
    assert not runs, "inline script"
    assert not page.find_all(lambda tag: any(name.startswith("on") for name in tag.attrs)), "inline handler"
    assert all(image.get("alt") is not None for image in page.find_all("img")), "a picture without words"
    for form in page.find_all("form", method="post"):
        assert form.find("input", attrs={"name": "csrfmiddlewaretoken"}), "a form without its token"
    assert "<c-" not in response.content.decode(), "a component reached the browser as it is"
    return page


class Visitor:
    def __init__(self, client, cast):
        self.client, self.cast = client, cast

    def __call__(self, who, url, *, status=200, **extra):
        """GET as one of the cast (or None: nobody); the parsed page when there is one."""
        self.enter(who)
        response = self.client.get(url, **extra)
        assert response.status_code == status, f"{who} {url}: {response.status_code}, expected {status}"
        return look_at(response) if status == 200 and "html" in response["Content-Type"] else response

    def post(self, who, url, data=None, *, status=302, **extra):
        self.enter(who)
        response = self.client.post(url, data or {}, **extra)
        assert response.status_code == status, f"{who} {url}: {response.status_code}, expected {status}"
        return response

    def enter(self, who):
        self.client.logout()
        if who is not None:
            sign_in(self.client, self.cast[who])
