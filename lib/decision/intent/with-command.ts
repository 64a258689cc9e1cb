/** Verbs for something that is done to the world, which a command line then says exactly. */
const DOES =
  /^(?:allow|amend|apply|clean|clear|connect|delete|deploy|destroy|disable|discard|drop|empty|enable|erase|flush|force-push|install|kill|let|make|merge|migrate|prune|publish|purge|push|reboot|redeploy|release|remove|reset|restart|restore|revoke|roll|rollback|scale|set up|start|stop|taint|tear down|trigger|terminate|throw away|truncate|turn off|uninstall|untaint|upgrade|wipe|yank)\b/i;
/** The command is a text that something else is done with: put into a file, compared, explained. */
const IS_TEXT =
  /(?<![\w./-])(?:this(?! (?:package|library|crate|gem|module|image|release|version|branch|stack|repo|repository|project|machine|host|server|database|namespace|cluster|volume|container|service|app|site|worktree|bucket|queue|topic|key|user|group)\b)|parts?|bits?|paragraphs?|hooks?|checks?|rules?|guards?|calls?|usages?|mentions?|lines?|that|these|those|following|lines?|steps?|runbook|read ?me|docs?|documentation|scripts?|files?|messages?|comments?|notes?|snippets?|examples?|texts?|sections?|commands?|aliases|alias|targets?|jobs?|pipelines?|workflows?|sure|work|fail|pass|faster|safe|safer|understand|know|see|(?<!for )(?:me|us|him|her|them)|says?|reads?)\b/i;

/** "Reset the database with `…`", "drop my stashes, `…`". */
const LEADS_TO = /^(.{3,300}?)(?:,|\s(?:with|using|via|by (?:running|calling|executing)))\s*["'`]*$/is;

/** "Deploy the api to production: `kubectl …`", "make the key usable there: run `ssh-copy-id …`": a request, and how. */
export function asksWithCommand(before: string, runs: (introduction: string) => boolean): boolean {
  const colon = before.lastIndexOf(":");
  if (colon > 300) return false;
  const head = colon === -1 ? LEADS_TO.exec(before)?.[1] : before.slice(0, colon);
  if (head === undefined || head.includes(":") || !DOES.test(head) || IS_TEXT.test(head)) return false;
  const introduction = colon === -1 ? "" : before.slice(colon + 1).trim();
  return introduction.replace(/["'`]/g, "") === "" || runs(introduction);
}
