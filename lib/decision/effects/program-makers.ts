import { ATTACK_MAKERS } from "./attacks";
import { AWS } from "./books/aws";
import { CLOUDS } from "./books/clouds";
import { CONTAINERS } from "./books/containers";
import { DATABASES } from "./books/databases";
import { FORGES } from "./books/forges";
import { INFRASTRUCTURE } from "./books/infrastructure";
import { KUBERNETES } from "./books/kubernetes";
import { MACHINE } from "./books/machine";
import { PLATFORMS } from "./books/platforms";
import { SERVICE_TOOLS } from "./books/services";
import { makersOf } from "./deeds";
import { EXPOSURE_MAKERS } from "./exposures";
import { FILE_SERVER_MAKERS } from "./file-servers";
import { MANIFEST_MAKERS } from "./manifests";
import { REDIRECTION_MAKERS } from "./redirections";
import { API_MAKERS } from "./remote-apis";
import type { Maker } from "./scene";
import { SECURITY_TEST_MAKERS } from "./security-tests";

/** Programs whose effect shows in their words, by name; a program may have several. */
export const PROGRAM_MAKERS: readonly (readonly [name: string, maker: Maker])[] = [
  ...makersOf([
    AWS,
    CLOUDS,
    PLATFORMS,
    KUBERNETES,
    CONTAINERS,
    INFRASTRUCTURE,
    DATABASES,
    SERVICE_TOOLS,
    MACHINE,
    FORGES,
  ]),
  ...[
    ATTACK_MAKERS,
    API_MAKERS,
    EXPOSURE_MAKERS,
    FILE_SERVER_MAKERS,
    MANIFEST_MAKERS,
    REDIRECTION_MAKERS,
    SECURITY_TEST_MAKERS,
  ].flatMap((makers) => Object.entries(makers)),
];
