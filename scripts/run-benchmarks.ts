import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Figure, Report } from "@/bench/support/report";

const FOLDER = path.resolve("bench");

/** Names of all benchmarks, or those asked for. */
function selected(names: string[]): string[] {
  const all = readdirSync(FOLDER)
    .filter((file) => /^[^.]+\.ts$/.test(file))
    .map((file) => path.basename(file, ".ts"));
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new Error(`there is no benchmark ${unknown}; there are: ${all.join(", ")}`);
  return names.length > 0 ? names : all;
}

function detailsOf({ name, value, unit, ...rest }: Figure): string {
  return Object.entries(rest)
    .map(([key, measured]) => `${key} ${measured}`)
    .join("  ");
}

function printTable(figures: Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    figure.value.toLocaleString("en"),
    figure.unit,
    detailsOf(figure),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [name = "", value = "", unit = "", details = ""] of rows)
    console.log(
      [name.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), unit.padEnd(widths[2] ?? 0), details]
        .join("  ")
        .trimEnd(),
    );
}

async function runBenchmark(name: string, asJson: boolean): Promise<void> {
  console.error(`${name} …`);
  const { run } = (await import(pathToFileURL(path.join(FOLDER, `${name}.ts`)).href)) as {
    run: (report: Report) => Promise<void>;
  };
  const figures: Figure[] = [];
  await run((figure) => {
    figures.push(figure);
    if (asJson) console.log(JSON.stringify(figure));
  });
  if (!asJson) printTable(figures);
}

const USAGE = "npm run bench [NAME]... [-- --json]";

const args = process.argv.slice(2);
try {
  const strange = args.find((arg) => arg.startsWith("-") && arg !== "--json");
  if (strange !== undefined) throw new Error(`${USAGE}\nbenchmarks: ${selected([]).join(", ")}`);
  for (const name of selected(args.filter((arg) => !arg.startsWith("-"))))
    await runBenchmark(name, args.includes("--json"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
