import type { SimpleCommand, Word } from "../shell/types";

/** Options that say which thing is meant, in the many tools that have them. */
const NAMES = /^--?(?:[a-z]+-)*(?:names?|ids?|identifiers?)$/;
/** Options that take no word of their own. */
const PLAIN =
  /^(?:-(?:[fyqrv]|[rfv]{2,3}|it)|--(?:yes|if-exists|force|quiet|recursive|wait|now|purge|all|confirm|assume-yes|auto-approve|no-prompt|cascade|prune|ignore-not-found|delete-emptydir-data|ignore-daemonsets|apply-immediately|skip-final-snapshot|volumes|verbose|debug|dry-run|no-input|noinput|non-interactive|interactive|squash|admin|merge|rebase|cleanup-tag|delete-branch))$/;
/** Sorts of things, which stand before the name of one. */
const SORTS =
  /^(?:(?:namespace|deployment|statefulset|daemonset|replicaset|pod|service|job|cronjob|node|secret|configmap|role|rolebinding|clusterrole|clusterrolebinding|crd|customresourcedefinition|cluster|instance|server|vm|machine|app|application|project|volume|network|image|container|database|table|bucket|queue|topic|stack|user|group|member|team|repo|branch|tag|release|environment|env|key|token|function|rule|policy|zone|record|domain|snapshot|backup|disk|index|collection|context|workspace|droplet|issue|pr|workflow|run|variable|hpa|pdb|pvc|pv|deploy|sts|ds|rs|svc|cm|ns|po|no|sa|cj|ing|ingress|ingresse)s?|serviceaccounts?|persistentvolumeclaims?|persistentvolumes?|all)$/i;
const MAX_OBJECTS = 12;

/**
 * What a call is about, by name: its words behind the verb, and the values of options that name something. A request has to hold them all.
 * Empty where there are none, or more than anybody would name.
 * @param behind operands behind the verb
 */
export function objectsOf({ args }: SimpleCommand, behind: readonly Word[]): readonly string[] {
  const named = args.flatMap(({ value }, i) => (NAMES.test(value) ? valuesFrom(args, i + 1) : []));
  const words = behind.filter((word) => {
    const before = args[args.indexOf(word) - 1]?.value ?? "";
    return !before.startsWith("-") || before.includes("=") || PLAIN.test(before);
  });
  const all = [...named, ...words.map(({ value }) => value)].filter(isName);
  return all.length > MAX_OBJECTS ? [] : [...new Set(all)];
}

function valuesFrom(args: readonly Word[], from: number): string[] {
  const end = args.findIndex(({ value }, i) => i >= from && value.startsWith("-"));
  return args.slice(from, end === -1 ? args.length : end).map(({ value }) => value);
}

const isName = (value: string): boolean => /[a-z]/i.test(value) && !/[=\s$]/.test(value) && !value.startsWith("-") && !SORTS.test(value) && !/^db:[\w:]+$/.test(value); // prettier-ignore
