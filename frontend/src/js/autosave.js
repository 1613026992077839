// Keeps what somebody types: a second after she stops, every ten seconds while she goes on, and when the page is hidden.
import { formToken } from "./token.js";

const PAUSE = 1_000;
const AT_LEAST = 10_000;
const clock = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });

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
    const request = { method: "POST", body: new FormData(form), keepalive: true };
    request.headers = { "X-CSRFToken": formToken(), "X-Autosave": "1" };
    const answer = await fetch(form.dataset.autosave, request).catch(() => null);
    if (answer?.ok && !answer.redirected) {
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
