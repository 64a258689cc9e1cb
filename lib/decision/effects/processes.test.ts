import { expect, test } from "vitest";
import { describeCommands } from "@/lib/testing/describe-commands";
import { classify } from "../classify";
import { bash } from "../testing";
import { NOTHING_TRUSTED } from "../types";

describeCommands(
  "what stands in a list of everybody's processes is not ended",
  [
    "nvidia-smi --query-compute-apps=pid --format=csv,noheader | xargs kill",
    "for p in $(nvidia-smi --query-compute-apps=pid --format=csv,noheader); do sudo kill $p; done",
    "lsof -t /dev/nvidia* | xargs kill -9",
    "sudo fuser -k /dev/nvidia1",
    "fuser -km /mnt/data",
    "ps aux | grep python | awk '{print $2}' | xargs sudo kill",
    "ps aux --sort=-rss | awk 'NR>1 {print $2}' | head -3 | xargs kill",
  ],
  [
    "nvidia-smi",
    "fuser -v /dev/nvidia0",
    "fuser -k 8080/tcp",
    "sudo kill $(lsof -ti :8080)",
    "ps aux | grep '[v]itest' | awk '{print $2}' | xargs kill",
    "ps aux | awk '$3 > 95 {print $2}'",
  ],
);

test("with the administrator's rights that is blocked, without them asked about", () => {
  const verdict = (end: string) => classify(bash(`ps -eo pid= | xargs ${end}`), NOTHING_TRUSTED).verdict;
  expect(verdict("sudo kill")).toBe("block");
  expect(verdict("kill")).toBe("ask");
});
