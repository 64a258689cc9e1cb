import { cn } from "./cn";

const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={cn("animate-pulse rounded-md bg-line/70", className)} />
);

const CardSkeleton = () => (
  <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5">
    <Skeleton className="h-4 w-40" />
    <Skeleton className="h-4 w-full" />
    <Skeleton className="h-4 w-11/12" />
    <Skeleton className="h-4 w-3/4" />
  </div>
);

/** Stands for cards while their data is read; the page's header is already there. */
export const CardsSkeleton = ({ count }: { count: number }) => (
  <div role="status" aria-label="Loading" className="flex flex-col gap-5">
    {Array.from({ length: count }, (_, index) => (
      <CardSkeleton key={index} />
    ))}
  </div>
);
