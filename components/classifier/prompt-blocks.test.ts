import { expect, test } from "vitest";
import { PROMPTS } from "@/lib/classifier/prompts/system";
import { promptBlocks } from "./prompt-blocks";

test("headings, paragraphs and lists stand for themselves, and soft line breaks within them are joined", () => {
  const text = "# Task\n\nTwo lines\nof one thought.\n\n- first\n  goes on\n- second\n   a. within it\n\n1. one";
  expect(promptBlocks(text)).toEqual([
    { kind: "heading", depth: 1, text: "Task" },
    { kind: "paragraph", text: "Two lines of one thought." },
    {
      kind: "list",
      items: [
        { mark: "-", depth: 0, text: "first goes on" },
        { mark: "-", depth: 0, text: "second" },
        { mark: "a.", depth: 1, text: "within it" },
      ],
    },
    { kind: "list", items: [{ mark: "1.", depth: 0, text: "one" }] },
  ]);
});

test("a list may follow its sentence at once, and the form of an answer keeps its lines", () => {
  expect(promptBlocks("Answer:\n- `pass`\n- `flag`").map(({ kind }) => kind)).toEqual(["paragraph", "list"]);
  expect(promptBlocks("<reasoning>\nwhy\n</reasoning>")).toEqual([
    { kind: "lines", text: "<reasoning>\nwhy\n</reasoning>" },
  ]);
  expect(promptBlocks("")).toEqual([]);
});

test("nothing of the prompts is lost but line breaks, spaces and the marks of headings", () => {
  const bare = (text: string) => text.replaceAll(/^#+ /gm, "").replaceAll(/\s+/g, "");
  for (const { text } of PROMPTS) {
    const shown = promptBlocks(text).map((block) =>
      block.kind === "list" ? block.items.map(({ mark, text: words }) => `${mark}${words}`).join("") : block.text,
    );
    expect(bare(shown.join("\n"))).toBe(bare(text));
  }
});
