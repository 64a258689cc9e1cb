import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";

const COMMANDS = `# The cases that come with Gatehouse
npm run eval
# Your own, one JSON case a line; --out FILE keeps each verdict
npm run eval -- --cases history.jsonl
# All of them, kept for this page under that date
npm run eval -- --save 2026-01-31`;

/** Figures that nobody can repeat are worth little. */
export const HowToMeasure = () => (
  <Card
    id="how-to-measure"
    title="Measure it yourself"
    description="The evaluation runs the code that decides, on one core and without a network. docs/classifier.md describes a case."
    actions={
      <a
        href="/api/v1/audit/export?format=cases&type=decisions&range=30d"
        download
        className={buttonClass({ size: "sm" })}
      >
        <Download aria-hidden /> Your decisions of 30 days as cases
      </a>
    }
  >
    <CodeBlock label="Commands of the evaluation" copy={COMMANDS} wrap>
      {COMMANDS}
    </CodeBlock>
  </Card>
);
