const DROPS =
  /\.drop(?:Database)?\s*\(|\b(?:drop\s+(?:database|schema|table|tables|owned|user|role|login|keyspace|collection|materialized|view|tablespace|column|partition|measurement|series|bucket|shard|stream|warehouse|index\s+\*)|truncate\s+(?:table\s+)?\w|deleteMany\s*\(\s*\{\s*\}|deleteOne\s*\(\s*\{\s*\}\s*\)|remove\s*\(\s*\{\s*\})/i;
const DETACHES = /\bmatch\b/i;
const DETACHED = /\bdetach\s+delete\b/i;
const DELETES = /\bdelete\s+from\s+[\w."`[\]]+|\balter\s+table\s+[\w."`]+\s+delete\b/i;
const UPDATES = /\bupdate\s+[\w."`[\]]+\s+set\b/i;
/** A condition that leaves something out. */
const FILTERS = /\bwhere\s+(?!(?:1\s*=\s*1|true|'1'\s*=\s*'1'|1)\s*(?:;|$|"|'))|\blimit\s+\d/i;
const GRANTS =
  /\b(?:grant\s+(?:all|superuser|\w+\s+on|[\w_]+\s+to)|alter\s+(?:user|role|login)\b|create\s+(?:user|role|login)\b|set\s+password\b|\.(?:createUser|grantRolesToUser|updateUser|dropUser)\s*\()/i;
const PROGRAMS = /\b(?:xp_cmdshell|into\s+(?:out|dump)file|load_file\s*\(|pg_read_file|lo_import|lo_export|sys_exec|dblink_connect|load_extension\s*\()/i; // prettier-ignore
const COPIES = /\bcopy\s/i;
const COPIES_PROGRAM = /\b(?:from|to)\s+program\b/i;

const MAX_LENGTH = 20_000;

/** What statements do to a database; null for nothing to mind. Comments in them do not count. */
export const statementAct = (text: string): string | null => actOf(withoutQuotations(withoutComments(text)));

/** An open comment reaches to the end. */
const withoutComments = (text: string): string =>
  text.slice(0, MAX_LENGTH).replace(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, " ");

/** Statements that a text can hold as data. */
const SPEAKS = /^\s*(?:select|insert|values|comment)\b/i;
/** What runs a text as a statement, and what makes it hard to tell where a text ends. */
const RUNS_TEXT = /\bexec|\bprepare\b|\\|\bdblink|\bquery_to_xml|\bxp_|\bsp_|\$\$/i;
/** Shows how a statement would be carried out; with `analyze` it is carried out. */
const EXPLAINS = /^\s*explain\b(?![\s\S]*\banaly[sz]e)/i;

/** `SELECT 'drop table x'` drops nothing, nor does `EXPLAIN DELETE FROM x`. */
function withoutQuotations(text: string): string {
  if (RUNS_TEXT.test(text)) return text;
  return text
    .split(";")
    .map((one) => (EXPLAINS.test(one) ? " " : SPEAKS.test(one) ? one.replace(/'(?:[^']|'')*'/g, "''") : one))
    .join(";");
}

function actOf(text: string): string | null {
  if (DROPS.test(text) || (DETACHED.test(text) && DETACHES.test(text) && !/\bwhere\b|\{/i.test(text))) return "drop";
  const statements = text.split(";");
  if (statements.some((one) => (DELETES.test(one) || UPDATES.test(one)) && !FILTERS.test(one))) return "unbounded";
  if (PROGRAMS.test(text) || (COPIES.test(text) && COPIES_PROGRAM.test(text))) return "program";
  return GRANTS.test(text) ? "grant" : null;
}

export const STATEMENTS: Readonly<Record<string, string>> = {
  drop: "drops tables or databases",
  unbounded: "changes every row of a table",
  program: "runs programs or reads files through the database",
  grant: "changes who may do what in a database",
  read: "reads from a database",
};
