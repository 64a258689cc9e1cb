import { isInspection, operands } from "./arguments";
import { clip } from "./clip";
import { add, type Maker, type Scene } from "./scene";

/** Jobs of a shared queue that are cancelled by their number, which does not tell whose they are. */

const VALUES = ["-s", "--signal", "-M", "--clusters", "-W", "-n", "-name", "-pool"];
const SUBMITS = /\b(?:sbatch|srun|salloc|qsub|bsub|condor_submit)\b/;

/** Whoever submitted something in this session may well mean that. */
const submitted = ({ reading, action }: Scene): boolean =>
  reading.commands.some(({ name }) => SUBMITS.test(name)) ||
  (action.earlier ?? []).some(({ input }) => typeof input.command === "string" && SUBMITS.test(input.command));

const cancels: Maker = (command, scene) => {
  const jobs = operands(command, VALUES).map(({ value }) => value).filter((value) => /^\d/.test(value)); // prettier-ignore
  if (jobs.length === 0 || isInspection(command) || submitted(scene)) return;
  const what = "cancels a job of a shared queue";
  for (const job of jobs.slice(0, MAX_JOBS))
    add(scene, "system-change", "command", job, command, `${command.name}: ${what}`, { act: "service", what, text: clip(`${command.name} ${job}`), where: command.where }); // prettier-ignore
};
const MAX_JOBS = 50;

export const QUEUE_JOB_MAKERS: Readonly<Record<string, Maker>> = { scancel: cancels, qdel: cancels, bkill: cancels, condor_rm: cancels }; // prettier-ignore
