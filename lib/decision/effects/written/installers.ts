/**
 * Installers that the vendors of toolchains publish at an address of their own, over TLS. In the build of an image or a pipeline, where
 * nothing of the machine is at stake, they are how a toolchain gets in; anywhere else they are code from elsewhere like any other.
 */
const INSTALLERS: readonly (readonly [host: string, path: RegExp])[] = [
  ["sh.rustup.rs", /^\/?$/],
  ["static.rust-lang.org", /^\/rustup\//],
  ["astral.sh", /^\/(?:uv|ruff)\//],
  ["deb.nodesource.com", /^\/(?:setup|gpgkey)/],
  ["rpm.nodesource.com", /^\/(?:setup|pub)/],
  ["get.docker.com", /^\/?$/],
  ["get.pnpm.io", /^\/install/],
  ["bun.sh", /^\/install/],
  ["bun.com", /^\/install/],
  ["deno.land", /^\/(?:x\/install\/)?install\.sh$/],
  ["get.volta.sh", /^\/?$/],
  ["fnm.vercel.app", /^\/install$/],
  ["mise.run", /^\/?$/],
  ["mise.jdx.dev", /^\/install\.sh$/],
  ["pyenv.run", /^\/?$/],
  ["install.python-poetry.org", /^\/?$/],
  ["bootstrap.pypa.io", /^\/(?:pip\/)?(?:[\d.]+\/)?get-pip\.py$/],
  ["get.sdkman.io", /^\/?$/],
  ["getcomposer.org", /^\/installer$/],
  ["get.helm.sh", /^\//],
  ["dot.net", /^\/v1\/dotnet-install/],
  ["nixos.org", /^\/nix\/install$/],
  ["install.determinate.systems", /^\/nix$/],
  [
    "raw.githubusercontent.com",
    /^\/(?:nvm-sh\/nvm|Homebrew\/install|helm\/helm|asdf-vm\/asdf|pyenv\/pyenv-installer)\//,
  ],
];

const BY_HOST = new Map(INSTALLERS);

export function isToolchainInstaller(address: string | null): boolean {
  if (address === null || !/^https:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { hostname, pathname, port } = new URL(address);
  return port === "" && BY_HOST.get(hostname.toLowerCase())?.test(pathname) === true;
}
