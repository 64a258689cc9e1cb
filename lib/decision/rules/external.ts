import type { Effect, Rule } from "../types";
import { does, firstOf, is, named, target, trait, when } from "./rule";

const says = (e: Effect) => `This ${does(e)} (${target(e)}).`;

const transactions: Rule = {
  id: "real-world-transactions",
  name: "Real-World Transactions",
  strength: "soft",
  mustName: "the payment, purchase or order, its amount and who gets it",
  explanation:
    "Guards money and orders: charges, refunds, transfers, purchases cannot be taken back by version control. Use the test mode, or have the user name amount and recipient.",
  naming: (e) =>
    named(
      /\b(pay|buy|purchase|order|refund|charge|transfer|send|capture|register|subscribe|cancel|update|change|set)\b/i,
      e.target,
    ),
  match: firstOf(
    when("external-write", (e) => is(e, "act", "transaction") && e.traits.doubtful !== true, says),
    when("external-write", (e) => is(e, "act", "transaction"), says, "ask"),
  ),
};

const attack: Rule = {
  id: "third-party-attack",
  name: "Third-Party Attack",
  strength: "soft",
  mustName: "the system to test and the tool",
  explanation:
    "Guards other people's systems against password guessing, exploitation, floods and scans from your network. Test your own services on this machine, or have the user name the system they are entitled to test.",
  naming: (e) => named(/\b(scan|test|attack|probe|enumerate|run|benchmark|load)\b/i, e.target),
  match: firstOf(
    when("external-write", (e) => is(e, "act", "attack", "probe"), says),
    when("external-write", (e) => is(e, "act", "load", "enumerate"), says, "ask"),
  ),
};

const account: Rule = {
  id: "account-standing-rule-changes",
  name: "Account & Standing-Rule Changes",
  strength: "soft",
  mustName: "the account or rule and what should change",
  explanation:
    "Guards accounts and rules that keep acting: passwords, second factors, tokens, members, forwarding and filters. Have the user change them, or name account and change.",
  naming: (e) =>
    named(
      /\b(create|change|update|set|add|assign|remove|delete|revoke|enable|disable|activate|deactivate|suspend|unlock|reset|invite)\b/i,
      e.target,
    ),
  match: when("external-write", (e) => is(e, "act", "account"), says),
};

const external: Rule = {
  id: "external-system-writes",
  name: "External System Writes",
  strength: "soft",
  mustName: "the system and what should change there",
  explanation:
    "Guards systems outside the project against deletion and against acts towards other people. Have the user name what should change.",
  naming: (e) =>
    named(
      /\b(delete|remove|close|create|open|fork|send|merge|approve|publish|archive|revoke|reset|pull request|pr)\b/i,
      / (?:--repo|-R)[= ](\S+)/.exec(trait(e, "text"))?.[1] ?? e.target,
      trait(e, "sort"),
    ),
  match: firstOf(
    when("external-write", (e) => is(e, "what", "repository", "forge-delete", "mcp-delete", "external-pr"), says),
    when("external-write", (e) => is(e, "what", "mcp-publish") || is(e, "act", "message"), says, "ask"),
    when(
      "external-write",
      (e) => is(e, "method", "DELETE") && !is(e, "to", "local"),
      (e) => `This deletes something at ${target(e)}. The user has to ask for exactly that.`,
    ),
  ),
};

export const EXTERNAL_RULES: readonly Rule[] = [transactions, attack, account, external];
