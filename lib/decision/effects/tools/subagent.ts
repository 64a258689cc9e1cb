import { inputText } from "../../input-text";
import { isNegated, isReport, afterLead, isQuestion, plain, sentencesOf } from "../../sentences";
import { readShell } from "../../shell/read";
import { asCommand } from "./asked-in-words";
import type { Scene } from "../scene";

/** Tools that set another agent, or this one at a later time, to work, and the field that says at what. */
const TASK_FIELDS: Readonly<Record<string, string>> = {
  Agent: "prompt",
  Task: "prompt",
  SendMessage: "message",
  ScheduleWakeup: "prompt",
  CronCreate: "prompt",
};

/** Characters of a task that are read, and commands in it that are judged. */
const MAX_TASK = 40_000;
const MAX_COMMANDS = 40;

/** "Run `npm test`", "then execute:", "the following commands": asked for. "Find uses of `rm -rf`" is not. */
const ASKS_TO_RUN = /\b(?:runs?|execute|invoke|use|call|do|type|enter|issue|perform|start|launch|with|via|using|commands?|following|steps?)\b[^.!?\n`]{0,40}$/i; // prettier-ignore
const LOOKS_AT = /\b(?:find|search|grep|look|explain|describe|document|list|where|why|how|what|review|audit|detect|check (?:for|whether|if)|contains?|calls?|uses|mentions?|replace|remove|rename|refactor|warn|test that|examples? of|instead of|rather than|instances? of|occurrences? of|usages? of|cover(?:s|ing)?|pars(?:e|es|ing)|classif\w+|reject\w*|recogni[sz]\w+|blocks|blocked|not)\b[^.!?\n`]{0,80}$/i; // prettier-ignore

const INLINE = /`([^`\n]{2,400})`/g;
const FENCED = /```(?:bash|sh|shell|zsh|console|terminal)?[ \t]*\n([\s\S]{1,4000}?)(?:```|$)/g;

type Passage = { text: string; start: number; end: number; isVerbatim: boolean };

/**
 * What the task for an agent tells it to do, as far as words show it: commands given to be run, and acts that nobody does by accident.
 * What it leaves open passes: each call of that agent is judged when it comes.
 */
export function tasks(scene: Scene): void {
  const { tool } = scene.action;
  const field = Object.hasOwn(TASK_FIELDS, tool) ? TASK_FIELDS[tool] : undefined;
  const given = field === undefined ? null : inputText(scene.action, field);
  if (field === undefined || given === null) return;
  scene.field = field;
  const task = given.slice(0, MAX_TASK);
  for (const passage of [...givenCommands(task), ...wordedActs(task)].slice(0, MAX_COMMANDS)) judge(passage, scene);
}

function givenCommands(task: string): Passage[] {
  const found: Passage[] = [];
  for (const pattern of [FENCED, INLINE])
    for (const match of task.matchAll(pattern)) {
      const text = match[1] ?? "";
      const start = match.index + match[0].indexOf(text);
      if (isAskedFor(task, match.index)) found.push({ text, start, end: start + text.length, isVerbatim: true });
    } // prettier-ignore
  return found;
}

/** Told by the sentence before it. */
function isAskedFor(task: string, at: number): boolean {
  const before = plain(task.slice(Math.max(0, at - 200), at)).trimEnd();
  const sentence = before.split(/[.!?](?:\s|$)|\n\s*\n/).at(-1) ?? "";
  if (isNegated(sentence) || LOOKS_AT.test(sentence)) return false;
  return sentence.trim() === "" || /^(?:[-*•]|\d{1,2}[.)])$/.test(sentence.trim()) || ASKS_TO_RUN.test(sentence);
}

const CLAUSES = /\s*(?:[,;:]|\band then\b|\bthen\b|\band\b|\bafter that\b)\s*/gi;
/** Not a negation of the act itself. */
const UNASKED = /\bwithout (?:asking|confirm\w*|review\w*|waiting|approval|permission|checking|telling)\b[^,.;]*/gi;

function wordedActs(task: string): Passage[] {
  let from = 0;
  return sentencesOf(task).flatMap((sentence): Passage[] => {
    const start = task.indexOf(sentence.text, from);
    if (start < 0) return [];
    from = start + sentence.text.length;
    const text = plain(sentence.text).replace(UNASKED, "");
    if (isNegated(text) || isReport({ ...sentence, text }) || isQuestion(text)) return [];
    return [text, ...text.split(CLAUSES)].flatMap((clause) => {
      const command = asCommand(afterLead(clause));
      return command === null ? [] : [{ text: command, start, end: from, isVerbatim: false }];
    });
  });
}

/** The effects of a command line, with evidence that points into the task. What cannot be read is left to the call itself. */
function judge({ text, start, end, isVerbatim }: Passage, scene: Scene): void {
  const before = scene.effects.length;
  const { git, cwd } = scene.action;
  const place = { cwd, home: scene.home, gitRoot: git?.root ?? null, gitBranch: git?.branch ?? null };
  const opaque = scene.opaque.length;
  scene.addReading(readShell(text, place), scene);
  scene.opaque.length = opaque;
  for (let i = before; i < scene.effects.length; i++) {
    const effect = scene.effects[i];
    if (effect === undefined) continue;
    const { evidence } = effect;
    const span = isVerbatim ? { start: evidence.start + start, end: evidence.end + start } : { start, end };
    scene.effects[i] = { ...effect, evidence: { ...evidence, ...span, field: scene.field } };
  }
}
