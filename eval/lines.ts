import { closeSync, openSync, writeSync } from "node:fs";

export type Lines = { write(line: object): void; close(): void };

const BATCH = 500;

/** One line of JSON a case, written as the run goes on. Without a file, nothing. */
export function openLines(file: string | undefined): Lines {
  if (file === undefined) return { write: () => {}, close: () => {} };
  const descriptor = openSync(file, "w");
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length > 0) writeSync(descriptor, waiting.join(""));
    waiting = [];
  };
  return {
    write(line) {
      waiting.push(`${JSON.stringify(line)}\n`);
      if (waiting.length >= BATCH) flush();
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}
