/** Conditions of statements that leave nothing out. */

/** More rows than that are as good as all. */
const LIMITED = /\blimit\s+\d{1,4}(?!\d)/i;
const CONDITION = /\bwhere\b/i;
const BEHIND = /\b(?:returning|order\s+by)\b/i;

/** Columns that every row has, and in which no two are the same. */
const KEY = "(?:\\w+\\.)*(?:_?id|uuid|guid|pk|oid|rowid|ctid)";
/** When a row was made or last changed: all of them lie behind, and no row is of a time before there were databases. */
const MADE =
  "(?:\\w+\\.)*(?:(?:created|inserted|added|updated|modified|changed|registered|joined|ordered|placed|logged|recorded|received|ingested)_?(?:at|on|date|time|datetime|timestamp|ts)?|(?:creation|insert|update|modification|signup|order|log)_?(?:date|time|timestamp|ts)|last_?(?:updated|modified|changed)(?:_?at)?|date_?(?:created|added|updated|modified|joined)|ts|timestamp)";
const NOW =
  "(?:(?:clock_|transaction_|statement_)?now|current_timestamp|current_date|current_time|localtimestamp|getdate|getutcdate|sysdate(?:time)?|systimestamp|sysutcdatetime|curdate|clock_timestamp|utc_timestamp|(?:datetime|date|julianday|unixepoch) now|unix_timestamp|today|tomorrow)(?: at time zone \\w+| \\+ (?:interval )?\\d+(?: \\w+)?)?";

/** What holds for every row, once quotes and brackets are taken off. */
const ALWAYS = new RegExp(
  `^(?:true|1|not (?:false|0)|${KEY} (?:is not null|like %|(?:>=?|<>|!=) ?(?:-?[01])?)|([\\w.]{1,60}) ?= ?\\1|-?\\d+ ?(?:>=?|<=?|<>|!=) ?-?\\d+|exists select 1|[\\w.]{1,60} i?like %|not ${KEY} is null|${MADE} ?<=? ?(?:${NOW}|(?:20[5-9]\\d|2[1-9]\\d\\d|[3-9]\\d{3})-\\d\\d-\\d\\d.{0,20})|${MADE} ?>=? ?(?:18\\d\\d|19[0-6]\\d|1970)-\\d\\d-\\d\\d.{0,20})$`,
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
