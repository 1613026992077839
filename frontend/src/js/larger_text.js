// Larger letters at once, without losing what somebody is typing.
import { formToken } from "./token.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-larger-text]")) return;
  event.preventDefault();
  const button = form.querySelector("button");
  const larger = document.documentElement.classList.toggle("larger");
  button.setAttribute("aria-pressed", String(larger));
  button.value = larger ? "gewoon" : "groot";
  const body = new FormData();
  body.set("letters", larger ? "groot" : "gewoon");
  await fetch(form.action, { method: "POST", body, headers: { "X-CSRFToken": formToken(), "X-Quiet": "1" } }).catch(() => {});
});
