import { AWS } from "./books/aws";
import { BACKUPS } from "./books/backups";
import { BALANCERS } from "./books/balancers";
import { CI } from "./books/ci";
import { CLOUDS } from "./books/clouds";
import { CONTAINERS } from "./books/containers";
import { DATABASES } from "./books/databases";
import { FORGES } from "./books/forges";
import { INFRASTRUCTURE } from "./books/infrastructure";
import { KUBERNETES } from "./books/kubernetes";
import { MACHINE } from "./books/machine";
import { MONITORING } from "./books/monitoring";
import { PLATFORMS } from "./books/platforms";
import { QUEUES } from "./books/queues";
import { REMOTE_MACHINES } from "./books/remote-machines";
import { SERVICE_TOOLS } from "./books/services";
import { SIGNING } from "./books/signing";
import { CONSOLE_MAKERS } from "./consoles";
import { BULK_MAKERS } from "./bulk";
import { CONTAINER_SWEEP_MAKERS } from "./books/container-sweeps";
import { makersOf } from "./deeds";
import { APPLESCRIPT_MAKERS } from "./files/applescript";
import { ATTRIBUTE_MAKERS } from "./files/attributes";
import { EDITOR_MAKERS } from "./files/editors";
import { FILLING_MAKERS } from "./files/filling";
import { INSTALL_MODE_MAKERS } from "./files/modes";
import { LINE_EDITOR_MAKERS } from "./files/line-editors";
import { MOUNT_MAKERS } from "./files/mounts";
import { REDIRECTION_MAKERS } from "./files/redirections";
import { REF_API_MAKERS } from "./git/ref-apis";
import { AGENT_RUN_MAKERS } from "./guard/agent-runs";
import { DESKTOP_MAKERS } from "./guard/desktop";
import { HOOK_REMOVAL_MAKERS } from "./guard/hook-removal";
import { SECURITY_TEST_MAKERS } from "./guard/security-tests";
import { ADMIN_SOCKET_MAKERS } from "./network/admin-sockets";
import { ATTACK_MAKERS } from "./network/attacks";
import { CLIENT_MAKERS } from "./network/client-sends";
import { CLOUD_MESSAGE_MAKERS } from "./network/cloud-messages";
import { DATABASE_LOAD_MAKERS } from "./network/database-loads";
import { DELAYED_MAKERS } from "./network/delayed";
import { DOWNLOADER_MAKERS } from "./network/downloaders";
import { EXPOSURE_MAKERS } from "./network/exposures";
import { FILE_SERVER_MAKERS } from "./network/file-servers";
import { API_MAKERS } from "./network/remote-apis";
import { LOGIN_MAKERS } from "./network/registry-logins";
import { REMOTE_BATCH_MAKERS } from "./network/remote-batches";
import { QUEUE_JOB_MAKERS } from "./queue-jobs";
import { ROOT_SHELL_MAKERS } from "./root-shells";
import { TEMPLATE_MAKERS } from "./packages/templates";
import { COMPILER_MAKERS } from "./packages/compilers";
import { REMOTE_ENGINE_MAKERS } from "./network/remote-engines";
import { MANIFEST_MAKERS } from "./packages/manifests";
import { PERSONAL_ROW_MAKERS } from "./personal-rows";
import { PIPELINE_MAKERS } from "./packages/pipelines";
import { REMOVAL_MAKERS } from "./packages/removals";
import { STRAY_IMAGE_MAKERS } from "./packages/stray-images";
import { BUILD_SETTING_MAKERS } from "./packages/toolchains";
import type { Maker } from "./scene";

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
    SIGNING,
    QUEUES,
    BACKUPS,
    MONITORING,
    CI,
    BALANCERS,
    REMOTE_MACHINES,
  ]),
  ...CONSOLE_MAKERS,
  ...[
    ADMIN_SOCKET_MAKERS,
    AGENT_RUN_MAKERS,
    APPLESCRIPT_MAKERS,
    ATTACK_MAKERS,
    ATTRIBUTE_MAKERS,
    API_MAKERS,
    BULK_MAKERS,
    BUILD_SETTING_MAKERS,
    CLIENT_MAKERS,
    CLOUD_MESSAGE_MAKERS,
    COMPILER_MAKERS,
    CONTAINER_SWEEP_MAKERS,
    DATABASE_LOAD_MAKERS,
    DELAYED_MAKERS,
    DESKTOP_MAKERS,
    DOWNLOADER_MAKERS,
    EDITOR_MAKERS,
    EXPOSURE_MAKERS,
    FILE_SERVER_MAKERS,
    FILLING_MAKERS,
    HOOK_REMOVAL_MAKERS,
    INSTALL_MODE_MAKERS,
    LINE_EDITOR_MAKERS,
    LOGIN_MAKERS,
    MANIFEST_MAKERS,
    MOUNT_MAKERS,
    PERSONAL_ROW_MAKERS,
    PIPELINE_MAKERS,
    QUEUE_JOB_MAKERS,
    REDIRECTION_MAKERS,
    REMOVAL_MAKERS,
    REF_API_MAKERS,
    REMOTE_BATCH_MAKERS,
    REMOTE_ENGINE_MAKERS,
    ROOT_SHELL_MAKERS,
    SECURITY_TEST_MAKERS,
    STRAY_IMAGE_MAKERS,
    TEMPLATE_MAKERS,
  ].flatMap((makers) => Object.entries(makers)),
];
