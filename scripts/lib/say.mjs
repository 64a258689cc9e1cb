/** Ends a script with one clear line instead of a stack. */
export class Failure extends Error {}

/** @param {string} line */
export const say = (line) => console.log(line);

/**
 * Says what is being done, does it, says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 */
export async function step(title, work) {
  const startedMs = performance.now();
  say(`${title} …`);
  const result = await work();
  say(`${title}: done in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs the whole of a script.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Failure ? `gatehouse: ${error.message}` : error);
    process.exit(1);
  }
}
