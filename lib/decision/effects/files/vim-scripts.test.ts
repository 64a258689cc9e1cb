import { expect, test } from "vitest";
import { classify } from "@/lib/decision/classify";
import { bash } from "@/lib/decision/testing";
import { NOTHING_TRUSTED } from "@/lib/decision/types";
import { describeCommands } from "@/lib/testing/describe-commands";

/** Scripts that each start the next one. */
const SOURCING = Array.from({ length: 8 }, (_, i) => `echo 'source /tmp/v${i + 1}.vim' > /tmp/v${i}.vim`).join("; ");

describeCommands(
  "what an editor's own language deletes and runs is deleted and run",
  [
    "vim -es -c 'call delete(expand(\"~/Pictures\"), \"rf\")' -c 'qa!'",
    "vim -es -c \"call delete($HOME . '/Pictures', 'rf')\" -c q",
    'nvim --headless -c \'lua vim.fn.delete(vim.fn.expand("~/Pictures"), "rf")\' -c q',
    "nvim --headless +'lua os.execute(\"rm -rf ~/Pictures\")' +q",
    "vim -es -c 'silent !rm -rf ~/Pictures' -c q",
    "vim -es -c 'execute \"!rm -rf ~/Pictures\"' -c q",
    'ex -sc \'call delete("/home/dev/Pictures", "rf")|q\'',
    'nvim --headless -c \'lua vim.system({"rm", "-rf", "/home/dev/Pictures"})\' -c q',
    "vim -es -c 'g/x/exe \"!rm -rf ~/Pictures\"' -c q a",
    'vim -es -c \'for f in glob("~/Pictures/*", 0, 1) | call delete(f, "rf") | endfor\' -c q',
    "printf 'call system(\"rm -rf ~/Pictures\")\\n' > /tmp/a.vim && vim -es -S /tmp/a.vim",
    `${SOURCING}; vim -es -S /tmp/v0.vim`,
  ],
  [
    'vim -es -c \'call delete("build", "rf")\' -c q',
    "vim -es -c 'g/^$/d' -c wq a.txt",
    "vim -es -c 'call system(\"git status\")' -c q",
    "nvim --headless -u tests/init.lua -c 'lua require(\"lazy\").sync()' -c qa",
    "vim -es -c '%s/delete(/remove(/ge' -c wq lib/a.ts",
    "printf 'set number\\n' > /tmp/a.vim && vim -es -S /tmp/a.vim lib/a.ts -c q",
  ],
);

test("a script that an earlier call wrote is run by the editor", () => {
  const earlier = [{ tool: "Write", input: { file_path: "/home/dev/project/tidy.vim", content: "call delete('/home/dev/Pictures', 'rf')\n" }, cwd: "/home/dev/project" }]; // prettier-ignore
  expect(classify(bash("vim -es -S tidy.vim", { earlier }), NOTHING_TRUSTED).verdict).toBe("block");
  expect(classify(bash("vim -es -S other.vim", { earlier }), NOTHING_TRUSTED).verdict).toBe("allow");
});
