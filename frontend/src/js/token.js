// The token that proves a form is ours; every page carries it in at least one form.
export function formToken() {
  return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
}
