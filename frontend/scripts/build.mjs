// Builds static/dist: one stylesheet, one script, a file per theme, fonts and the icon sprite.
import { build, transform } from "esbuild";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { iconSprite } from "./icons.mjs";
import { prunedTokens } from "./tokens.mjs";

const DIST = new URL("../../static/dist", import.meta.url);
const OUT = new URL(`${DIST}.${process.pid}/`);
const TARGET = ["chrome109", "firefox115", "safari16"];
const here = (path) => new URL(`../${path}`, import.meta.url);

// Dark when the reader's device says so, unless she chose light; and always when she chose dark. Never on paper.
const inTheEvening = (css, name) =>
  `@media screen and (prefers-color-scheme: dark){${css.replace(`.${name}-theme`, `.${name}-theme:not(.light)`)}}` +
  `@media screen{${css.replace(`.${name}-theme`, `.${name}-theme.dark`)}}`;

await mkdir(new URL("themes/", OUT), { recursive: true });

await build({
  absWorkingDir: here(".").pathname,
  entryPoints: ["src/main.css", "src/main.js"],
  bundle: true,
  minify: true,
  format: "esm",
  outdir: OUT.pathname,
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
  target: TARGET,
  logLevel: "warning",
});

const styles = await readFile(new URL("main.css", OUT), "utf8");
const themes = JSON.parse(await readFile(here("themes.json"), "utf8"));
for (const [name, theme] of Object.entries(themes)) {
  const published = await readFile(here(`node_modules/${theme.tokens}`), "utf8");
  const light = await readFile(here(`src/themes/${name}.css`), "utf8");
  const own = light + (theme.dark ? inTheEvening(await readFile(here(theme.dark), "utf8"), name) : "");
  const tokens = prunedTokens(published, [styles, own], `.${name}-theme`);
  const { code } = await transform(tokens + own, { loader: "css", minify: true, target: TARGET });
  await writeFile(new URL(`themes/${name}.css`, OUT), code);
}

const names = (await readFile(here("icons.txt"), "utf8")).split(/\s+/).filter(Boolean);
await writeFile(new URL("icons.svg", OUT), await iconSprite(names, here("node_modules/@tabler/icons/icons/outline/")));

// Made beside the old one and then put in its place, so that a page that is being read keeps its styles.
const old = new URL(`${DIST}.old.${process.pid}`);
await rename(DIST, old).catch(() => {});
await rename(OUT, DIST);
await rm(old, { recursive: true, force: true });
