import { v5 } from "uuid";

const NAMESPACE = "5c1d7f0e-6a0b-4c55-9a37-0d7f2c5a9e41";

/** The same for the same organization and name, so that filling twice makes nothing twice. */
export const demoId = (organizationId: string, name: string): string => v5(`${organizationId}/${name}`, NAMESPACE);
