import { cn } from "./cn";

export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={cn("animate-pulse rounded-md bg-line/70", className)} />
);

export const CardSkeleton = () => (
  <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5">
    <Skeleton className="h-4 w-40" />
    <Skeleton className="h-4 w-full" />
    <Skeleton className="h-4 w-11/12" />
    <Skeleton className="h-4 w-3/4" />
  </div>
);

/** Stands for a page while it loads. */
export const PageSkeleton = ({ cards = 2 }: { cards?: number }) => (
  <div role="status" aria-label="Loading" className="flex flex-col gap-5">
    <Skeleton className="h-7 w-52" />
    {Array.from({ length: cards }, (_, index) => (
      <CardSkeleton key={index} />
    ))}
  </div>
);
