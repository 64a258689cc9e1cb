import { stdinText } from "../../shell/static-output";
import type { SimpleCommand } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { weighed } from "../code/code-scripts";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** What a command line reaches of the person's own desktop: the screen, the clipboard, the browser they are signed in with. */

const looks = (note: string, how: string, command: SimpleCommand, scene: Scene): void =>
  add(scene, "credential-read", "command", command.name, command, note, { how, delicacy: "store" });

type Test = (command: SimpleCommand) => boolean;

/** A window or a region is what one means to show; all of the screen shows whatever is open. */
const isWhole: Test = ({ args }) => !args.some(({ value }) => PART.test(value));
const PART = /^(?:-[a-zA-Z]*[lRgsawuW]\w*|--(?:window|area|select|geometry|region)(?:=.*)?|-h|--help|--version|-V)$/;
const GRABS = /^(?:x11grab|gdigrab|avfoundation|kmsgrab)$/;

const SCREENS: Readonly<Record<string, Test>> = {
  screencapture: (command) => isWhole(command) && operands(command).length > 0,
  import: (command) => optionValues(command, "-window").some(({ value }) => value === "root"),
  xwd: (command) => hasFlag(command, "-root"),
  ffmpeg: (command) =>
    optionValues(command, "-f").some(({ value }) => GRABS.test(value)) && !hasFlag(command, "-list_devices"),
  ...Object.fromEntries(
    ["scrot", "maim", "grim", "gnome-screenshot", "spectacle", "ksnip", "wf-recorder", "fbgrab"].map((name) => [name, isWhole]),
  ),
}; // prettier-ignore

const recorder: Maker = (command, scene) => {
  if (SCREENS[command.name]?.(command) === true) looks("records the whole screen", "attach", command, scene);
};

/** Nobody pastes more than that into a terminal unseen. */
const MAX_PASTED = 4_000;

/** Text that a person would paste into a terminal, and that fetches and runs something there. */
const clipboard: Maker = (command, scene) => {
  if (hasFlag(command, "-o", "-out", "--output", "-c", "--clear", "--paste")) return;
  const text = stdinText(command.stdin, scene.known());
  if (text === null || text.length > MAX_PASTED || !text.includes("|")) return;
  const found = weighed(text, command, scene).find(
    ({ kind, traits }) => kind === "fetch-and-execute" && traits.to !== "trusted",
  );
  if (found === undefined) return;
  const note = `lays a command for the person to paste that runs code from ${clip(String(found.traits.host) || "elsewhere")}`;
  add(scene, "guard-change", "command", "clipboard", command, note, { what: "clipboard" });
};

const BROWSERS = /^(?:google-chrome(?:-\w+)?|chrome|Google Chrome(?: \w+)?|chromium(?:-browser)?|Chromium|msedge|microsoft-edge(?:-\w+)?|Microsoft Edge|brave(?:-browser)?|Brave Browser|opera|vivaldi|arc|Arc)(?:\.app|\.exe)?$/; // prettier-ignore
const OWN_PROFILE = /\/(?:\.config|Library\/Application Support|AppData\/Local|snap)\/(?:.*\/)?(?:google-chrome|chromium|Google|Chromium|Microsoft Edge|microsoft-edge|BraveSoftware|Arc|vivaldi|opera)/; // prettier-ignore

/** A port for debugging hands every cookie of the profile to whoever connects; a fresh profile has none. */
const browser: Maker = (command, scene) => {
  const app = command.name === "open" ? optionValues(command, "-a")[0]?.value.split("/").at(-1) : command.name;
  if (!BROWSERS.test(app ?? "") || optionValues(command, "--remote-debugging-port").length === 0) return;
  const [profile] = optionValues(command, "--user-data-dir");
  const path = profile === undefined ? null : pathOf(profile, command, scene);
  if (profile !== undefined && (path === null || !OWN_PROFILE.test(path))) return;
  if (profile === undefined && hasFlag(command, "--headless", "--guest", "--incognito")) return;
  // Stopping the browser that is open is what makes the port open on the person's own profile.
  const restarts = scene.effects.some(({ kind, target }) => kind === "kill" && /chrom|edge|brave|arc|vivaldi|opera/i.test(target ?? "")); // prettier-ignore
  const how = profile !== undefined || restarts ? "capture" : "attach";
  looks("opens the person's own browser profile, with its cookies, to other programs", how, command, scene);
};

export const DESKTOP_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.keys(SCREENS).map((name) => [name, recorder])),
  ...Object.fromEntries(["pbcopy", "xclip", "xsel", "wl-copy", "clip.exe", "clip"].map((name) => [name, clipboard])),
  ...Object.fromEntries(
    ["open", "google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser", "Google Chrome", "msedge", "microsoft-edge", "Microsoft Edge", "brave", "brave-browser", "Brave Browser", "opera", "vivaldi"].map((name) => [name, browser]),
  ),
}; // prettier-ignore
