import type { SimpleCommand } from "../shell/types";
import { operands } from "./arguments";

const MAKES = /^(?:(?:container )?(?:create|run)|volume create)$/;
const REMOVES = /^(?:(?:container )?rm|volume (?:rm|remove))$/;

const GROUPS = /^(?:container|image|volume|network)$/;

/** The verb of a call to a container engine, behind the sort of thing it is about where that is said. */
export function verbOf(command: SimpleCommand): string {
  const [first = "", second = ""] = operands(command).map(({ value }) => value);
  return GROUPS.test(first) ? `${first} ${second}` : first;
}

/** A volume that gets a name may have been there. */
const printsNewName = (command: SimpleCommand): boolean => {
  const verb = verbOf(command);
  return MAKES.test(verb) && (verb !== "volume create" || operands(command, ["-d", "--driver", "-o", "--opt", "--label"]).length === 2); // prettier-ignore
};

/** `id=$(docker create app); docker rm -v "$id"`: nothing but what this command line made goes. */
export function removesOwnContainers(command: SimpleCommand): boolean {
  const verb = verbOf(command);
  if (!REMOVES.test(verb)) return false;
  const names = operands(command).slice(verb.split(" ").length);
  return (
    names.length > 0 &&
    names.every(({ from, unknownAt }) => unknownAt === 0 && from.length > 0 && from.every((one) => one.name === command.name && printsNewName(one)))
  );
} // prettier-ignore
