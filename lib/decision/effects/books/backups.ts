import type { Book, Program } from "../deeds";
import { backups, clusterDelete, migrates, resets, stopsWork, undoes } from "../deed-kinds";

const DELETES = backups("deletes backups");
const OVERWRITES = backups("restores over what is there now");
/** Whether something is lost shows only where it is restored to. */
const RESTORES = undoes("restores an earlier state");
const REPLACES = resets("replaces what a database holds");
const LOADS = migrates("loads data into a database");

/** Where people and services keep what they work with. */
const IN_PLACE = "/|~|~/|/root|/root/|/home|/home/|/users|/etc*|/var*|/srv*|/opt*|/usr*|/data*|/mnt*";

const RESTIC: Program = {
  values: "-r --repo -p --password-file -H --host --tag --path",
  unless: "--dry-run -n",
  does: [
    [DELETES, "forget|prune", "key remove|passwd", "rewrite|repair --forget", "unlock --remove-all"],
    [OVERWRITES, `restore -t|--target=${IN_PLACE}`, "restore --delete"],
  ],
};
const BORG: Program = {
  unless: "--dry-run -n",
  does: [
    [DELETES, "delete|rdelete|repo-delete|prune|recreate|compact", "* delete|prune"],
    [RESTORES, "extract|import-tar"],
  ],
};
/** `xtrabackup --copy-back` */
const COPY_BACK: Program = { does: [[REPLACES, "--copy-back|--move-back"]] };

/** Programs that do nothing but keep copies, with the words that take copies away. */
const KEEPERS: Readonly<Record<string, readonly string[]>> = {
  duplicity: ["remove-* --force", "cleanup --force"], duplicacy: ["prune"], barman: ["delete|cron"], "wal-g": ["delete **"],
  btrfs: ["subvolume delete"], tmutil: ["disable|delete|deletelocalsnapshots|deleteinprogress|thinlocalsnapshots"], wbadmin: ["delete **"], vssadmin: ["delete **", "Delete **", "resize **"],
  bconsole: ["delete|purge **"], zbackup: ["gc"], "rdiff-backup": ["remove **", "--remove-older-than"], "proxmox-backup-client": ["** forget|prune"], ostree: ["prune|reset"], bup: ["rm|gc|prune-older"], autorestic: ["forget"], rustic: ["forget|prune"], zrepl: ["** destroy"], sanoid: ["--prune-snapshots|--force-prune"], etckeeper: ["uninit"],
}; // prettier-ignore

/** Copies by which people get back what is lost, and what is put in its place from them. */
export const BACKUPS: Book = {
  restic: RESTIC,
  borg: BORG,
  ...Object.fromEntries(Object.entries(KEEPERS).map(([name, lines]) => [name, { does: [[DELETES, ...lines], [RESTORES, "restore|recover|backup-fetch"]] }])),
  rustic: RESTIC,
  borgmatic: { values: "-c --config --repository --archive", unless: "--dry-run -n", does: [[DELETES, "** prune|delete|compact|repo-delete"], [REPLACES, "** restore"], [RESTORES, "** extract"]] },
  kopia: { does: [[DELETES, "** delete|expire", "repository disconnect"], [OVERWRITES, `** restore * ${IN_PLACE}`], [RESTORES, "** restore"]] },
  pgbackrest: { does: [[DELETES, "expire|stanza-delete", "** expire|stanza-delete"], [resets("restores over a server's data"), "** restore", "restore"]] },
  snapper: { values: "-c --config", does: [[DELETES, "** delete|rm|cleanup"], [OVERWRITES, "** rollback|undochange"]] },
  timeshift: { does: [[DELETES, "--delete|--delete-all"], [OVERWRITES, "--restore"]] },
  xtrabackup: COPY_BACK,
  mariabackup: COPY_BACK,
  "mariadb-backup": COPY_BACK,
  pg_restore: { does: [[REPLACES, "--clean|-c"], [LOADS, "-d|--dbname|-h|--host"]] },
  mongorestore: { does: [[REPLACES, "--drop"], [LOADS, "**"]] },
  qmrestore: { does: [[OVERWRITES, "--force"]] },
  "gitlab-backup": { does: [[REPLACES, "restore"]] },
  // By itself a restore adds what is missing and leaves what runs.
  velero: {
    values: "-n --namespace --kubeconfig --kubecontext",
    does: [
      [clusterDelete("deletes backups"), "** delete", "delete|uninstall"],
      [clusterDelete("restores over what runs in the cluster"), "restore create --existing-resource-policy=update", "create restore --existing-resource-policy=update"],
      [stopsWork("stops backups from being made"), "schedule pause"],
    ],
  },
}; // prettier-ignore
