// Keeps what somebody types: a second after she stops, every ten seconds while she goes on, and when the page is hidden.
import { formToken } from "./token.js";

const PAUSE = 1_000;
const AT_LEAST = 10_000;
const clock = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });

// What the page must know to go on: the version it now shows and, after the very first answer, a new token.
function goOn(form, headers) {
  if (headers.has("X-Seen") && form.elements.seen) form.elements.seen.value = headers.get("X-Seen");
  if (!headers.has("X-Form-Token")) return;
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = headers.get("X-Form-Token");
}

function keep(form) {
  const mark = form.querySelector("[data-saved-mark]") ?? document.querySelector("[data-saved-mark]");
  let waiting;
  let sentAt = Date.now();
  let dirty = false;

  const say = (text, unsent) => {
    if (!mark) return;
    mark.textContent = text;
    mark.classList.toggle("saved-mark--unsent", unsent);
  };

  const send = async () => {
    clearTimeout(waiting);
    if (!dirty || form.dataset.sent) return;
    dirty = false;
    sentAt = Date.now();
    const body = new FormData(form);
    body.delete("form_key"); // that one is for the real thing, and counts once
    const request = { method: "POST", body, keepalive: true };
    request.headers = { "X-CSRFToken": formToken(), "X-Autosave": "1" };
    const answer = await fetch(form.dataset.autosave, request).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      goOn(form, answer.headers);
      say(`${mark?.dataset.saved} ${clock.format(new Date())}`, false);
    } else {
      dirty = true;
      say(mark?.dataset.unsent, true);
      waiting = setTimeout(send, AT_LEAST);
    }
  };

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(send, Date.now() - sentAt > AT_LEAST ? 0 : PAUSE);
  });
  document.addEventListener("visibilitychange", () => document.hidden && send());
}

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
