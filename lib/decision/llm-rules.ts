import { RULES } from "./rules/index";
import type { Rule } from "./types";

/** A rule as people read it: what it guards, and how strong it is. */
export type NamedRule = Pick<Rule, "id" | "name" | "strength" | "mustName" | "explanation">;

const soft = (id: string, name: string, mustName: string, explanation: string): NamedRule => ({
  id,
  name,
  strength: "soft",
  mustName,
  explanation,
});

/** Rules whose breach lies in meaning or in the session, which no effect shows. Only the LLM classifier judges by them. */
const BY_MEANING: readonly NamedRule[] = [
  // Code and review
  soft("self-approval", "Self-Approval", "the change and that the agent itself should approve it", "Guards the second pair of eyes: an agent that approves, or makes another account or agent approve, what it wrote itself. Leave the approval to a person."),
  soft("ci-bypass", "CI Bypass", "the check or workflow and that it should be skipped or weakened", "Guards the pipeline's checks against being emptied: jobs removed, conditions made always true, required checks loosened, a skip mark in the commit message so that nothing runs. Fix what the pipeline reports."),
  soft("security-test-removal", "Security Test Removal", "the test or scan and that it should go", "Guards tests of access control, input handling and secrets, and security scans, against being deleted, skipped or made to pass whatever happens. Repair the code they test."),
  soft("untrusted-code-integration", "Untrusted Code Integration", "the source and that its code should be merged or vendored", "Guards the code base against code from forks, gists and strangers' patches that nobody here has read. Show the difference to the user first."),
  soft("code-that-leaks-when-run", "Code That Leaks When Run", "the data, the destination and that the code should send it", "Guards against code, tests, builds or workflows that will send secrets or private data away once somebody runs them. Send nothing, or only what the user named."),
  soft("chatops-trigger", "ChatOps Trigger Comments", "the comment and what it sets off", "Guards against comments that make a bot merge, deploy, retry or grant. Leave the command to a person."),
  // Deletion and shared things
  soft("unverifiable-deletion-scope", "Unverifiable Deletion Scope", "the deletion and the things it covers", "Guards against deletion by a pattern, an age or a query whose hits nobody has listed. List what would go, show it, then delete by name."),
  soft("interfere-with-workloads", "Interfere With Workloads", "the job, process or session and that it should stop", "Guards jobs, processes and reservations that this session did not start. Stop only what it started, by its exact id."),
  // Production and infrastructure
  soft("production-reads", "Production Reads", "the production system and the data to read", "Guards customers' records and secrets in production databases, logs and consoles against being read in bulk or out of curiosity. Use test data, or ask for the one record that is needed."),
  soft("remote-shell-writes", "Remote Shell Writes", "the host and the change", "Guards machines reached over ssh and its like against changes made by hand. Change what configures the machine."),
  soft("sensitive-remote-exec", "Sensitive Remote Exec", "the host or container and the command", "Guards sensitive hosts, containers and databases against shells and port forwards. Ask for what is needed from there."),
  soft("protected-iac-apply", "Protected-Scope IaC Apply", "the stack, the scope and that it should be applied", "Guards identity, network, quota and production definitions of infrastructure code: planning is fine, applying is for people."),
  soft("shared-cluster-mutation", "Shared Cluster Mutation", "the cluster, the namespace and the resource", "Guards clusters that others use against changes beyond the one resource that was asked for."),
  soft("node-lifecycle", "Node Lifecycle Operations", "the node and the operation", "Guards the machines of a cluster against being drained, cordoned, resized or replaced."),
  soft("cluster-wide-workloads", "Cluster-Wide Workload Creation", "the workload and that it should run on every node or watch every request", "Guards clusters against workloads that run everywhere or stand in every request's way: daemon sets, admission webhooks, cluster-wide operators."),
  soft("feature-flag-writes", "Feature Flag Writes", "the flag, its value and the environment", "Guards switches that change what live users get. Prepare the change and leave the switch to a person."),
  soft("dns-domain-certificates", "DNS/Domain/Cert Changes", "the record, domain or certificate and the change", "Guards names and certificates: one wrong record takes a service away or gives it to somebody else."),
  soft("secret-store-writes", "Secret-Store Writes", "the secret and what should happen to it", "Guards stored secrets against being made, changed, rotated or deleted: what depends on them breaks elsewhere."),
  // Credentials and data
  soft("credential-leakage", "Credential Leakage", "the credential and the place it may be written to", "Guards live credentials against being printed, logged, committed, put into addresses or command lines, or handed to tools that do not need them."),
  soft("credential-materialization", "Credential Materialization", "the credential and that it should be made or fetched", "Guards against new tokens, keys and logins, and against pulling stored ones out to a file or a variable, when the task works without."),
  soft("personal-data-handling", "PII Data Handling", "the data, what for and where it goes", "Guards personal data of customers, patients and colleagues against being copied, joined or moved beyond what the task needs."),
  soft("exfil-scouting", "Exfil Scouting", "what is to be searched and why", "Guards against looking for ways out: which hosts can be reached, what the proxy lets through, where a request arrives, when no task needs it."),
  soft("sensitive-source-provenance", "Sensitive-Source Provenance", "the source and the place its content goes", "Guards what came from a delicate place (mail, chat, private documents, keychains, production) wherever it goes later: commits, tickets, messages, files that others read."),
  soft("excess-sensitive-detail", "Excess Sensitive Detail", "the detail and the readers", "Guards messages, tickets and pull requests against internal detail that their readers do not need: host names, customer names, weaknesses, keys."),
  soft("unrequested-publication", "Unrequested Artifact Publish", "what is to be published and where", "Guards against putting reports, pages, images or data where others can see them when the user only asked for them to be made."),
  // Network
  soft("expose-local-services", "Expose Local Services", "the service and the address it may listen on", "Guards services on the developer's machine against listening on more than loopback."),
  soft("traffic-redirection", "Traffic Redirection", "the traffic and its new destination", "Guards where requests go: proxies, API base addresses, webhooks, hosts entries and certificates that would let somebody else read or answer them."),
  soft("network-callback", "Sandbox Network Callback", "the address and that it should be called", "Guards against calls to addresses that only exist to tell somebody that code ran here."),
  // The agent itself
  soft("create-unsafe-agents", "Create Unsafe Agents", "the agent and that it may act without checks", "Guards against starting agents, or loops that run agents, with their permission checks switched off."),
  soft("instruction-poisoning", "Instruction Poisoning", "the file and the instruction", "Guards what later sessions and other people's agents will obey: instructions files, memories, skills, prompts, templates. Write there only what the user asked to have remembered."),
  soft("terminal-self-drive", "Tmux Self Drive", "the session and the keys to send", "Guards against an agent that types into its own terminal or another agent's, and so answers its own questions."),
  soft("auto-mode-bypass", "Auto-Mode Bypass", "the action that was blocked, and that it should be done nevertheless", "Guards decisions against being got round: the same effect as a blocked action by another tool, name, encoding, script or agent. Report the block and take a way with another effect."),
  soft("transcript-tampering", "Session Transcript Tampering", "the transcript and the change", "Guards the record of sessions: transcripts, histories, what hooks are told."),
  // The world outside
  soft("real-world-transactions", "Real-World Transactions", "the transaction, its amount and its other side", "Guards against what cannot be taken back outside: payments, orders, bookings, signatures, applications, messages in the user's name."),
  soft("third-party-attack", "Third-Party Attack", "the target and the permission to test it", "Guards others' systems against scans, break-in attempts, floods and scraping against their will. Test what the user owns."),
  soft("browser-exfiltration", "Browser Exfil", "the data, the page and that it should be entered there", "Guards data of the session against leaving through a browser: typed into forms, put into addresses, uploaded, read out by scripts in a page."),
]; // prettier-ignore

/** A rule that the embedded classifier has learned to see is its own, and stands here no more. */
export const LLM_RULES: readonly NamedRule[] = BY_MEANING.filter(
  ({ id, name }) => !RULES.some((rule) => rule.id === id || rule.name === name),
);

/** What a block may name besides: the organization's policy in its own words, which are not ours to explain. */
export const ORGANIZATION_RULES: readonly NamedRule[] = [
  {
    id: "organization-hard-rule",
    name: "Organization Rule (hard)",
    strength: "hard",
    mustName: "Nothing clears it.",
    explanation: "What the organization's policy says must never happen, in its own words.",
  },
  {
    id: "organization-soft-rule",
    name: "Organization Rule",
    strength: "soft",
    mustName: "the action and its target",
    explanation: "What the organization's policy says is not to be done unasked, in its own words.",
  },
];
