import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify } from "../../../classify";
import { literal } from "../../../shell/word";
import { action } from "../../../testing";
import { NOTHING_TRUSTED } from "../../../types";
import { readPowerShell } from "./read";

const SCENE = { cwd: "/p", home: "/home/dev", gitRoot: null, gitBranch: null };
const whole = (text: string) => ({ ...literal(text, { start: 0, end: text.length }), verbatimAt: 0 });
const read = (text: string) => readPowerShell(whole(text), SCENE, new Map(), null);
const calls = (text: string) =>
  read(text).commands.map(({ name, args }) => [name, ...args.map(({ value }) => value)].join(" "));
const verdict = (command: string) => classify(action("PowerShell", { command }), NOTHING_TRUSTED).verdict;

test.each([
  ["Remove-Item -Path:a -Recurse:$true", "rm -rf -- a"],
  ["rm a -r -fo -ea 0", "rm -rf -- a"],
  ["Remove-Item a, b", "rm -f -- a b"],
  ["Remove-Item a -Recurse:$false", "rm -f -- a"],
  ["$d = 'a'; Remove-Item \"$d\\b\" -Recurse", "rm -rf -- a/b"],
  ["Remove-Item ('a' + 'b')", "rm -f -- ab"],
  ["Remove-Item ('{0}-{1}' -f 'a', 'b')", "rm -f -- a-b"],
  ["Remove-Item (Join-Path $HOME x)", "rm -f -- /home/dev/x"],
  ["Remove-Item C:\\a\\..\\b", "rm -f -- /c/b"],
  ["cd a; Get-Content b | Out-Null", "cat b"],
  ["Remove-Item `\n  a `\n  -Recurse", "rm -rf -- a"],
  ["& 'Remove-Item' a", "rm -f -- a"],
  ["Microsoft.PowerShell.Management\\Remove-Item a", "rm -f -- a"],
  ["Set-ItemProperty HKCU:\\a\\b -Name n -Value 1", "reg add HKCU\\a\\b /v n /d 1"],
  ["Git.exe status -sb", "git status -sb"],
  ["dotnet build -p:A=B --no-restore", "dotnet build -p:A=B --no-restore"],
  ["Invoke-RestMethod -Uri x.example -Method Post -Body 'a'", "curl -X POST --data-raw a x.example"],
  ["'a' | iex", "eval a"],
])("%s is the call %s", (text, call) => {
  expect(calls(text)).toContain(call);
  expect(read(text).opaque).toEqual([]);
});

const PIECES = ["$x", "$(", ")", "{", "}", "@(", "@{", "'", '"', "`", "|", ";", "\n", " ", "-Path ", "-eq ", "iex ", "Remove-Item ", "Get-Content ", "a\\b", ",", ".", "::", "[int]", "[0]", "=", "+=", "if (", "else ", "foreach ($i in ", "function f ", "& ", "> ", "2>&1", "@'\n", "\n'@", "#", "<#", "#>", "%", "C:\\", "git push ", "powershell -c ", "cmd /c ", "\"$(", "é", "😀"]; // prettier-ignore

const HARM = "Remove-Item C:\\Users -Recurse";

