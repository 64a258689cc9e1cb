/** @typedef {{ file: string, text: string, imports: import("./imports.mjs").Import[] }} Source */

const VERB_FOLDERS = /^lib\/(change|signin|org|audit|delivery)\//;
const TAKES_CTX = /^export (?:async function \w+|function \w+|const \w+ = (?:async )?)\(\s*ctx: Ctx\b/m;
const WRITES = /\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\(|\$executeRaw/;
const ADAPTER = /^(?:app|server)\//;

/** @param {Source} source */
const isUnguardedWriter = ({ file, text }) =>
  VERB_FOLDERS.test(file) && TAKES_CTX.test(text) && WRITES.test(text) && !text.includes("authorize(");

/**
 * What writes in the name of a ctx asks `authorize` first. A step of a verb that leaves this to its verb is fine as long
 * as no page, route or server reaches for it directly: these are the imports that do.
 * @param {Source[]} sources
 * @returns {string[]} one line each
 */
export function findUnguardedWrites(sources) {
  const unguarded = new Set(sources.filter(isUnguardedWriter).map(({ file }) => file.replace(/\.tsx?$/, "")));
  return sources
    .filter(({ file }) => ADAPTER.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap(({ imports }) => imports)
    .filter(({ to }) => unguarded.has(to))
    .map(({ file, to }) => `${file} imports ${to}, which writes without authorize(ctx, …)`);
}
