import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CodeBlock, InlineCode } from "@/components/ui/code-block";
import { Facts } from "@/components/ui/facts";

const FILES = [
  ["macOS", "/Library/Application Support/ClaudeCode/managed-settings.json"],
  ["Linux, WSL", "/etc/claude-code/managed-settings.json"],
  ["Windows", "C:\\Program Files\\ClaudeCode\\managed-settings.json"],
] as const;

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Claude Code signs in over plain http on loopback only. */
const needsHttps = (url: string) => {
  const { protocol, hostname } = new URL(url);
  return protocol !== "https:" && !LOOPBACK.test(hostname);
};

/** The two keys that send a machine's Claude Code here; everything else is delivered after signing in. */
const bootstrap = (url: string) => JSON.stringify({ forceLoginMethod: "gateway", forceLoginGatewayUrl: url }, null, 2);

export const ConnectClient = ({ url }: { url: string }) => (
  <Card id="connect" title="Connect a client" description="Once per machine, by hand or with your device management.">
    <ol className="flex list-decimal flex-col gap-4 pl-5 text-sm">
      <li>
        <div className="flex flex-col gap-2">
          <span>
            Put this file on the machine. It only says where to sign in; it never has to change with your policy.
          </span>
          <CodeBlock label="managed-settings.json" copy={`${bootstrap(url)}\n`} wrap>
            {bootstrap(url)}
          </CodeBlock>
          <Facts
            items={FILES.map(([system, path]) => [system, <InlineCode key={system}>{path}</InlineCode>] as const)}
          />
        </div>
      </li>
      <li>
        Start <InlineCode>claude</InlineCode>, run <InlineCode>/login</InlineCode>, trust this address, and confirm the
        code in the browser page that opens.
      </li>
      <li>Claude Code fetches its managed settings at each start and every hour, and asks here before it acts.</li>
    </ol>
    {needsHttps(url) ? (
      <Callout tone="warn" className="mt-4">
        Claude Code accepts plain http on loopback only. Give Gatehouse an https address with GATEHOUSE_URL first.
      </Callout>
    ) : null}
  </Card>
);
