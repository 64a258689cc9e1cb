import { env } from "@/lib/env";

/** Where clients reach Gatehouse; part of every compiled document. */
export const baseUrl = (): string => env().GATEHOUSE_URL;
