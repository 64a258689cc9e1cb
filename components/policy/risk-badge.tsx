import { ShieldAlert, ShieldCheck, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Risk } from "@/lib/policy/change";

const LOOKS = {
  low: { tone: "allow", icon: ShieldCheck, label: "Low risk" },
  medium: { tone: "ask", icon: TriangleAlert, label: "Medium risk" },
  high: { tone: "block", icon: ShieldAlert, label: "High risk" },
} as const;

/** How much more an agent may do after a change. */
export function RiskBadge({ risk }: { risk: Risk }) {
  const { label, ...look } = LOOKS[risk];
  return <Badge {...look}>{label}</Badge>;
}
