import { type Cmdlet, type CmdletCall, given, givenOrInput, has, word } from "./cmdlet";
import { does, doubt } from "./state";
import { NOTHING, type Value } from "./values";

/** `Restart-Service x`, as the systems' own tool does it. */
const service =
  (verb: string): Cmdlet["run"] =>
  (call) => {
    const { state, span } = call;
    does(state, span, "systemctl", [word(verb, call), ...givenOrInput(call, "name", "displayname")]);
    return NOTHING;
  };

/** Modules of the gallery that everybody has; from anywhere else, or with its checks left out, they are for a person to look at. */
const installModule = (call: CmdletCall): Value => {
  const { state, span } = call;
  const from = given(call, "repository").words;
  const isUsual = from.every(({ value, unknownAt }) => unknownAt === -1 && /^psgallery$/i.test(value));
  if (!isUsual || has(call, "skippublishercheck", "allowprerelease")) doubt(state, "Where this module comes from is not known.", span); // prettier-ignore
  does(state, span, "install-module", givenOrInput(call, "name"));
  return NOTHING;
};

const MODULE = { positional: "name", values: "requiredversion version minimumversion maximumversion repository scope credential proxy", switches: "force allowclobber acceptlicense passthru skippublishercheck allowprerelease trustrepository quiet reinstall" }; // prettier-ignore

/** Services and modules of the machine. */
export const MACHINE_CMDLETS: Readonly<Record<string, Cmdlet>> = {
  "start-service": { positional: "name", values: "displayname inputobject", switches: "passthru", run: service("start") },
  "restart-service": { positional: "name", values: "displayname inputobject", switches: "force passthru", run: service("restart") },
  "install-module": { ...MODULE, run: installModule },
  "install-psresource": { ...MODULE, run: installModule },
  "install-script": { ...MODULE, run: installModule },
  "update-module": { ...MODULE, run: installModule },
}; // prettier-ignore
