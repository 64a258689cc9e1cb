import type { SimpleCommand, Word } from "../../shell/types";
import { after } from "../../shell/word";

/** Short options of curl that take a value: the rest of the group, or the next word. */
const CURL_VALUED = "dFTHXuAebcxmwKEoCDYyzrtPQU";

/** curl's words with `-sSfH VALUE` and `-sXPOST` taken apart, so that the option with the value stands by itself. */
export function curlWords(command: SimpleCommand): SimpleCommand {
  if (!command.args.some(isGroup)) return command;
  const args: Word[] = [];
  let takesNext = false;
  let open = true;
  for (const arg of command.args) {
    if (!open || takesNext || !isGroup(arg)) args.push(arg);
    else args.push(...takenApart(arg));
    open &&= takesNext || arg.value !== "--";
    takesNext = !takesNext && open && endsValued(args.at(-1) as Word);
  }
  return { ...command, args };
}

const isGroup = ({ value }: Word): boolean => /^-[a-zA-Z#:\d]{2,}/.test(value);
const endsValued = ({ value }: Word): boolean => value.length === 2 && value.startsWith("-") && CURL_VALUED.includes(value[1] as string); // prettier-ignore

function takenApart(arg: Word): Word[] {
  const at = [...arg.value].findIndex((letter, i) => i > 0 && CURL_VALUED.includes(letter));
  if (at <= 1) return [arg];
  const valued = after(arg, at);
  return [
    { ...arg, value: arg.value.slice(0, at), unknownAt: -1, variables: [], from: [] },
    { ...valued, value: `-${valued.value}`, unknownAt: valued.unknownAt === -1 ? -1 : valued.unknownAt + 1, verbatimAt: null }, // prettier-ignore
  ];
}
