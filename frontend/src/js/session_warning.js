// Two minutes before a session ends we ask; one press keeps it.
import { formToken } from "./token.js";

const AHEAD = 120;
const box = document.querySelector("[data-session-ends-in]");

function wait(seconds) {
  setTimeout(() => box.showModal(), Math.max(0, seconds - AHEAD) * 1_000);
  return setTimeout(() => location.reload(), seconds * 1_000 + 2_000);
}

if (box) {
  const seconds = Number(box.dataset.sessionEndsIn);
  let end = wait(seconds);
  box.querySelector("[data-session-stay-button]").addEventListener("click", async (event) => {
    event.preventDefault();
    const headers = { "X-CSRFToken": formToken() };
    const answer = await fetch(box.dataset.sessionStay, { method: "POST", headers }).catch(() => null);
    if (!answer?.ok) return location.reload();
    box.close();
    clearTimeout(end);
    end = wait(seconds);
  });
}
