import type { TextBlockParam } from "@anthropic-ai/sdk/resources/messages";
import { type Projected, projectQuestion } from "./projection";
import type { LlmQuestion } from "./types";

/** What stands in the sections of a prompt, read as a strict reader would: a tag is a line of its own, all else is one JSON value a line. */
export type Sections = Readonly<Record<string, readonly unknown[]>>;

export function projected(question: LlmQuestion): Projected {
  const found = projectQuestion(question);
  if (found === null) throw new Error("too long to be shown");
  return found;
}

export const textOf = (blocks: readonly TextBlockParam[]): string => blocks.map(({ text }) => text).join("");

/** All of a prompt that is not in our own words. For tests. */
export function foreignText({ system, prefix, action }: Projected): string {
  return textOf([...system.slice(1), ...prefix, action]);
}

/** For tests. @throws where a section is not closed, is opened twice, or holds anything but JSON */
export function readSections(text: string): Sections {
  const sections: Record<string, unknown[]> = {};
  let open: string | null = null;
  for (const line of text.split("\n").slice(0, -1)) {
    const tag = /^<(\/?)([a-z_]+)>$/.exec(line);
    if (tag === null) {
      if (open === null || line.includes("<")) throw new Error(`no section for ${line}`);
      sections[open]?.push(JSON.parse(line));
      continue;
    }
    const [, slash, name = ""] = tag;
    if (slash === "/" ? open !== name : open !== null || name in sections) throw new Error(`misplaced ${line}`);
    if (slash !== "/") sections[name] = [];
    open = slash === "/" ? null : name;
  }
  if (open !== null) throw new Error(`${open} is not closed`);
  return sections;
}
