import { Lock, LockOpen } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Hard: no words of the user clear it. */
export const StrengthBadge = ({ strength }: { strength: "hard" | "soft" }) =>
  strength === "hard" ? (
    <Badge tone="block" icon={Lock}>
      Hard
    </Badge>
  ) : (
    <Badge icon={LockOpen}>Soft</Badge>
  );
