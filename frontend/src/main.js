// Everything works without these; they make it smoother.
import "./js/htmx.js";
import "./js/once.js";
import "./js/focus.js";
import "./js/larger_text.js";
import "./js/autosave.js";
import "./js/read_aloud.js";
import "./js/print.js";
import "./js/card.js";
import "./js/session_warning.js";
