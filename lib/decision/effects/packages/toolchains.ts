import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { placeOf } from "../files/places";
import { isSessionsOwn } from "../own";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Builds and programs made to load code from where anybody can put it, and programs of the system changed in place. */

const SCRATCH = String.raw`(?:\/private)?\/(?:tmp|var\/tmp|dev\/shm)\/`;
/** Variables that name a program or a library that others then run, as a make variable or in the environment. */
const LOADED =
  /^(?:CC|CXX|CPP|LD|AR|AS|FC|MAKE|SHELL|CMAKE_(?:C|CXX)_COMPILER(?:_LAUNCHER)?|RUSTC(?:_WRAPPER)?|RUSTC_WORKSPACE_WRAPPER|GOTOOLCHAIN|LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES|INPUTRC|PYTHONSTARTUP|PYTHONHOME|PYTHONPATH|PERL5(?:LIB|DB|OPT)|RUBY(?:OPT|LIB)|NODE_PATH|GIT_(?:EXEC_PATH|EXTERNAL_DIFF|PAGER|EDITOR|SSH|ASKPASS)|SSH_ASKPASS|SUDO_ASKPASS|EDITOR|VISUAL|PAGER|BROWSER|npm_config_script_shell|GCONV_PATH|OPENSSL_CONF|TERMINFO|ZDOTDIR|XDG_(?:CONFIG|DATA)_HOME|HOME)$/;
const FROM_SCRATCH = new RegExp(`^${SCRATCH}(?!tmp\\.|.*\\bmktemp)`);
/** Code that a compiler itself runs. */
const PLUGIN = new RegExp(`(?:^|\\s)(?:-fplugin=|-fpass-plugin=|-specs=|-wrapper |-B)(?:${SCRATCH}|\\.\\./)`);
const COMPILERS = /^(?:g?cc|[gc]\+\+|clang(?:\+\+)?|ld|cmake|g?make|ninja|meson|bazel|cargo|rustc|configure|gcc-\d+|g\+\+-\d+)$/; // prettier-ignore
/** Homes for throw-away settings are ordinary in tests; these alone name a program. */
const IS_PROGRAM = /^(?!HOME$|XDG_|ZDOTDIR$|PYTHONPATH$|NODE_PATH$|TERMINFO$|PYTHONHOME$)/;

const loads = (word: Word, note: string, scene: Scene): void =>
  add(scene, "guard-change", "command", word.value, word, note, { what: "preload" });

/** Variables before a call, and those a build is given as words. */
export const toolchain: Maker = (command, scene) => {
  for (const [name, word] of command.assignments) named(name, word.value, word, scene);
  if (!COMPILERS.test(command.name) && command.name !== "export") return;
  for (const word of command.args) {
    const at = word.value.indexOf("=");
    if (at > 0) named(word.value.slice(0, at).replace(/^-D/, "").replace(/:\w+$/, ""), word.value.slice(at + 1), word, scene); // prettier-ignore
    if (PLUGIN.test(word.value)) loads(word, `has the compiler run ${clip(word.value)}`, scene);
  }
};

function named(name: string, value: string, word: Word, scene: Scene): void {
  if (LOADED.test(name) && IS_PROGRAM.test(name) && FROM_SCRATCH.test(value))
    loads(word, `runs ${clip(value)} in the place of ${name}`, scene);
  if (/^\w*FLAGS$/.test(name) && PLUGIN.test(value)) loads(word, `has the compiler run ${clip(value)}`, scene);
}

/** Flags that name settings in which a build says where its parts come from, and what else it runs. */
const BUILD_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  mvn: ["-s", "--settings", "-gs", "--global-settings"], mvnw: ["-s", "--settings"], gradle: ["-I", "--init-script"], gradlew: ["-I", "--init-script"], terraform: ["-plugin-dir"], tofu: ["-plugin-dir"],
}; // prettier-ignore

/** Settings of a build from where any program of the machine puts files, unless the session put them there. */
const strangeSettings: Maker = (command, scene) => {
  const words = [...optionValues(command, ...(BUILD_SETTINGS[command.name] ?? []))];
  const set = command.assignments.get("TF_CLI_CONFIG_FILE");
  if (set !== undefined) words.push(set);
  for (const word of words) {
    const path = pathOf(word, command, scene);
    if (path === null || !FROM_SCRATCH.test(path) || isSessionsOwn(path, scene)) continue;
    add(scene, "guard-change", "path", path, word, `builds by the settings in ${clip(path)}, which nobody here made`, { what: "borrowed" }); // prettier-ignore
  }
};

export const BUILD_SETTING_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.keys(BUILD_SETTINGS).map((name) => [name, strangeSettings]),
);

const BINARY_EDITORS: Readonly<Record<string, RegExp>> = {
  patchelf: /^--(?:set-interpreter|set-rpath|add-needed|replace-needed|add-rpath|remove-needed|force-rpath)/,
  chrpath: /^(?:-[rcd]|--(?:replace|convert|delete))/, install_name_tool: /^-(?:change|id|add_rpath|rpath)/, objcopy: /^--(?:add-section|update-section|set-start|redefine-sym|weaken)/,
  codesign: /^(?:-\w*s|--sign|--remove-signature)/, ldid: /^-S/, upx: /^(?!-[tl])/,
}; // prettier-ignore

/** Changes programs that others installed. Those of the project are its own to patch. */
const binaryEdit: Maker = (command: SimpleCommand, scene) => {
  if (!command.args.some(({ value }) => BINARY_EDITORS[command.name]?.test(value) === true)) return;
  const target = operands(command).at(-1);
  const path = target === undefined ? null : pathOf(target, command, scene);
  if (path === null || target === undefined || !/^(?:system|critical|elsewhere)$/.test(placeOf(path, scene))) return;
  add(scene, "persist", "path", path, target, `changes the program ${path}`, { what: "program" });
};

export const BINARY_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.keys(BINARY_EDITORS).map((name) => [name, binaryEdit]),
);
