// htmx sends the form's token along, and says in words when the server or the network does not answer.
import { formToken } from "./token.js";

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = formToken();
});

// What we cannot show in place, the whole page shows: sign in again, not allowed, broken.
for (const name of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(name, (event) => {
    const mark = event.target.closest("form")?.querySelector("[data-saved-mark]");
    if (mark) mark.textContent = mark.dataset.unsent;
  });
}
