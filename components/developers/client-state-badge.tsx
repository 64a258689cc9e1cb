import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  type LucideIcon,
  MoonStar,
  TriangleAlert,
} from "lucide-react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { CLIENT_STATE_WORDS, type ClientState } from "@/lib/delivery/client-state";

export const CLIENT_STATE_LOOK: Record<ClientState, { tone: BadgeTone; icon: LucideIcon }> = {
  applied: { tone: "allow", icon: CircleCheck },
  delivered: { tone: "accent", icon: CircleDot },
  pending: { tone: "neutral", icon: CircleDashed },
  drifted: { tone: "ask", icon: TriangleAlert },
  failed: { tone: "block", icon: CircleAlert },
  silent: { tone: "neutral", icon: MoonStar },
};

/** Null is a revoked client. */
export function ClientStateBadge({ state, count }: { state: ClientState | null; count?: number }) {
  if (!state) return <Badge>revoked</Badge>;
  const { tone, icon } = CLIENT_STATE_LOOK[state];
  return (
    <span title={CLIENT_STATE_WORDS[state]}>
      <Badge tone={tone} icon={icon}>
        {count === undefined || count === 1 ? state : `${count} ${state}`}
      </Badge>
    </span>
  );
}
