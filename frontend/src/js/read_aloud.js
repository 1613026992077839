// Reads a part of the page aloud, sentence by sentence, and marks the sentence it reads.
const SPEED = { rustig: 0.8, gewoon: 1, vlot: 1.2 };
const SKIP = "script, style, svg, [hidden], [aria-hidden='true'], .for-screen-readers, [data-read-aloud]";
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, legend, label, th, td, button, a.nl-button, a.choice, summary";
const language = document.documentElement.lang || "nl";
const speech = globalThis.speechSynthesis;
let speaking = null;

const voice = () => speech.getVoices().find((found) => found.lang.toLowerCase().startsWith(language));

/** The sentences of an element, each with the ranges of text it covers. */
export function sentences(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.data.trim() && !node.parentElement.closest(SKIP) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const found = [];
  let block = null;
  let open = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement.closest(BLOCKS) ?? root;
    if (around !== block) open = null;
    block = around;
    for (const piece of node.data.matchAll(/[^.!?…]+[.!?…]*|[.!?…]+/g)) {
      const range = new Range();
      range.setStart(node, piece.index);
      range.setEnd(node, piece.index + piece[0].length);
      if (!open) found.push((open = { text: "", ranges: [] }));
      open.text += piece[0];
      open.ranges.push(range);
      if (/[.!?…]\s*$/.test(piece[0])) open = null;
    }
  }
  return found.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
}

function mark(sentence) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  if (sentence) CSS.highlights.set("spoken", new Highlight(...sentence.ranges));
  else CSS.highlights.delete("spoken");
}

function stop() {
  if (!speaking) return;
  const { button, word } = speaking;
  speaking = null;
  speech.cancel();
  mark(null);
  button.setAttribute("aria-pressed", "false");
  button.querySelector("span").textContent = word;
}

function start(button) {
  stop();
  const label = button.querySelector("span");
  const root = document.getElementById(button.dataset.readAloud) ?? document.querySelector("main");
  const now = (speaking = { button, word: label.textContent });
  button.setAttribute("aria-pressed", "true");
  label.textContent = button.dataset.stop;
  const waiting = sentences(root);
  const next = () => {
    if (speaking !== now) return;
    const sentence = waiting.shift();
    mark(sentence);
    if (!sentence) return stop();
    const saying = new SpeechSynthesisUtterance(sentence.text.replace(/\s+/g, " ").trim());
    saying.voice = voice();
    saying.lang = saying.voice?.lang ?? language;
    saying.rate = SPEED[document.documentElement.dataset.voice] ?? 1;
    saying.onend = next;
    saying.onerror = stop;
    speech.speak(saying);
  };
  next();
}

function offer() {
  const usable = Boolean(voice());
  for (const button of document.querySelectorAll("button[data-read-aloud]")) button.hidden = !usable;
}

if (speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  document.addEventListener("htmx:afterSwap", offer);
  addEventListener("pagehide", stop);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-read-aloud]");
    if (!button) return;
    if (speaking?.button === button) stop();
    else start(button);
  });
}
