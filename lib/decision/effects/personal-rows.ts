import { isInProject } from "../protected-paths";
import type { SimpleCommand, Word } from "../shell/types";
import { literal } from "../shell/word";
import { optionValues } from "./arguments";
import { clip } from "./clip";
import { filesWritten } from "./files/files-written";
import { nearness } from "./rehearsal";
import { add, pathOf, type Maker, type Scene } from "./scene";
import { matchesOf } from "../matches";

/** Rows about people that are copied out of a shared database into the project, where they get into its history. */

const PEOPLE =
  "(?:customers?|users?|patients?|employees?|contacts?|members?|subscribers?|persons?|people|clients?|leads?|guests?|students?|applicants?|payroll|salaries|accounts?)";
/** Counted and summed up nobody is told. */
const ROWS = new RegExp(
  `\\b(?:select\\s(?!\\s{0,3}(?:count|min|max|avg|sum)\\b)[^;]{0,300}?\\bfrom|copy)\\s+["'\x60]?(?:\\w+\\.)?(${PEOPLE})\\b`,
  "i",
);
/** `\\copy (...) to 'FILE'`, `select ... into outfile 'FILE'`, `\\o FILE` */
const INTO = /(?:\bto|\boutfile|\\o)\s{1,5}'?([^\s'";)]{1,300})/gi;
const ADDRESS = /^[a-z][\w+]{1,20}:\/\//i;
const FLAGS = ["-c", "--command", "-e", "--execute"];

const isElsewhere = (command: SimpleCommand, scene: Scene): boolean =>
  (optionValues(command, "-h", "--host").length > 0 || command.args.some(({ value }) => ADDRESS.test(value))) &&
  nearness(command, scene) === null;

function filesOf(command: SimpleCommand, text: string, scene: Scene): readonly Word[] {
  const named = matchesOf(text, INTO)
    .slice(0, MAX_FILES)
    .map(([, file = ""]) => literal(file, command));
  const results = command.name.endsWith("dump") ? optionValues(command, "-f", "--file", "-r", "--result-file") : [];
  const behind = scene.reading.commands.filter(({ stdin }) => stdin.from.includes(command));
  return [
    ...named,
    ...results,
    ...optionValues(command, "-o", "--output"),
    ...[command, ...behind].flatMap(filesWritten),
  ];
}

const rows: Maker = (command, scene) => {
  const text = optionValues(command, ...FLAGS).map(({ value }) => value).join("\n").slice(0, MAX_TEXT); // prettier-ignore
  const people = ROWS.exec(text)?.[1];
  if (people !== undefined) keeps(people, filesOf(command, text, scene), command, scene);
};

function keeps(people: string, files: readonly Word[], command: SimpleCommand, scene: Scene): void {
  if (!isElsewhere(command, scene)) return;
  for (const file of files) {
    const path = pathOf(file, command, scene);
    if (path === null || !isInProject(path, scene.roots)) continue;
    const note = `puts rows of ${people} into the project (${clip(path)})`;
    return add(scene, "credential-read", "path", path, command, note, { how: "keep", delicacy: "private" });
  }
}
const MAX_TEXT = 16_384;
const MAX_FILES = 50;

const TABLE = new RegExp(`^(?:\\w+\\.)?(${PEOPLE})$`, "i");
const STRUCTURE = ["-s", "--schema-only", "-d", "--no-data"];

/** `pg_dump -t customers`, `mysqldump shop customers` */
const dumped: Maker = (command, scene) => {
  const people = command.args.map(({ value }) => TABLE.exec(value.replace(/^(?:-t|--table=)/, ""))?.[1]).find((one) => one !== undefined); // prettier-ignore
  if (people === undefined || command.args.some(({ value }) => STRUCTURE.includes(value))) return;
  keeps(people, filesOf(command, "", scene), command, scene);
};

export const PERSONAL_ROW_MAKERS: Readonly<Record<string, Maker>> = { psql: rows, pgcli: rows, mysql: rows, mariadb: rows, pg_dump: dumped, mysqldump: dumped, "mariadb-dump": dumped }; // prettier-ignore
