import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A table that scrolls inside its frame when the page is narrow. `label` names the scrolling region. */
export function Table({ label, className, children, ...props }: ComponentProps<"table"> & { label: string }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className={cn("w-full border-collapse text-left text-sm", className)} {...props}>
        {children}
      </table>
    </div>
  );
}

export const THead = ({ className, ...props }: ComponentProps<"thead">) => (
  <thead className={cn("border-b border-line bg-sunken/60", className)} {...props} />
);

export const TBody = ({ className, ...props }: ComponentProps<"tbody">) => (
  <tbody className={cn("divide-y divide-line", className)} {...props} />
);

export const Tr = ({ className, ...props }: ComponentProps<"tr">) => <tr className={className} {...props} />;

export const Th = ({ className, scope = "col", ...props }: ComponentProps<"th">) => (
  <th
    scope={scope}
    className={cn("px-3 py-2 text-xs font-medium whitespace-nowrap text-muted", className)}
    {...props}
  />
);

export const Td = ({ className, ...props }: ComponentProps<"td">) => (
  <td className={cn("px-3 py-2.5 align-top", className)} {...props} />
);
