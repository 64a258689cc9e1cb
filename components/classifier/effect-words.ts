import type { EffectKind } from "@/lib/decision/types";

/** What an effect is, as a sentence without its subject. */
export const KINDS: Record<EffectKind, string> = {
  read: "Reads",
  write: "Writes",
  delete: "Deletes",
  overwrite: "Overwrites",
  execute: "Runs a program",
  "fetch-and-execute": "Runs fetched code",
  send: "Sends data",
  fetch: "Fetches",
  install: "Installs",
  publish: "Publishes",
  "change-permission": "Changes who may use a file",
  persist: "Makes something run later",
  expose: "Opens access from outside",
  kill: "Stops processes",
  "git-push": "Pushes commits",
  "git-force-push": "Force-pushes",
  "git-delete-remote": "Deletes a remote branch",
  "git-rewrite": "Rewrites history",
  "git-discard": "Discards work",
  "git-remote-change": "Changes a git remote",
  "credential-read": "Reads a credential",
  "guard-change": "Changes a safeguard",
  "cloud-change": "Changes cloud resources",
  "cluster-change": "Changes a cluster",
  "infrastructure-change": "Changes infrastructure",
  deploy: "Deploys",
  "database-change": "Works on a database",
  "review-change": "Acts on review or checks",
  "system-change": "Changes the machine",
  "external-write": "Acts on another system",
  everyday: "Everyday work",
};

type FactWords = {
  /** What the fact is about. */
  label: string;
  /** Words for its values, by the names that the code has for them; none for what goes without saying. */
  values?: Readonly<Record<string, string>>;
};

/** Facts with a value. The code's names are those of the effect makers' traits. */
export const FACTS: Readonly<Record<string, FactWords>> = {
  to: {
    label: "destination",
    values: {
      local: "this machine",
      trusted: "trusted",
      unknown: "not trusted",
      address: "a bare IP address",
      drop: "a service where anybody can collect what is sent",
    },
  },
  trusted: { label: "trusted" },
  delicacy: {
    label: "holds",
    values: {
      store: "live credentials",
      secret: "a secret",
      private: "private data",
      leak: "a secret that others get to see",
      variable: "a secret in a variable",
    },
  },
  carries: {
    label: "carries",
    values: {
      credential: "a credential", secret: "a secret", literal: "a secret as written", private: "private data",
      environment: "environment variables", history: "histories or logs", file: "a file",
    },
  },
  label: { label: "taken from" },
  via: {
    label: "by way of",
    values: {
      socket: "a raw connection", bucket: "a storage bucket", dns: "DNS look-ups", paste: "a paste service",
      forge: "a code host", gist: "a gist", "public-gist": "a public gist", link: "a link",
      address: "the address itself", http: "HTTP", mcp: "an MCP tool",
    },
  },
  url: { label: "address" },
  text: { label: "in full" },
  where: {
    label: "takes place",
    values: { here: "", remote: "on another machine", container: "in a container" },
  },
  place: {
    label: "place",
    values: {
      critical: "a directory that much depends on", project: "inside the project",
      "project-root": "the project as a whole", scratch: "in a temporary directory",
      "scratch-root": "all temporary files", cache: "in a cache", system: "in the system's directories", home: "in a home directory",
      elsewhere: "outside the project", unknown: "known only when it runs",
    },
  },
  protected: { label: "protected path" },
  how: {
    label: "how",
    values: {
      attach: "out of a running process or the network", capture: "by recording it", commit: "by committing it",
      copy: "by copying it", export: "by writing it to a file", harvest: "by collecting what is stored",
      image: "by putting it into an image", metadata: "from the cloud's metadata service", pack: "by packing it up",
      print: "by printing it", read: "by reading it", search: "by searching for it",
      serve: "by putting it where others can read it", file: "from a file it saved", inline: "within other code",
      model: "as a model that brings its own code", package: "as a package", pipe: "over a pipe",
      repository: "from a repository", substitution: "by a substitution",
    },
  },
  act: {
    label: "does",
    values: {
      acl: "changes an access list", attack: "attacks", apply: "applies changes", approve: "approves",
      backup: "removes backups", blind: "applies unseen changes", chatops: "triggers automation by a comment",
      ci: "turns checks off", "ci-skip": "skips the checks", "cluster-wide": "changes the whole cluster",
      delete: "deletes", disk: "erases a disk", dns: "changes DNS or certificates", download: "saves a download",
      drop: "drops tables or databases", edit: "edits in place", "edit-tool": "edits with Claude Code's own tools",
      escape: "reaches out of its container", exec: "runs a command inside", expose: "makes it public",
      grant: "grants access", image: "pushes an image", inject: "takes over a process", link: "makes a link",
      load: "puts load on it", "mass-delete": "deletes in bulk", mcp: "writes with an MCP tool",
      mode: "changes modes", node: "changes nodes", owner: "changes the owner", power: "stops the machine",
      probe: "probes", prune: "removes what others may need", redirect: "redirects output",
      "remote-copy": "copies to another machine", "remote-exec": "runs a command on another machine",
      "remote-shell": "opens a shell on another machine", release: "publishes a release",
      reset: "empties or rebuilds", "secret-write": "writes to a secret store", setuid: "gives root's powers",
      "stop-workload": "stops a workload", transaction: "moves money", unbounded: "changes every row",
      undo: "undoes migrations", volume: "deletes volumes", "world-writable": "lets everybody write",
    },
  },
  what: {
    label: "concerns",
    values: {
      access: "who may log in and as whom", "agent-flags": "an agent that asks nobody",
      "agent-settings": "the agent's settings", amend: "the last commit", "external-pr": "somebody else's repository",
      "forge-delete": "something on a code host", "hooks-path": "where git hooks are", http: "a web service",
      instructions: "what agents are told", logging: "logs", "mcp-delete": "something that an MCP tool deletes",
      "mcp-publish": "what other people see", "no-verify": "git hooks", preload: "code loaded into other programs",
      program: "a program of everyday use", "security-service": "a security service",
      "self-drive": "a terminal, typed into as if by a person", tls: "certificate checks",
      traffic: "where traffic goes",
    },
  },
  source: {
    label: "source",
    values: {
      package: "its usual registry", registry: "another registry", repository: "another repository",
      unverified: "not verified", url: "an address", file: "a file",
    },
  },
  disguise: { label: "hidden by" },
}; // prettier-ignore

/** Facts that are so or not: said where they are so. */
export const FLAGS: Readonly<Record<string, string>> = {
  all: "all of them",
  bulk: "much at once",
  catcher: "reaches a service that notes who calls",
  delicate: "holds credentials",
  disk: "a disk device",
  feeds: "passes data on",
  found: "whatever a search finds",
  git: "the repository's own data",
  guard: "a security program",
  inProject: "inside the project",
  lease: "with a lease",
  local: "local or test data only",
  logs: "system logs",
  near: "local or test data only",
  node: "as the node's administrator",
  open: "readable by anybody",
  option: "named like an option",
  own: "made here",
  poisoned: "sets agents' rules aside",
  production: "production",
  recursive: "with everything below",
  resolver: "past the machine's resolver",
  shared: "others build on it",
  store: "a credential store",
  stray: "from where nobody keeps programs",
  sweeping: "everything that matches",
  system: "the system's own",
  terminal: "a terminal",
  unresolved: "known only when it runs",
  volumes: "with volumes",
};
