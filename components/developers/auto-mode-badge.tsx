import { Power, PowerOff } from "lucide-react";
import { Badge } from "@/components/ui/badge";

export const AutoModeBadge = ({ on }: { on: boolean }) => (
  <Badge tone={on ? "accent" : "neutral"} icon={on ? Power : PowerOff}>
    {on ? "on" : "off"}
  </Badge>
);
