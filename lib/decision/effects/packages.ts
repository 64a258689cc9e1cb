import type { SimpleCommand } from "../shell/types";
import { hasFlag, isInspection, operands, optionValues } from "./arguments";
import { destinationOf, hostOf } from "./destinations";
import { clip } from "./clip";
import { weakTls } from "./sending";
import { add, type Maker, type Scene } from "./scene";

const PUBLIC_REGISTRIES =
  /(^|\.)(npmjs\.(org|com)|yarnpkg\.com|pypi\.org|pythonhosted\.org|crates\.io|rubygems\.org|golang\.org|pytorch\.org|npmmirror\.com|jsr\.io|maven\.org|debian\.org|ubuntu\.com|nvidia\.com|anaconda\.org|nuget\.org|packagist\.org)$/;

/** A registry, index or mirror named on the command line. Traits of `install`: `source`, `to`, `packages`. */
function fromRegistry(command: SimpleCommand, scene: Scene): void {
  for (const url of optionValues(
    command,
    "--registry",
    "--index-url",
    "--extra-index-url",
    "-i",
    "--source",
    "--find-links",
    "-f",
    "--index",
  )) {
    const host = hostOf(url.value);
    if (host === null || !/^[a-z]+:\/\//.test(url.value)) continue;
    const to = PUBLIC_REGISTRIES.test(host) ? "trusted" : destinationOf(host, scene.trust);
    add(scene, "install", "host", host, url, `installs from ${host}`, {
      source: "registry",
      to,
      packages: clip(command.args.map((a) => a.value).join(" ")),
    });
  }
  for (const host of optionValues(command, "--trusted-host")) {
    if (!PUBLIC_REGISTRIES.test(host.value)) weakTls(command, scene, host.value);
  }
}

const packages: Maker = (command, scene) => {
  if (isInspection(command)) return;
  const [verb, ...words] = operands(command, [
    "--prefix",
    "-C",
    "--registry",
    "--index-url",
    "--extra-index-url",
    "-r",
    "--requirement",
    "-c",
    "-t",
    "--target",
    "--python",
    "-w",
    "--workspace",
    "--filter",
    "--tag",
    "--access",
    "--otp",
  ]);
  const name = command.name === "uv" && verb?.value === "pip" ? words.shift()?.value : verb?.value;
  if (
    name === "publish" ||
    (command.name === "cargo" && name === "yank") ||
    (command.name === "npm" && /^(unpublish|deprecate|owner|access|dist-tag)$/.test(name ?? "")) ||
    (command.name === "gem" && /^(push|yank)$/.test(name ?? "")) ||
    (command.name === "twine" && name === "upload")
  ) {
    if (!hasFlag(command, "--dry-run", "-n"))
      add(
        scene,
        "publish",
        "package",
        words[0]?.value ?? null,
        command,
        `${command.name} ${name ?? ""}: publishes a package`,
        { act: name ?? "publish" },
      );
    return;
  }
  if (command.name === "npm" && name === "config" && words[0]?.value.startsWith("set") === true) {
    const setting = words
      .slice(1)
      .map((word) => word.value)
      .join("=");
    if (/strict-ssl=?(false)?$/.test(setting) && setting.includes("false")) weakTls(command, scene, undefined);
    if (setting.startsWith("registry=")) registryChanged(setting.slice(9), command, scene);
    return;
  }
  if (/^pip3?$/.test(command.name) && name === "config" && /index-url/.test(words[1]?.value ?? ""))
    return registryChanged(words[2]?.value ?? "", command, scene);
  if (!/^(install|i|add|ci|update|up|upgrade|get|x|dlx|download|sync|create)$/.test(name ?? "")) return;
  fromRegistry(command, scene);
  for (const word of words) {
    const direct = /^(git\+|git:\/\/|https?:\/\/|github:|gitlab:|bitbucket:|ssh:\/\/)/.test(word.value);
    if (!direct) continue;
    const host = hostOf(word.value.replace(/^git\+/, "").replace(/^(github|gitlab|bitbucket):/, "https://$1.com/"));
    const to = scene.trust.gitRemote(word.value.replace(/^git\+/, "")) ? "trusted" : destinationOf(host, scene.trust);
    add(scene, "install", "url", word.value, word, `installs straight from ${clip(word.value)}`, {
      source: "url",
      to,
      packages: clip(word.value),
    });
  }
};

function registryChanged(url: string, command: SimpleCommand, scene: Scene): void {
  const host = hostOf(url);
  const to = host !== null && PUBLIC_REGISTRIES.test(host) ? "trusted" : destinationOf(host, scene.trust);
  add(scene, "install", "host", host, command, `makes ${host ?? "another place"} the package registry`, {
    source: "registry",
    to,
    packages: "all",
  });
}

export const PACKAGE_MAKERS: Readonly<Record<string, Maker>> = {
  npm: packages, pnpm: packages, yarn: packages, bun: packages, pip: packages, pip3: packages, pipx: packages, uv: packages, poetry: packages, pdm: packages,
  cargo: packages, gem: packages, twine: packages, go: packages, brew: packages, conda: packages, deno: packages,
}; // prettier-ignore
