import { CardSkeleton } from "@/components/ui/skeleton";

/** The header and the tabs stay. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-5">
      <CardSkeleton />
      <CardSkeleton />
    </div>
  );
}
