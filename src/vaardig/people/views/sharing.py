"""Sharing: an overview, and a new share in five small questions."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import queries, shareables
from vaardig.people.forms import UntilForm
from vaardig.people.models import Membership, Share, ShareRequest
from vaardig.people.requests import Asked, freshly, wearing
from vaardig.people.services import shares

DRAFT = "share_draft"
STEPS = ("wie", "waarvoor", "wat", "tot-wanneer", "klopt-dit")


@require_safe
@wearing(Hat.PARTICIPANT)
def overview(request: Asked) -> HttpResponse:
    now = timezone.now()
    words = {(part.kind, part.thing): part.words for part in shareables.parts_of(request.person)}
    rows = [(share, _words_of(share, words)) for share in queries.shares_of(request.person)[:100]]
    return render(
        request,
        "people/shares.html",
        {
            "live": [row for row in rows if row[0].ended_at is None and row[0].ends_at > now],
            "ended": [row for row in rows if row[0].ended_at or row[0].ends_at <= now],
            "requests": queries.open_requests(request.person, now),
            "can_share": queries.receivers_for(request.person, now).exists(),
        },
    )


def _words_of(share: Share, words: dict[tuple[str, UUID], str]) -> list[str]:
    return sorted(words[item.kind, item.thing] for item in share.items.all() if (item.kind, item.thing) in words)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def new(request: Asked, step: str) -> HttpResponseBase:
    """One question per page; what was answered waits in the session until the last page."""
    if step not in STEPS:
        raise Http404
    draft: dict[str, Any] = request.session.get(DRAFT, {}) if step != STEPS[0] or request.method == "POST" else {}
    page = _Page(request, step, draft, timezone.now())
    missing = page.first_missing()
    if STEPS.index(missing) < STEPS.index(step):
        return redirect("people:share_new", missing)
    if step == STEPS[-1]:
        return _last(request, page)
    if request.method == "POST" and page.take():
        request.session[DRAFT] = page.draft
        return redirect("people:share_new", STEPS[STEPS.index(step) + 1])
    return page.show()


@freshly()
def _last(request: Asked, page: "_Page") -> HttpResponse:
    """Opening something to somebody else: with a PIN or password of the last ten minutes."""
    return page.finish() if request.method == "POST" else page.show()


class _Page:
    """One step of a new share: what it shows, and what it takes from the answer."""

    def __init__(self, request: Asked, step: str, draft: dict[str, Any], now: datetime) -> None:
        self.request, self.step, self.draft, self.now = request, step, dict(draft), now
        self.today = timezone.localdate(now)
        self.error = ""
        self.receivers = queries.receivers_for(request.person, now)
        self.form = UntilForm(
            request.POST if request.method == "POST" and step == "tot-wanneer" else None,
            purpose=self.draft.get("purpose", Share.Purpose.GUIDANCE),
            today=self.today,
        )

    def first_missing(self) -> str:
        names = {"wie": "receiver", "waarvoor": "purpose", "wat": "items", "tot-wanneer": "until"}
        return next((step for step, name in names.items() if not self.draft.get(name)), STEPS[-1])

    @property
    def receiver(self) -> Membership | None:
        return self.receivers.filter(public_id=self.draft["receiver"]).first() if self.draft.get("receiver") else None

    def show(self) -> HttpResponse:
        wrong = self.error or self.form.errors
        name = f"people/share_{self.step.replace('-', '_')}.html"
        return render(self.request, name, self.context(), status=422 if wrong else 200)

    def take(self) -> bool:
        taken: bool = getattr(self, "_take_" + self.step.replace("-", "_"))()
        return taken

    def _take_wie(self) -> bool:
        chosen = next(
            (str(m.public_id) for m in self.receivers if str(m.public_id) == self.request.POST.get("receiver")), ""
        )
        self.draft = {"receiver": chosen}
        self.error = "" if chosen else _("Kies met wie je wilt delen.")
        return bool(chosen)

    def _take_waarvoor(self) -> bool:
        chosen = self.request.POST.get("purpose", "")
        self.draft["purpose"] = chosen if chosen in Share.Purpose.values else ""
        self.error = "" if self.draft["purpose"] else _("Kies waarvoor je dit deelt.")
        return bool(self.draft["purpose"])

    def _take_wat(self) -> bool:
        known = {f"{part.kind} {part.thing}" for part in shareables.parts_of(self.request.person)}
        self.draft["items"] = sorted(known & set(self.request.POST.getlist("item")))
        self.error = "" if self.draft["items"] else _("Kies eerst wat je wilt delen.")
        return bool(self.draft["items"])

    def _take_tot_wanneer(self) -> bool:
        if not self.form.is_valid():
            return False
        self.draft["until"] = self.form.cleaned_data["until"].isoformat()
        return True

    def finish(self) -> HttpResponse:
        receiver = self.receiver
        if receiver is None:
            return redirect("people:share_new", STEPS[0])
        until = date.fromisoformat(self.draft["until"]) + timedelta(days=1)
        items = [(kind, UUID(thing)) for kind, thing in (item.split(" ") for item in self.draft["items"])]
        try:
            shares.share(
                owner=self.request.person,
                receiver=receiver,
                purpose=self.draft["purpose"],
                items=items,
                ends_at=timezone.make_aware(datetime.combine(until, time.min)),
                by=self.request.actor,
                now=self.now,
            )
        except shares.CannotShare as reason:
            messages.error(self.request, str(reason))
            return redirect("people:shares")
        self.request.session.pop(DRAFT, None)
        messages.success(self.request, _("%(name)s kan dit nu zien.") % {"name": receiver.called})
        return redirect("people:shares")

    def context(self) -> dict[str, Any]:
        ticked = set(self.draft.get("items", []))
        parts = shareables.parts_of(self.request.person) if self.step in {"wat", "klopt-dit"} else []
        keyed = [(f"{part.kind} {part.thing}", part) for part in parts]
        return {
            "number": STEPS.index(self.step) + 1,
            "total": len(STEPS),
            "previous": STEPS[STEPS.index(self.step) - 1] if self.step != STEPS[0] else "",
            "receivers": self.receivers,
            "receiver": self.receiver,
            "purposes": Share.Purpose.choices,
            "purpose": self.draft.get("purpose", ""),
            "purpose_words": dict(Share.Purpose.choices).get(self.draft.get("purpose", ""), ""),
            "parts": [(key, part, key in ticked) for key, part in keyed],
            "chosen": [part for key, part in keyed if key in ticked],
            "until": date.fromisoformat(self.draft["until"]) if self.draft.get("until") else None,
            "form": self.form,
            "error": self.error,
        }


@wearing(Hat.PARTICIPANT)
@writes
def withdraw(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    share = access.get(request.actor, Share, public_id, verb="D", now=now)
    shares.withdraw_share(share=share, by=request.actor, now=now)
    name = share.receiver.called if share.receiver else share.function_organisation
    messages.success(request, _("%(name)s kan dit niet meer zien.") % {"name": name})
    return redirect("people:shares")


@wearing(Hat.PARTICIPANT)
@writes
def answer(request: Asked, public_id: UUID) -> HttpResponse:
    """Somebody asked: share now, or not. Who asked sees no difference between no and no answer."""
    now = timezone.now()
    asked = access.get(request.actor, ShareRequest, public_id, now=now)
    if asked.answered_at:
        return redirect("people:shares")
    shares.answer_request(request=asked, by=request.actor, now=now)
    if request.POST.get("answer") != "ja":
        messages.success(request, _("Je deelt niets. Dat hoeft ook niet."))
        return redirect("people:shares")
    if not queries.receivers_for(request.person, now).filter(pk=asked.asked_by_id).exists():
        messages.error(request, _("Deze persoon kun je niet meer kiezen."))
        return redirect("people:shares")
    request.session[DRAFT] = {"receiver": str(asked.asked_by.public_id), "purpose": asked.purpose}
    return redirect("people:share_new", "wat")


@require_safe
@wearing(Hat.PARTICIPANT)
def looks(request: Asked) -> HttpResponse:
    return render(request, "people/looks.html", {"looks": queries.looks_at(request.person)})
