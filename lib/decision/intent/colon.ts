/** Verbs for something that is done to the world, which a command line then says exactly. */
const DOES =
  /^(?:allow|apply|connect|deploy|enable|force-push|install|let|make|migrate|prune|publish|push|reboot|redeploy|release|reset|restart|restore|roll|rollback|scale|set up|start|upgrade)\b/i;
/** The command is a text that something else is done with: put into a file, compared, explained. */
const IS_TEXT =
  /\b(?:this|that|these|those|following|lines?|steps?|runbook|read ?me|docs?|documentation|scripts?|files?|messages?|comments?|notes?|snippets?|examples?|texts?|sections?|commands?|aliases|alias|targets?|jobs?|pipelines?|workflows?|sure|work|fail|pass|faster|safe|safer|understand|know|see|me|us|him|her|them|says?|reads?)\b/i;

/** "Deploy the api to production: `kubectl …`", "make the key usable there: run `ssh-copy-id …`": a request, and how. */
export function asksAfterColon(before: string, runs: (introduction: string) => boolean): boolean {
  const colon = before.lastIndexOf(":");
  if (colon === -1 || colon > 300) return false;
  const head = before.slice(0, colon);
  const introduction = before.slice(colon + 1).trim();
  if (head.includes(":") || !DOES.test(head) || IS_TEXT.test(head)) return false;
  return introduction.replace(/["'`]/g, "") === "" || runs(introduction);
}
