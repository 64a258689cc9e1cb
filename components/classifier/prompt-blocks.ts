/** One line of a list, with its mark as it is written: `-`, `1.`, `a.`. */
type Item = { mark: string; depth: number; text: string };
export type PromptBlock =
  | { kind: "heading"; depth: number; text: string }
  | { kind: "list"; items: Item[] }
  | { kind: "paragraph"; text: string }
  /** Lines that mean what they are one by one, such as the form of an answer. */
  | { kind: "lines"; text: string };

const HEADING = /^(#{1,6}) (.*)$/;
const ITEM = /^( *)(-|\d{1,3}\.|[a-z]\.) (.*)$/;
/** A tag at the beginning of a line is a line of a form. */
const FORM = /^<\/?[a-z]/;

/**
 * The prompts' own small part of Markdown, with soft line breaks joined: within a paragraph or an item a line break means a space.
 */
export function promptBlocks(text: string): PromptBlock[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\s+$/g, ""))
    .filter((part) => part !== "")
    .flatMap(blocksOf);
}

function blocksOf(part: string): PromptBlock[] {
  const lines = part.split("\n");
  if (FORM.test(lines[0] ?? "")) return [{ kind: "lines", text: part }];
  const blocks: PromptBlock[] = [];
  for (const line of lines) add(line, blocks);
  return blocks;
}

function add(line: string, blocks: PromptBlock[]): void {
  const last = blocks.at(-1);
  const heading = HEADING.exec(line);
  const item = ITEM.exec(line);
  if (heading) blocks.push({ kind: "heading", depth: heading[1]?.length ?? 1, text: heading[2] ?? "" });
  else if (item) {
    const [, indent = "", mark = "", text = ""] = item;
    const one = { mark, depth: indent.length > 0 ? 1 : 0, text };
    if (last?.kind === "list") last.items.push(one);
    else blocks.push({ kind: "list", items: [one] });
  } else if (last?.kind === "list" && line.startsWith(" ")) {
    const open = last.items.at(-1);
    if (open) open.text += ` ${line.trim()}`;
  } else if (last?.kind === "paragraph") last.text += ` ${line.trim()}`;
  else blocks.push({ kind: "paragraph", text: line.trim() });
}
