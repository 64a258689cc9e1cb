import { CardsSkeleton } from "@/components/ui/skeleton";

/** The header and the tabs stay. Their layout has checked the permission, so a refusal is never streamed after a 200. */
export default function Loading() {
  return <CardsSkeleton count={2} />;
}
