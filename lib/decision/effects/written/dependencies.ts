import { lookAlike } from "../packages/look-alikes";
import { add, type Scene } from "../scene";
import { matchesOf } from "../../matches";

/** How manifests name what they depend on, by the ecosystem. */
const NAMES: readonly (readonly [path: RegExp, ecosystem: string, name: RegExp])[] = [
  [/\/package\.json$/, "npm", /"([a-z\d][\w.-]{0,99})"[ \t]*:[ \t]*"(?:[\^~<>=v ]{0,3}\d[^"\n]{0,80}|\*|latest|next)"/g],
  [/\/[\w.-]*requirements[\w.-]*\.(?:txt|in)$/, "PyPI", /^([A-Za-z\d][\w.-]{0,99})(?:\[[\w, -]{0,80}\])?[ \t]*(?:[=<>!~]=?|;|#|$)/gm],
  [/\/pyproject\.toml$/, "PyPI", /^[ \t]*(?:dependencies[ \t]*=[ \t]*\[[ \t]*)?["']([A-Za-z\d][\w.-]{0,99})(?:\[[\w, -]{0,80}\])?[ \t]*(?:[=<>!~][^"'\n]{0,80})?["'][ \t]*,?[ \t]*\]?[ \t]*$/gm],
  [/\/Cargo\.toml$/, "crates.io", /^([A-Za-z][\w-]{0,99})[ \t]*=[ \t]*(?:["'][\^~=]?\d|\{[^}\n]{0,200}\bversion\b)/gm],
  [/\/Gemfile$/, "RubyGems", /^[ \t]*gem[ \t(]+["']([\w-]{1,100})["']/gm],
]; // prettier-ignore

/** Dependencies whose names are a letter away from ones that everybody has: the next install gets them unasked. */
export function dependenciesIn(path: string, text: string, scene: Scene): void {
  const manifest = NAMES.find(([pattern]) => pattern.test(path));
  if (manifest === undefined) return;
  const [, ecosystem, pattern] = manifest;
  for (const { 0: whole, 1: name = "", index } of matchesOf(text, pattern)) {
    const like = lookAlike(name, ecosystem);
    if (like === null) continue;
    const start = index + whole.indexOf(name);
    const traits = { ecosystem, name, version: "", packages: name, source: "project", to: "trusted", like };
    add(scene, "install", "package", name, { start, end: start + name.length }, `depends on ${name}`, traits);
  }
}
