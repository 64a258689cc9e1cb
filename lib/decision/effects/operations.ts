import type { Phrasebook } from "./phrases";

const access = (act: string) => ({ act, place: "system", recursive: false, delicate: false });

/** Programs told by more than words and flags: by what stands inside a word, or by flags in groups. */
export const OPERATION_PHRASES: Phrasebook = {
  bfg: [{ when: /./, kind: "git-rewrite", note: "rewrites the repository's history", traits: { what: "history" } }],
  setcap: [{ when: /^(?!-v)/, kind: "change-permission", note: "gives a program root's powers", traits: access("setuid") }],
  tmux: [{ when: /^(?:send-keys|send|paste-buffer)\b.*(?:-t ?\S*(?:claude|codex|agent)|(?:^| )\/[a-z-]+(?: |$))/, kind: "guard-change", note: "types into a terminal as if a person did", traits: { what: "self-drive" } }],
  screen: [{ when: /-X stuff/, kind: "guard-change", note: "types into a terminal as if a person did", traits: { what: "self-drive" } }],
  gdb: [{ when: /(?:^| )(?:-p|--pid|attach)\b/, kind: "system-change", note: "takes over a running process", traits: { act: "inject" } }],
}; // prettier-ignore
