// What asks for attention gets the focus: the error summary when a page opens or a fragment arrives.
const attend = (root) => root.querySelector?.("[data-focus-me]")?.focus();

attend(document);
document.addEventListener("htmx:afterSwap", (event) => attend(event.target));

// A link in the summary may point at a group; then its first field gets the focus.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".error-summary a[href^='#']");
  const spot = link && document.getElementById(link.hash.slice(1));
  if (!spot) return;
  const field = spot.matches("input, select, textarea") ? spot : spot.querySelector("input, select, textarea");
  if (!field) return;
  event.preventDefault();
  field.focus();
  (field.closest(".field, fieldset") ?? field).scrollIntoView({ block: "start" });
});
