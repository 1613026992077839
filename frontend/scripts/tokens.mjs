// Of a published theme's thousands of tokens, keep those our styles reach, directly or through others.
const DEFINED = /(--[\w-]+):\s*([^;]+);/g;
const ASKED = /var\(\s*(--[\w-]+)/g;

const askedIn = (css) => [...css.matchAll(ASKED)].map((match) => match[1]);

export function prunedTokens(published, sheets, selector) {
  const values = new Map([...published.matchAll(DEFINED)].map((match) => [match[1], match[2]]));
  const reached = new Set();
  const waiting = sheets.flatMap(askedIn);
  while (waiting.length) {
    const name = waiting.pop();
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...askedIn(values.get(name) ?? ""));
  }
  const lines = [...values].filter(([name]) => reached.has(name)).map(([name, value]) => `${name}:${value};`);
  return `${selector}{${lines.join("")}}\n`;
}
