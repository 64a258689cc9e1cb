import { Callout } from "@/components/ui/callout";

export const ReadOnlyNote = () => <Callout>Your role may read the policy. Owners and admins change it.</Callout>;
