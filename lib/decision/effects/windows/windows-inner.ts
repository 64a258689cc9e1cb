import type { Reading, SimpleCommand } from "../../shell/types";
import type { Scene } from "../scene";

/** Adds what a text does that one of Windows' programs is given to run, and what of it cannot be told. */
export function addInner(reading: Reading, scene: Scene): void {
  scene.addReading(reading, scene);
  for (const { reason, evidence } of reading.opaque)
    scene.opaque.push({ reason, evidence: { ...evidence, field: scene.field } });
}

/** Adds what one call of another program would do. */
export function runs(command: SimpleCommand, scene: Scene): void {
  scene.addReading({ commands: [command], opaque: [], disguised: [], files: scene.reading.files, isCut: false }, scene);
}
