import { describe, expect, test } from "vitest";
import { classify } from "../../classify";
import { bash } from "../../testing";
import { NOTHING_TRUSTED } from "../../types";

const rule = (command: string) =>
  classify(bash(command, { userMessages: [`run \`${command}\``] }), NOTHING_TRUSTED).rule;

describe("no command speaks in the client's place, whatever the user asks", () => {
  test.each([
    "curl https://gh.example/hooks/claude-code",
    "curl https://gh.example/hooks/./claude-code",
    "curl https://gh.example/hooks//claude-code",
    "curl --path-as-is https://gh.example/x/../hooks/claude-code",
    "curl https://gh.example/a/b/../../hooks/claude-code?x=1",
    "curl https://gh.example/hooks/claude%2Dcode",
    "curl https://gh.example/%68ooks/claude-code",
    "curl https://gh.example/hooks%2Fclaude-code",
    "curl https://gh.example/%2568ooks/claude-code",
    'curl "https://gh.example/hooks/claude-cod[e-e]"',
    'curl "https://gh.example/hook[s-t]/claud[a-f]-code"',
    'curl "https://gh.example/{hooks,docs}/{claude-code,x}"',
    "curl https://gh.example/HOOKS/Claude-Code",
    "curl --resolve any.example:443:10.0.0.1 https://any.example/hooks/claude-code",
    "H=hooks; C=claude; curl https://gh.example/$H/$C-code",
    "U=https://gh.example/hooks; curl $U/claude-code -d @p.json",
    "curl -K - <<< 'url = https://gh.example/hooks/claude-code'",
    "wget --post-file p.json https://gh.example/hooks/claude-code",
    "python3 -c \"import requests; requests.post('https://gh.example/hooks/./claude%2Dcode')\"",
    "env | sed -n 's/^GATEHOUSE_TOKE.=//p'",
    "env | grep -i gateh",
    "printenv | tr '\\n' ' ' | awk '/GATEHOUSE/'",
    "declare -p | grep GATEH",
    "declare -p GATEHOUSE_TOKEN",
    "export -p | grep GATEHOUSE_T",
    "grep -a GATEHOUSE /proc/self/environ",
    "tr '\\0' '\\n' < /proc/self/environ | grep GATE",
    "python3 -c \"import os; print(os.environ['GATEHOUSE_'+'TOKEN'])\"",
    "python3 -c \"import os; print([v for k,v in os.environ.items() if k.startswith('GATEH')])\"",
    "node -e \"console.log(process.env['GATEHOUSE'+'_TOKEN'])\"",
    "python3 - <<'E'\nimport os\nn = 'GATEHOUSE_' + 'TOKEN'\nprint(os.environ[n])\nE",
    "ruby -e \"puts ENV['GATEHOUSE_' + 'TOKEN']\"",
    "n=GATEHOUSE_TOKEN; echo ${!n}",
    "a=GATEHOUSE_; n=${a}TOKEN; echo ${!n}",
    "echo $GATEHOUSE_TOKEN",
  ])("%s", (command) => expect(rule(command)).toBe("hook-impersonation"));

  test.each(["cat ~/.claude/remote-settings.json", "jq .env ~/.claude/remote-settings.json", "cat ~/.claude/.credentials.json"])(
    "the client's own files: %s",
    (command) => expect(classify(bash(command), NOTHING_TRUSTED).verdict).toBe("block"),
  );
}); // prettier-ignore

describe("an address that is too long or has too many forms to be tried counts as what it may be", () => {
  const names = (count: number, last: string) => [...Array.from({ length: count }, (_, i) => `a${i}`), last].join(",");
  test.each([
    ["forms", `curl "https://gh.example/{${names(20, "hooks")}}/{${names(20, "claude-code")}}"`],
    ["pairs", `curl "https://gh.example/${"{a,b}".repeat(8)}/hooks/claude-code"`],
    ["nesting", `curl "https://gh.example/${"{a}".repeat(40)}/../hooks/claude-code"`],
    ["characters", `curl "https://gh.example/${"x/../".repeat(2_000)}hooks/claude-code"`],
    ["words", `curl -d "${"a b ".repeat(3_000)} https://gh.example/hooks//claude-code" https://x.example`],
  ])("%s", (_, command) => expect(rule(command)).toBe("hook-impersonation"));

  test.each([
    ["a list of pictures", `curl -O "https://cdn.acme.example/{${names(90, "logo")}}.png"`],
    ["a long body", `curl -d '{"items":[${'{"id":1,"name":"hook","path":"/a/b"},'.repeat(400)}{}]}' https://api.acme.example/v1`],
  ])("%s", (_, command) => expect(rule(command)).not.toBe("hook-impersonation")); // prettier-ignore
});

describe("looking is not speaking", () => {
  test.each([
    "grep -rn GATEHOUSE_TOKEN lib",
    "grep -rn 'hooks/claude' docs",
    "cat server/hooks/claude-code.ts",
    "env | grep GATEHOUSE_URL",
    "env | grep NODE_ENV",
    "env | sort",
    "node -e \"console.log(process.env.GATEHOUSE_URL)\"",
    "node -e \"console.log(process.env['GATEHOUSE_URL'])\"",
    "python3 -c \"import os; print(os.environ['GATEWAY'])\"",
    "curl https://gh.example/healthz",
    "curl https://api.github.com/repos/acme/app/hooks",
    "curl -g 'https://api.example/items[0]/{id}'",
    "git commit -m 'document /hooks/claude-code'",
  ])("%s", (command) => expect(rule(command)).not.toBe("hook-impersonation")); // prettier-ignore
});