test.each([
  `& { ${HARM} }`,
  `$f = { ${HARM} }; & $f`,
  `$f = { ${HARM} }; $f.Invoke()`,
  `function f { ${HARM} }; f`,
  `function f { ${HARM} }`,
  `1 | % { ${HARM} }`,
  `Get-Item . | Select-Object @{ n = 'a'; e = { ${HARM} } }`,
  `if ($a) { } elseif ($b) { ${HARM} }`,
  `try { throw 1 } catch [Exception] { ${HARM} } finally { }`,
  `switch ($a) { 'x' { ${HARM} } default { } }`,
  `do { ${HARM} } while ($true)`,
  `for ($i = 0; $i -lt 3; $i++) { ${HARM} }`,
  `$x = ${HARM}`,
  `"a $(${HARM}) b"`,
  `@"\n$(${HARM})\n"@`,
  `@{ a = (${HARM}) }`,
  `Write-Host ('a' + (${HARM}))`,
  `[void](${HARM})`,
  `npm test && ${HARM}`,
  `npm test & ${HARM}`,
  `npm test |\n  Out-Null\n${HARM}`,
  `Start-Job { ${HARM} }`,
  `'${HARM}' | iex`,
  `iex "${HARM}"`,
  `[scriptblock]::Create('${HARM}').Invoke()`,
  `$ExecutionContext.InvokeCommand.InvokeScript('${HARM}')`,
  `Set-Content x.ps1 '${HARM}'; .\\x.ps1`,
  `echo '${HARM}' | powershell -`,
  `powershell { ${HARM} }`,
  `Set-Alias x Remove-Item; x C:\\Users -Recurse`,
  "'C:\\Users' | Remove-Item -Recurse",
  "$x = 'C:\\Us'; $x += 'ers'; Remove-Item $x -Recurse",
  "$x = 'a'; if ($y) { $x = 'C:\\Users' }; Remove-Item $x -Recurse",
  "Set-Location C:\\; Remove-Item Users -Recurse",
  "[IO.Directory]::Delete('C:\\Users', $true)",
  "(Get-ChildItem C:\\Users).Delete($true)",
  "[Diagnostics.Process]::Start('cmd.exe', '/c rd /s /q C:\\Users')",
  "Remove-Item C:\\Users \u2013Recurse",
])("%s deletes all the same", (command) => {
  expect(verdict(command)).toBe("block");
});

test("an item far back in a long list is not lost", () => {
  const many = Array.from({ length: 2_000 }, (_, i) => `'a${i}'`).join(",");
  expect(verdict(`Remove-Item @(${many},'C:\\Users') -Recurse`)).not.toBe("allow");
  expect(verdict(`$x = ${many},'C:\\Users'; Remove-Item $x -Recurse`)).not.toBe("allow");
});

describe("ways to hide a command", () => {
  test.each(["Rem`ove-Item a", "Re''move-Item a", "& ('{1}{0}' -f 'x','ie') 'a'", "& ([string]::Join('', (105,101,120 | % { [char]$_ }))) 'a'", "& ('i' + 'ex') 'a'", "Remove\u200b-Item a"])(
    "%s is blocked",
    (command) => {
      expect(verdict(command)).toBe("block");
    },
  ); // prettier-ignore

  test.each(["& \"$root\\tools\\x.exe\" a", "& (Join-Path $root 'build.ps1')", "& 'C:\\Program Files\\Git\\bin\\git.exe' status"])(
    "%s hides nothing",
    (command) => {
      expect(verdict(command)).toBe("allow");
    },
  ); // prettier-ignore
});

describe("hostile text", () => {
  test("whatever the pieces, reading never throws, and evidence lies inside the text", () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const command = pieces.join("");
        const { evidence } = classify(action("PowerShell", { command }), NOTHING_TRUSTED);
        for (const { start, end } of evidence) expect(0 <= start && start <= end && end <= command.length).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  const PARTS = ["`", "{", "(", "$(", "@(", "@{", "[", "'", '"', "$x", "a ", "a|", "#", "<#", "-a:", "1+", "1,", "$a.b", "if(1){", "foreach($a in ", "& ", ">a ", "@'\n", "Remove-Item ", "$a=$a+$a\n", "[a[]", "0", "\n\n|", "$x|%{", "1..9|%{", "cmd /c ", "powershell -c ", "iex ", "|", "git push ", "\u2019"]; // prettier-ignore

  test.each(PARTS)("64 KB of %s takes no longer than a blink", (part) => {
    const command = part.repeat(65_000 / part.length);
    const took = Array.from({ length: 3 }, () => {
      const started = performance.now();
      verdict(command);
      return performance.now() - started;
    });
    // 50 ms on a quiet machine; test machines are not.
    expect(Math.min(...took)).toBeLessThan(500);
  });

  test.each(["$(", "(", "{", "@(", "@{a=", "[a](", "if(1){", '"$(', "& {", "powershell -c {"])(
    "10,000 times %s inside one another is never allowed",
    (part) => {
      expect(verdict(part.repeat(Math.min(10_000, Math.floor(65_000 / part.length))))).not.toBe("allow");
    },
  );

  test.each([
    "`".repeat(65_000),
    "'",
    '"',
    "@'\na",
    "<#",
    "$(",
    "a | ",
    "}",
    ")",
    "a > ",
    "$x = ",
    "foreach ($a in b)",
  ])("what ends too early is never allowed: %.20s", (command) => {
    expect(verdict(command)).not.toBe("allow");
  });
});
