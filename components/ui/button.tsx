import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonClass = cva(
  "inline-flex shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-accent bg-accent text-on-accent enabled:hover:border-accent-hover enabled:hover:bg-accent-hover [a]:hover:bg-accent-hover",
        secondary: "border-line-strong/60 bg-surface text-ink hover:bg-sunken",
        ghost: "border-transparent bg-transparent text-muted hover:bg-sunken hover:text-ink",
        danger: "border-block/50 bg-surface text-block hover:bg-block-soft",
        "danger-solid": "border-block bg-block text-on-accent hover:opacity-90",
      },
      size: {
        sm: "h-7 px-2 text-xs",
        md: "h-9 px-3 text-sm",
        icon: "size-8 p-0",
        "icon-sm": "size-7 p-0",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonClass>;
/** `pending` keeps the button focusable, so that focus is not lost while a request runs. */
type ButtonProps = ComponentProps<"button"> & Look & { pending?: boolean };

export function Button({ variant, size, className, pending, onClick, type = "button", ...props }: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={cn(buttonClass({ variant, size }), className)}
      {...props}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link className={cn(buttonClass({ variant, size }), className)} {...props} />;
}
