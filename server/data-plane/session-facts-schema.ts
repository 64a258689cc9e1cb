import { z } from "zod";
import type { HarnessFacts } from "@/lib/classifier/types";
import type { GitState } from "@/lib/decision/types";

type Visibility = HarnessFacts["repositoryVisibility"];

/** A repository as the client sees it. `status` is `git status` in short. */
export type RepositoryFacts = GitState & { status: string | null; visibility: Visibility };

/** What the client's harness knows by itself of the place where its agent works. */
export type PlaceFacts = {
  home: string | null;
  additionalDirectories: readonly string[];
  repository: RepositoryFacts | null;
};

const MAX_DIRECTORIES = 50;
const MAX_REMOTES = 40;
const MAX_STATUS = 1_500;

const line = (max: number) => z.string().min(1).max(max).regex(/^[^\p{Cc}\p{Surrogate}]*$/u); // prettier-ignore
const absolute = line(4_096).regex(/^(?:\/|[A-Za-z]:[\\/])/);
const orNull = <T extends z.ZodType>(one: T) => one.nullable().catch(null);
/** Elements that are odd are left out, the others stay. */
const listOf = <T extends z.ZodType>(one: T, max: number) =>
  z.array(z.unknown()).catch([]).transform((items) =>
    items.slice(0, max).flatMap((item) => {
      const read = one.safeParse(item);
      return read.success ? [read.data] : [];
    }),
  ); // prettier-ignore

const Hosted = z.object({ host: line(256), remote: line(1_024), visibility: z.string().catch("unknown") });
const count = z.int().nonnegative();
const Status = z.object({
  clean: z.boolean(),
  counts: orNull(z.object({ staged: count, modified: count, untracked: orNull(count) })),
  porcelain: orNull(z.string()),
});

const Repository = z
  .object({
    root: absolute,
    branch: orNull(line(500)),
    default_branch: orNull(line(500)),
    status: orNull(Status),
    visibility: orNull(
      z.object({
        origin: orNull(Hosted),
        push_remote: orNull(line(200)),
        remotes: listOf(Hosted.extend({ name: line(200) }), MAX_REMOTES),
      }),
    ),
  })
  .transform(({ root, branch, default_branch, status, visibility }): RepositoryFacts => {
    const { origin = null, push_remote = null, remotes = [] } = visibility ?? {};
    const pushedTo = remotes.find(({ name }) => name === push_remote);
    const named = origin === null ? remotes : [{ ...origin, name: "origin" }, ...remotes];
    return {
      root,
      branch,
      defaultBranch: default_branch,
      remotes: Object.fromEntries(named.map((one) => [one.name, urlOf(one)])),
      status: status && statusText(status),
      visibility: visibilityOf([origin?.visibility, pushedTo?.visibility]),
    };
  });

/** `safeguards[].classifier_context` of Claude Code 2.1.329, as far as it is used here; what is odd in it counts as not told. */
export const ClassifierContext = z
  .object({
    home_dir: orNull(absolute).optional(),
    trusted_directories: orNull(
      z.object({ additional: listOf(z.object({ path: absolute }), MAX_DIRECTORIES) }),
    ).optional(),
    git_state: orNull(Repository).optional(),
  })
  .transform((context): PlaceFacts => ({
    home: context.home_dir ?? null,
    additionalDirectories: context.trusted_directories?.additional.map(({ path }) => path) ?? [],
    repository: context.git_state ?? null,
  }));

const urlOf = ({ host, remote }: { host: string; remote: string }): string =>
  /:\/\/|@/.test(remote) ? remote : `https://${host}/${remote.replace(/^\/+/, "")}`;

/** One public place is enough to make what is pushed public; private is only what is so wherever it may go. */
function visibilityOf(told: readonly (string | undefined)[]): Visibility {
  const known = told.filter((one) => one !== undefined);
  if (known.includes("public")) return "public";
  return known.length > 0 && known.every((one) => one === "private") ? "private" : "unverified";
}

function statusText({ clean, counts, porcelain }: z.output<typeof Status>): string {
  if (clean) return "clean";
  const numbers = counts && `${counts.staged} staged, ${counts.modified} modified, ${counts.untracked ?? "?"} untracked`;
  return [numbers, porcelain].filter(Boolean).join("\n").slice(0, MAX_STATUS) || "not clean";
} // prettier-ignore
