import { parseArgs } from "node:util";
import { defaultFiles, readCases } from "./cases";
import { Fault } from "./fault";
import { openLines } from "./lines";
import { createReviewer } from "./llm";
import { defaultOutputFiles, readOutputCases } from "./output-cases";
import { runActions, runActionsWithLlm } from "./run-actions";
import { runOutputs } from "./run-outputs";
import { saveEvaluation } from "./save";
import { formatOutputTable, formatTable } from "./table";

const USAGE = "npm run eval -- [--cases FILE]... [--outputs] [--classifier embedded|llm] [--out FILE] | --save DATE";

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: "string", multiple: true },
        outputs: { type: "boolean", default: false },
        classifier: { type: "string" },
        out: { type: "string" },
        save: { type: "string" },
      },
    });
    const { cases, outputs, classifier = "embedded", out, save } = values;
    if (classifier !== "embedded" && classifier !== "llm") throw new Error(`no classifier is called ${classifier}`);
    if (outputs && classifier === "llm") throw new Error("outputs are for the embedded probe");
    if (save !== undefined && (cases ?? out) !== undefined)
      throw new Error("--save is for all cases, and takes no files");
    return { files: cases, outputs, classifier, out, save } as const;
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, 2);
  }
}

function outputs(files: readonly string[], out: string | undefined) {
  const cases = files.flatMap(readOutputCases);
  const lines = openLines(out);
  const { tallies, report } = runOutputs(cases, lines);
  lines.close();
  if (tallies.length > 0) console.log(formatOutputTable(tallies));
  console.log(`${report}\n`);
  return tallies;
}

async function actions(files: readonly string[], out: string | undefined, classifier: "embedded" | "llm") {
  const review = classifier === "llm" ? createReviewer() : null;
  const cases = files.flatMap(readCases);
  const lines = openLines(out);
  const { tallies, report } = review ? await runActionsWithLlm(cases, lines, review) : runActions(cases, lines);
  lines.close();
  if (tallies.length > 0) console.log(formatTable(tallies));
  console.log(report);
  if (review) console.log(review.spent());
  await review?.close();
  return tallies;
}

try {
  const options = readOptions();
  if (options.save !== undefined) {
    const sets = await actions(defaultFiles(), undefined, "embedded");
    saveEvaluation(options.save, sets, outputs(defaultOutputFiles(), undefined));
  } else if (options.outputs) outputs(options.files ?? defaultOutputFiles(), options.out);
  else await actions(options.files ?? defaultFiles(), options.out, options.classifier);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
