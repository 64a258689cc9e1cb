import { ATTACK_MAKERS } from "./network/attacks";
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
import { EXPOSURE_MAKERS } from "./network/exposures";
import { FILE_SERVER_MAKERS } from "./network/file-servers";
import { MANIFEST_MAKERS } from "./packages/manifests";
import { REDIRECTION_MAKERS } from "./files/redirections";
import { API_MAKERS } from "./network/remote-apis";
import type { Maker } from "./scene";
import { SECURITY_TEST_MAKERS } from "./guard/security-tests";

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
