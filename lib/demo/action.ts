import type { Random } from "./random";

/** What an agent does in one step. */
export type DemoAction = { tool: string; input: Record<string, unknown> };

/** Where a session works. `{name}` in templates is filled from `words`. */
export type Project = { name: string; remote: string; words: Readonly<Record<string, readonly string[]>> };

/** Commands and paths of one kind of work, with `{placeholders}` for the words of a project. */
export type Persona = {
  id: string;
  projects: readonly Project[];
  /** Day-to-day commands. */
  commands: readonly string[];
  /** Commands that a careful reviewer stops, or asks about. */
  risky: readonly string[];
  /** Files read and edited, below the project. */
  files: readonly string[];
  urls: readonly string[];
};

const fill = (template: string, project: Project, random: Random): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === "project") return project.name;
    if (name === "remote") return project.remote;
    if (name === "n") return String(random.int(2, 4_000));
    const words = project.words[name];
    return words ? random.pick(words) : whole;
  });

export type Place = { persona: Persona; project: Project; cwd: string };

const bash = (command: string): DemoAction => ({ tool: "Bash", input: { command } });

export const riskyAction = ({ persona, project }: Place, random: Random): DemoAction =>
  bash(fill(random.pick(persona.risky), project, random));

/** One step of ordinary work: mostly shell, then reading, editing, searching, now and then the web. */
export function routineAction({ persona, project, cwd }: Place, random: Random): DemoAction {
  const file = () => `${cwd}/${fill(random.pick(persona.files), project, random)}`;
  const share = random.next();
  if (share < 0.46) return bash(fill(random.pick(persona.commands), project, random));
  if (share < 0.64) return { tool: "Read", input: { file_path: file() } };
  if (share < 0.84)
    return {
      tool: "Edit",
      input: { file_path: file(), old_string: "return null;", new_string: "return result;", replace_all: false },
    };
  if (share < 0.89) return { tool: "Grep", input: { pattern: fill("{symbol}", project, random), path: cwd } };
  if (share < 0.93) return { tool: "Write", input: { file_path: file(), content: "// Work in progress.\n" } };
  if (share < 0.97) return { tool: "TodoWrite", input: { todos: [{ content: "Run the tests", status: "pending" }] } };
  return { tool: "WebFetch", input: { url: random.pick(persona.urls), prompt: "How is this configured?" } };
}
