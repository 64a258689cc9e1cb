import { randomUUID } from "node:crypto";
import { type Place, riskyAction, routineAction } from "@/lib/demo/action";
import { PERSONAS } from "@/lib/demo/personas";
import { createRandom } from "@/lib/demo/random";
import type { LoadRequest } from "./load";

const PER_SESSION = 200;
const RISKY_SHARE = 1 / 30;

/** One session for each token: what an agent does in a day, mostly routine. The same commands in every run. */
export function hookSessions(hookTokens: readonly string[], url: string): LoadRequest[][] {
  const random = createRandom(16);
  const places: Place[] = PERSONAS.flatMap((persona) =>
    persona.projects.map((project) => ({ persona, project, cwd: `/home/dev/${project.name}` })),
  );
  return hookTokens.map((token) => {
    const session_id = randomUUID();
    return Array.from({ length: PER_SESSION }, (): LoadRequest => {
      const place = random.pick(places);
      const { tool, input } = random.chance(RISKY_SHARE) ? riskyAction(place, random) : routineAction(place, random);
      return {
        method: "POST",
        path: url,
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({
          session_id,
          transcript_path: `/home/dev/.claude/projects/${place.project.name}/${session_id}.jsonl`,
          cwd: place.cwd,
          prompt_id: randomUUID(),
          permission_mode: "auto",
          effort: { level: "medium" },
          hook_event_name: "PreToolUse",
          tool_name: tool,
          tool_input: input,
          tool_use_id: `toolu_${randomUUID()}`,
        }),
      };
    });
  });
}
