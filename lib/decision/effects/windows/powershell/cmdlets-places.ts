import { resolvePath } from "../../../paths";
import { isKnown } from "../../../shell/word";
import { type Cmdlet, type CmdletCall, given, givenOrInput, has, operandsOf, placesOf, word } from "./cmdlet";
import { joinedPath } from "./methods";
import { does, printed } from "./state";
import { NOTHING, unknown, type Value, valueOf } from "./values";
import { filePath } from "./variables";

const changeDirectory = (call: CmdletCall): Value => {
  const { state } = call;
  const target = operandsOf(call, "path", "literalpath").map((one) => filePath(state, one))[0];
  if (target === undefined) return NOTHING;
  const { frame, reader } = state;
  if (call.name === "push-location") state.places.push(has(call, "stackname") ? null : frame.cwd);
  frame.previousCwd = frame.cwd;
  frame.cwd = isKnown(target) && !target.glob && target.value !== "-" ? resolvePath(target.value, frame.cwd, reader.scene.home) : null; // prettier-ignore
  return NOTHING;
};

const goBack = ({ state: { frame, places } }: CmdletCall): Value => {
  frame.cwd = places.pop() ?? null;
  return NOTHING;
};

const here = (call: CmdletCall): Value => {
  const { cwd } = call.state.frame;
  return valueOf([cwd === null ? unknown("$pwd", word("", call)) : word(cwd, call)]);
};

const joinPath = (call: CmdletCall): Value => {
  const parts = [given(call, "path"), given(call, "childpath"), given(call, "additionalchildpath"), ...call.bound.rest];
  return valueOf([joinedPath(parts.flatMap(({ words }) => [...words]), word("", call))]); // prettier-ignore
};

const splitPath = (call: CmdletCall): Value => {
  const paths = operandsOf(call, "path", "literalpath").map((one) => filePath(call.state, one));
  return printed(
    call.state,
    does(call.state, call.span, has(call, "leaf", "leafbase") ? "basename" : "dirname", paths),
  );
};

const pack = (call: CmdletCall): Value => {
  const { state, span } = call;
  const { files } = placesOf(givenOrInput(call, "path", "literalpath"), state);
  const target = given(call, "destinationpath").words.map((one) => filePath(state, one));
  does(state, span, "zip", [word("-r", call), ...target, ...files]);
  return NOTHING;
};

const unpack = (call: CmdletCall): Value => {
  const { state, span } = call;
  const { files } = placesOf(given(call, "path", "literalpath").words, state);
  const target = given(call, "destinationpath").words.map((one) => filePath(state, one));
  does(state, span, "unzip", [word("-o", call), ...files, ...(target.length > 0 ? [word("-d", call), ...target] : [])]);
  return NOTHING;
};

/** Where the session works, parts of paths, and archives. */
export const PLACE_CMDLETS: Readonly<Record<string, Cmdlet>> = {
  "set-location": { positional: "path", values: "literalpath stackname", run: changeDirectory },
  "push-location": { positional: "path", values: "literalpath stackname", run: changeDirectory },
  "pop-location": { run: goBack },
  "get-location": { run: here },
  "join-path": { positional: "path childpath additionalchildpath", run: joinPath },
  "split-path": { positional: "path", values: "literalpath", switches: "parent leaf leafbase extension qualifier noqualifier resolve isabsolute", run: splitPath },
  "compress-archive": { positional: "path destinationpath", values: "literalpath compressionlevel", switches: "update force passthru", run: pack },
  "expand-archive": { positional: "path destinationpath", values: "literalpath", switches: "force passthru", run: unpack },
}; // prettier-ignore
