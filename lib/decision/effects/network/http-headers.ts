import type { SimpleCommand, Word } from "../../shell/types";
import { flowInto } from "../secrets/flow";
import type { Scene, Source } from "../scene";
import { noInput } from "./sending";

/** Where a service expects a credential; the other headers, cookies and names of the client carry one nowhere it belongs. */
const PROVES =
  /^(?:(?:proxy-)?authorization|cookie|[\w-]*(?:key|token|auth|secret|password|credential|signature)[\w-]*)\s*:|^[^:\s]*$|^Bearer\b/i;
const PACKS = /^(?:-A|--user-agent|-e|--referer|-b|--cookie|-U)$/;

/** Secrets that are packed into headers where nobody looks for them. A variable in a cookie is how one logs in; a file is not. */
export function packed(headers: readonly Word[], command: SimpleCommand, scene: Scene): Source[] {
  return headers.flatMap((header) => {
    const at = command.args.indexOf(header);
    const named = PACKS.test(command.args[at - 1]?.value ?? "");
    if (!named && PROVES.test(header.value)) return [];
    return flowInto(noInput(command), scene, [header]).filter(
      ({ sort, label }) => sort === "environment" || (sort === "secret" && label.startsWith("/")),
    );
  });
}
