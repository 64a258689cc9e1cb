import type { SimpleCommand, Word } from "../shell/types";

/** Options that say which thing is meant, in the many tools that have them. */
const NAMES = /^--?(?:[a-z]+-)*(?:names?|ids?|identifiers?)$/;
/** Options that take no word of their own. */
const PLAIN =
  /^(?:-(?:[fyqrv]|[rfv]{2,3}|it)|--(?:yes|if-exists|force|quiet|recursive|wait|now|purge|all|confirm|assume-yes|auto-approve|no-prompt|cascade|prune|ignore-not-found|delete-emptydir-data|ignore-daemonsets|apply-immediately|skip-final-snapshot|volumes|verbose|debug|dry-run|no-input|noinput|non-interactive|interactive|squash|admin|merge|rebase|cleanup-tag|delete-branch))$/;
/** Sorts of things, which stand before the name of one. */
const SORTS =
  /^(?:(?:namespace|deployment|statefulset|daemonset|replicaset|pod|service|job|cronjob|node|secret|configmap|role|rolebinding|clusterrole|clusterrolebinding|crd|customresourcedefinition|cluster|instance|server|vm|machine|app|application|project|volume|network|image|container|database|table|bucket|queue|topic|stack|user|group|member|team|repo|branch|tag|release|environment|env|key|token|function|rule|policy|zone|record|domain|snapshot|backup|disk|index|collection|context|workspace|droplet|issue|pr|workflow|run|variable|hpa|pdb|pvc|pv|deploy|sts|ds|rs|svc|cm|ns|po|no|sa|cj|ing|ingress|ingresse)s?|serviceaccounts?|persistentvolumeclaims?|persistentvolumes?|all)$/i;

/**
 * What a call is about, by name: the values of options that name something, and its words behind the verb. A request has to hold them all,
 * however many they are.
 * @param behind operands behind the verb
 */
export function objectsOf({ args }: SimpleCommand, behind: readonly Word[]): readonly string[] {
  const named: string[] = [];
  const before = new Map<Word, string>();
  let option = "";
  let last = "";
  for (const word of args) {
    before.set(word, last);
    last = word.value;
    if (last.startsWith("-")) option = last;
    else if (NAMES.test(option)) named.push(last);
  }
  const words = behind.filter((word) => {
    const ahead = before.get(word) ?? "";
    return !ahead.startsWith("-") || ahead.includes("=") || PLAIN.test(ahead);
  });
  return [...new Set([...named, ...words.map(({ value }) => value)].filter(isName))];
}

const isName = (value: string): boolean => /[a-z]/i.test(value) && !/[=\s$]/.test(value) && !value.startsWith("-") && !SORTS.test(value) && !/^db:[\w:]+$/.test(value); // prettier-ignore
