import { Callout } from "@/components/ui/callout";
import type { ClassifierInstallation } from "@/lib/change/classifier-installation";

/** Whether asking Claude can work at all here, which is the operator's to set up. */
export const ClassifierKey = ({ hasKey, ownBaseUrl }: ClassifierInstallation) =>
  hasKey ? (
    <Callout title="This installation has a key for Claude">
      <p>
        Requests go to <span className="font-mono">{ownBaseUrl}</span>, unless another address is chosen below.
      </p>
    </Callout>
  ) : (
    <Callout tone="warn" title="This installation has no key for Claude, so Claude is not asked">
      <p>
        The embedded classifier decides alone. What is set below counts once whoever runs Gatehouse sets{" "}
        <span className="font-mono">CLASSIFIER_API_KEY</span> (or{" "}
        <span className="font-mono">ANTHROPIC_UPSTREAM_API_KEY</span>) and restarts it.
      </p>
    </Callout>
  );
