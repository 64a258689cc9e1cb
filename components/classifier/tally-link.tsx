import Link from "next/link";
import type { Tally } from "./rule-hrefs";

type Props = { tally: Tally; of: string; title?: string };

/** A count that leads to the decisions behind it; none leads nowhere. */
export const TallyLink = ({ tally: { label, count, href }, of, title }: Props) =>
  count === 0 ? (
    <span className="text-muted">0</span>
  ) : (
    <Link
      href={href}
      title={title}
      aria-label={`${of}: ${label.toLowerCase()} ${count.toLocaleString("en")}`}
      className="font-medium underline decoration-line-strong underline-offset-2 hover:text-accent"
    >
      {count.toLocaleString("en")}
    </Link>
  );
