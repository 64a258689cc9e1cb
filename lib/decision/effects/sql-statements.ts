import { filters } from "./sql-conditions";

/** A name as dialects quote it, with the names before it. */
const NAME = '[\\w.$"\x60[\\]-]+';
const anywhere = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"), "i");

const DROPS = anywhere(
  "\\.drop(?:Database)?\\s*\\(",
  "\\bdrop\\s+(?:database|schema|table|tables|owned|user|role|login|keyspace|collection|materialized|view|tablespace|column|partition|measurement|series|bucket|shard|stream|warehouse|index\\s+\\*)",
  `\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?${NAME}\\s+drop\\s+(?!(?:constraint|index|key|primary|foreign|check|default|not|identity|expression)\\b)["\x60[]?\\w`,
  `\\btruncate\\s+(?:table\\s+)?(?:only\\s+)?["\x60[]?\\w`,
);
/** Everything of a collection, by a filter that is empty or holds for all. */
const ALL_DOCUMENTS = `\\(\\s*\\{\\s*(?:["']?_id["']?\\s*:\\s*\\{\\s*["']?\\$(?:exists["']?\\s*:\\s*(?:true|1)|ne["']?\\s*:\\s*null)\\s*\\}\\s*)?\\}`;
const DROPS_DOCUMENTS = anywhere(
  `\\b(?:deleteMany|remove)\\s*${ALL_DOCUMENTS}`,
  `\\bdeleteOne\\s*\\(\\s*\\{\\s*\\}\\s*\\)`,
);
const CHANGES_DOCUMENTS = anywhere(`\\bupdateMany\\s*${ALL_DOCUMENTS}`);
const DETACHES = /\bmatch\b/i;
const DETACHED = /\bdetach\s+delete\b/i;
/** T-SQL and MySQL know a deletion without \`from\`, or with the tables named before it. */
const DELETES = anywhere(
  `\\bdelete\\s+from\\s+${NAME}`,
  `^\\s*delete\\s+(?:top\\s*\\([^)]{1,40}\\)\\s+)?(?:percent\\s+)?["\x60[\\w][\\w.$"\x60[\\]-]*(?:\\s|$)`,
  `\\balter\\s+table\\s+${NAME}\\s+delete\\b`,
);
const UPDATES = anywhere(`\\bupdate\\s+(?:only\\s+)?${NAME}(?:\\s+(?:as\\s+)?["\x60[\\w\\]]+)?\\s+set\\b`);
const GRANTS =
  /\b(?:grant\s+(?:all|superuser|\w+\s+on|[\w_]+\s+to)|alter\s+(?:user|role|login)\b|create\s+(?:user|role|login)\b|set\s+password\b|\.(?:createUser|grantRolesToUser|updateUser|dropUser)\s*\()/i;
/** Who sees which rows, and what is written down of it. */
const GUARDS = anywhere(
  "\\b(?:disable|no\\s+force)\\s+row\\s+level\\s+security\\b",
  "\\b(?:drop|alter)\\s+(?:policy|masking\\s+policy|row\\s+access\\s+policy|security\\s+policy|audit|(?:server|database)\\s+audit)\\b",
  "\\b(?:drop|disable)\\s+(?:event\\s+)?trigger\\b|\\bsession_replication_role\\b",
  '\\b(?:alter\\s+(?:system|database\\s+\\S+)|set\\s+(?:global|persist)|set\\s+@@global\\.?)\\s+(?:re)?(?:set\\s+)?["\x60]?(?:\\w+\\.)?(?:log|general_log|audit|pgaudit|slow_query|ssl|require_secure|password|validate_password|row_security|local_infile|sql_log|binlog|archive)',
  "\\bnoaudit\\b|\\bsql_log_bin\\s*=\\s*(?:0|off)",
);
const PROGRAMS = /\b(?:xp_cmdshell|into\s+(?:out|dump)file|load_file\s*\(|pg_read_file|lo_import|lo_export|sys_exec|dblink_connect|load_extension\s*\()/i; // prettier-ignore
const COPIES = /\bcopy\s/i;
const COPIES_PROGRAM = /\b(?:from|to)\s+program\b/i;

const MAX_LENGTH = 131_072;

/** What statements do to a database; null for nothing to mind. Comments in them do not count. */
export const statementAct = (text: string): string | null => actOf(joined(withoutQuotations(withoutComments(text))));

/** `'DROP' || ' TABLE x'` is run as one text. */
const joined = (text: string): string => (/\bexec/i.test(text) ? text.replace(/'\s*(?:\|\||\+)\s*N?'/g, "") : text);

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
  if (
    DROPS.test(text) ||
    DROPS_DOCUMENTS.test(text) ||
    (DETACHED.test(text) && DETACHES.test(text) && !/\bwhere\b|\{/i.test(text))
  )
    return "drop";
  const statements = text.split(";");
  if (
    CHANGES_DOCUMENTS.test(text) ||
    statements.some((one) => (DELETES.test(one) || UPDATES.test(one)) && !filters(one))
  )
    return "unbounded";
  if (PROGRAMS.test(text) || (COPIES.test(text) && COPIES_PROGRAM.test(text))) return "program";
  if (GUARDS.test(text)) return "unguard";
  return GRANTS.test(text) ? "grant" : null;
}

export const STATEMENTS: Readonly<Record<string, string>> = {
  drop: "drops tables or databases",
  unbounded: "changes every row of a table",
  program: "runs programs or reads files through the database",
  grant: "changes who may do what in a database",
  unguard: "turns off what guards or records a database",
  read: "reads from a database",
};
