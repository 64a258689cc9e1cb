import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { optionValues } from "../arguments";
import { flowInto } from "../secrets/flow";
import type { Maker } from "../scene";
import { destinationOf, hostOf, isOurs } from "./destinations";
import { addSend, fileSource, noInput } from "./sending";

const LOADS =
  /\\copy\s[^'"]{1,200}?\bfrom\s{1,3}(?:'([^']{1,300})'|([^\s'";]{1,300}))|\bload\s{1,3}data\s{1,3}local\s{1,3}infile\s{1,3}['"]([^'"]{1,300})['"]|\bfrom\s{1,3}infile\s{1,3}'([^']{1,300})'|\\lo_import\s{1,3}'?([^\s';]{1,300})|\breadFileSync\(\s?["']([^"']{1,300})["']|\bcat\(\s?["']([^"']{1,300})["']/i;
const STATEMENTS = ["-c", "--command", "-e", "--execute", "-q", "--query", "-Q", "--eval"];
const SERVER = ["-h", "--host", "-S", "--server"];

/** What a database's client reads here and writes there: `\copy x from 'FILE'`, a file in the middle of a statement, or as its input. */
const loads: Maker = (command, scene) => {
  const end = serverOf(command);
  if (isOurs(destinationOf(hostOf(end ?? "localhost"), scene.trust))) return;
  const statements = optionValues(command, ...STATEMENTS);
  const told = [...flowInto(noInput(command), scene, statements), ...flowInto(command, scene, [])];
  // A dump that is played back is what such input mostly is; a variable is how one is told apart.
  const files = told.filter(({ sort, label }) => (sort === "secret" || sort === "credential") && label.startsWith("/"));
  const texts: readonly Word[] = command.stdin.text === null ? statements : [...statements, command.stdin.text];
  for (const word of texts) {
    const path = LOADS.exec(word.value)?.slice(1).find((group) => group !== undefined); // prettier-ignore
    if (path !== undefined && !/^(?:p?stdin|program)$/i.test(path))
      files.push(...fileSource(literal(path, word), command, scene));
  }
  if (files.length > 0) addSend(null, end, files, "chat", command, scene);
};

/** Where the call connects to; null where it says nothing of it, which mostly is this machine. */
function serverOf(command: SimpleCommand): string | null {
  const named = optionValues(command, ...SERVER)[0]?.value;
  if (named !== undefined) return named;
  for (const { value } of command.args) {
    const host = /^[a-z+]{3,20}:\/\/\S+/.exec(value)?.[0] ?? /(?:^|\s)host(?:addr)?\s?=\s?(\S{1,253})/.exec(value)?.[1];
    if (host !== undefined) return host;
  }
  return command.assignments.get("PGHOST")?.value ?? null;
}

export const DATABASE_LOAD_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["psql", "mysql", "mariadb", "clickhouse-client", "cockroach", "pgcli", "mycli", "mongosh", "mongo", "cqlsh", "sqlcmd"].map((name) => [name, loads]), // prettier-ignore
);
