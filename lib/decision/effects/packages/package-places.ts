import type { Word } from "../../shell/types";
import { after } from "../../shell/word";
import { destinationOf, hostOf } from "../network/destinations";
import { isTrustedRemote, looksLikeUrl } from "../git/git-remotes";
import type { Scene } from "../scene";

/** Registries everybody uses: the programs' own defaults, and those of systems and their vendors. */
const PUBLIC_REGISTRIES =
  /(^|\.)(npmjs\.(org|com)|yarnpkg\.com|pypi\.org|pythonhosted\.org|crates\.io|rubygems\.org|golang\.org|pytorch\.org|npmmirror\.com|jsr\.io|maven\.org|debian\.org|ubuntu\.com|nvidia\.com|anaconda\.org|nuget\.org|packagist\.org|deno\.land)$/;

/** Which commit, tag or part of a repository: `…/name.git@v1.2#egg=name`. */
const REVISION = /(?:@[^/@:#]{1,100})?(?:#[^/]{0,200})?$/;

/** Whether packages may come from here. */
export function placeOfPackages(url: string, scene: Scene): { host: string | null; to: string } {
  const plain = url.replace(/^(?:git|hg|svn|bzr|sparse)\+/i, "");
  const host = hostOf(plain);
  const { trust } = scene;
  const trusted =
    (host !== null && PUBLIC_REGISTRIES.test(host)) ||
    trust.registry(plain) ||
    (looksLikeUrl(plain) && isTrustedRemote(plain.replace(REVISION, ""), scene));
  return { host, to: trusted ? "trusted" : destinationOf(host, trust) };
}

const IN_WORD = /(?:^|[=\s,|])((?:\w+\+)?(?:https?|ftp|ssh|git):\/\/[^\s,|]+)/i;

/** The addresses that words hold: `--index-url=https://…`, `registry=https://…`, `-DrepoUrl=https://…`, or by themselves. */
export function addressesIn(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const match = IN_WORD.exec(word.value.slice(0, 8_000));
    const url = match?.[1];
    if (match === null || url === undefined) return [];
    return [{ ...after(word, match.index + match[0].length - url.length), value: url }];
  });
}
