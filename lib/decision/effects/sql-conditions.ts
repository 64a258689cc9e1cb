/** Conditions of statements that leave nothing out. */

/** More rows than that are as good as all. */
const LIMITED = /\blimit\s+\d{1,4}(?!\d)/i;
const CONDITION = /\bwhere\b/i;
const BEHIND = /\b(?:returning|order\s+by)\b/i;

/** Columns that every row has, and in which no two are the same. */
const KEY = "(?:\\w+\\.)*(?:_?id|uuid|guid|pk|oid|rowid|ctid)";
/** What holds for every row, once quotes and brackets are taken off. */
const ALWAYS = new RegExp(
  `^(?:true|1|not (?:false|0)|${KEY} (?:is not null|like %|(?:>=?|<>|!=) ?(?:-?[01])?)|([\\w.]{1,60}) ?= ?\\1|-?\\d+ ?(?:>=?|<=?|<>|!=) ?-?\\d+|exists select 1)$`,
);

/** Whether a statement's condition picks some of the rows, and leaves others out. */
export function filters(statement: string): boolean {
  if (LIMITED.test(statement)) return true;
  const found = CONDITION.exec(statement);
  if (found === null) return false;
  const rest = statement.slice(found.index + found[0].length);
  const end = BEHIND.exec(rest)?.index ?? rest.length;
  const plain = rest.slice(0, end).replace(/["'`()[\]]/g, " ").replace(/\s+/g, " ").trim().toLowerCase(); // prettier-ignore
  return !plain.split(" or ").some((part) => part.split(" and ").every((one) => ALWAYS.test(one.trim())));
}
