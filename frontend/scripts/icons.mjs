// One sprite of the icons we name in icons.txt, so that a page asks for one small file.
import { readFile } from "node:fs/promises";

const ATTRIBUTES = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

export async function iconSprite(names, folder) {
  const symbols = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(new URL(`${name}.svg`, folder), "utf8");
      const drawing = svg.replace(/<!--[\s\S]*?-->/g, "").match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
      return `<symbol id="${name}" ${ATTRIBUTES}>${drawing.replace(/\s+/g, " ").trim()}</symbol>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}
