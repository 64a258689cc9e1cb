import type { Book, Program } from "../deeds";
import { accounts, clusterDelete, drops, migrates, nodeChange, resets, undoes } from "../deed-kinds";

const DROPS = drops("deletes a database");
const EMPTIES = resets("empties a database");
/** Of frameworks, which work on the development database unless told otherwise. */
const STARTS_OVER = resets("empties a database", { development: true });
const MIGRATES = migrates("migrates a database");
const UNDOES = undoes("undoes migrations with the data they hold");
/** Of programs that work on the development database unless told otherwise. */
const UNDOES_LAST = undoes("undoes the last migration", { last: true });

const RAILS: Program = {
  does: [
    [STARTS_OVER, "** db:drop|db:drop:*|db:reset|db:reset:*|db:purge|db:purge:*|db:migrate:reset|db:truncate_all|db:schema:load|db:structure:load|db:setup", "** db:migrate ** VERSION=0", "** VERSION=0 ** db:migrate"],
    [UNDOES_LAST, "** db:rollback ** STEP=1"],
    [UNDOES, "** db:rollback ** STEP=*", "** STEP=* ** db:rollback", "** db:rollback ** db:rollback"],
    [UNDOES_LAST, "** db:rollback|db:migrate:down"],
    [MIGRATES, "** db:migrate|db:migrate:*"],
  ],
}; // prettier-ignore
const REDIS: Program = {
  values: "-h -p -a -n -u --user --pass -s -r -i --cacert --cert --key",
  anyCase: true,
  servers: "-h -u -s",
  does: [
    [drops("empties a database"), "flushall|flushdb", "script|function flush", "shutdown", "debug **", "cluster reset|forget|flushslots|failover", "acl deluser|setuser|reset", "config set dir|dbfilename|requirepass|masterauth|save|appendonly|protected-mode|slave-read-only|replica-read-only|aclfile", "config rewrite", "replicaof|slaveof", "module load|unload"],
  ],
}; // prettier-ignore
const SEQUELIZE: Program = { does: [[STARTS_OVER, "db:drop", "db:migrate:undo:all"], [UNDOES_LAST, "db:migrate:undo"], [UNDOES, "db:seed:undo*"], [MIGRATES, "db:migrate"]] }; // prettier-ignore
const TYPEORM: Program = { values: "-d --dataSource", does: [[STARTS_OVER, "schema:drop"], [UNDOES, "migration:revert"], [MIGRATES, "schema:sync|migration:run"]] }; // prettier-ignore
const MIGRATE: Program = { values: "-database -path -source", does: [[DROPS, "drop"], [EMPTIES, "down -all|--all"], [UNDOES, "down|goto|force"], [MIGRATES, "up"]] }; // prettier-ignore
/** Programs run by an interpreter: its first word is the file. */
const DJANGO: Program["does"] = [[STARTS_OVER, "*manage.py flush|reset_db|reset_schema|clean_all", "*manage.py migrate * zero"], [MIGRATES, "*manage.py migrate"]]; // prettier-ignore
const withoutFile = (does: Program["does"]): Program["does"] =>
  does.map(([deed, ...lines]) => [deed, ...lines.map((line) => line.replace(/^\S+ /, ""))]);
const LARAVEL: Program["does"] = [[STARTS_OVER, "*artisan migrate:fresh|migrate:refresh|migrate:reset|db:wipe|schema:drop"], [UNDOES_LAST, "*artisan migrate:rollback --step=1"], [UNDOES, "*artisan migrate:rollback"], [migrates("migrates a production database", { production: true }), "*artisan migrate --force"], [MIGRATES, "*artisan migrate"]]; // prettier-ignore
const SYMFONY: Program["does"] = [[DROPS, "*console doctrine:database:drop|doctrine:schema:drop --force|-f", "*console d:d:d --force"], [STARTS_OVER, "*console doctrine:fixtures:load"], [MIGRATES, "*console doctrine:migrations:migrate|doctrine:schema:update"]]; // prettier-ignore
const ADONIS: Program["does"] = [[STARTS_OVER, "ace migration:fresh|migration:reset|migration:refresh|db:wipe|db:truncate"], [UNDOES, "ace migration:rollback"], [MIGRATES, "ace migration:run"]]; // prettier-ignore

export const DATABASES: Book = {
  dropdb: { does: [[DROPS, "*"]] },
  dropuser: { does: [[accounts("deletes a database account"), "*"]] },
  pg_dropcluster: { does: [[DROPS, "*"]] },
  pg_resetwal: { does: [[EMPTIES, "*"]] },
  pg_ctl: { values: "-D -l -m", does: [[EMPTIES, "initdb"]] },
  mysqladmin: { values: "-u --user -h --host -P --port", does: [[DROPS, "** drop"], [EMPTIES, "** shutdown|flush-*|password|kill"]] },
  mysqlimport: { does: [[EMPTIES, "--delete|-D"]] },
  "redis-cli": REDIS,
  "valkey-cli": REDIS,
  "keydb-cli": REDIS,
  influx: { values: "--org -o --bucket -b --token -t --host", does: [[drops("deletes series or a bucket"), "delete", "bucket|org|user|dbrp|task|backup|restore delete", "restore --full"]] },
  nodetool: { values: "-h -p -u -pw", does: [[nodeChange("takes a node out of its database"), "decommission|removenode|assassinate|drain|stopdaemon|disablebinary|disablegossip"], [EMPTIES, "clearsnapshot|truncatehints|resetlocalschema"]] },
  cockroach: { does: [[nodeChange("takes a node out of its database"), "node decommission|drain"]] },
  "elasticsearch-node": { does: [[clusterDelete("gives up data of a search cluster"), "*"]] },
  curator_cli: { unless: "--dry-run", does: [[DROPS, "delete_indices|delete_snapshots|close|delete-*"]] },
  prisma: { values: "--schema", does: [[STARTS_OVER, "migrate reset", "db push --force-reset|--accept-data-loss"], [MIGRATES, "migrate deploy|resolve", "db push|execute|seed"]] },
  rails: RAILS,
  rake: RAILS,
  alembic: { values: "-c -x -n", does: [[STARTS_OVER, "downgrade base"], [UNDOES, "downgrade"], [MIGRATES, "upgrade|stamp"]] },
  flask: { values: "--app -A", does: [[STARTS_OVER, "db downgrade base"], [UNDOES, "db downgrade"], [MIGRATES, "db upgrade"]] },
  flyway: { does: [[EMPTIES, "** clean"], [UNDOES, "** undo"], [MIGRATES, "** migrate|repair|baseline"]] },
  liquibase: { anyCase: true, does: [[EMPTIES, "** drop-all|dropall"], [UNDOES, "** rollback|rollback-*|rollbackcount|rollbacktodate"], [MIGRATES, "** update|update-*"]] },
  knex: { values: "--env --knexfile", does: [[STARTS_OVER, "migrate:rollback --all", "migrate:down --all"], [UNDOES_LAST, "migrate:down"], [UNDOES, "migrate:rollback"], [MIGRATES, "migrate:latest|migrate:up|seed:run"]] },
  sequelize: SEQUELIZE,
  "sequelize-cli": SEQUELIZE,
  "drizzle-kit": { does: [[STARTS_OVER, "push --force"], [UNDOES, "drop"], [MIGRATES, "push|migrate"]] },
  typeorm: TYPEORM,
  "typeorm-ts-node-commonjs": TYPEORM,
  "typeorm-ts-node-esm": TYPEORM,
  "mikro-orm": { does: [[STARTS_OVER, "schema:drop --run|-r|--drop-db", "schema:fresh|migration:fresh"], [UNDOES, "migration:down"], [MIGRATES, "migration:up|schema:update"]] },
  dbmate: { values: "-u --url -e --env -d", does: [[DROPS, "drop"], [UNDOES, "down|rollback"], [MIGRATES, "up|migrate"]] },
  goose: { values: "-dir -table", does: [[EMPTIES, "** reset", "** down-to 0"], [UNDOES, "** down|down-to|redo"], [MIGRATES, "** up|up-to"]] },
  migrate: MIGRATE,
  "golang-migrate": MIGRATE,
  sqlx: { does: [[DROPS, "database|db drop|reset"], [UNDOES, "migrate|mig revert"], [MIGRATES, "migrate|mig run"]] },
  diesel: { does: [[STARTS_OVER, "database|db reset|drop"], [UNDOES, "migration revert|redo"], [MIGRATES, "migration run"]] },
  "sea-orm-cli": { does: [[STARTS_OVER, "migrate fresh|refresh|reset"], [UNDOES, "migrate down"], [MIGRATES, "migrate up"]] },
  mix: { does: [[STARTS_OVER, "ecto.drop|ecto.reset", "ecto.rollback --all"], [UNDOES_LAST, "ecto.rollback --step=1", "ecto.rollback -n=1", "ecto.rollback !-n|--step|--to|-v|--all|--repo"], [UNDOES, "ecto.rollback"], [MIGRATES, "ecto.migrate"]] },
  atlas: { does: [[EMPTIES, "schema clean"], [UNDOES, "migrate down"], [MIGRATES, "schema|migrate apply"]] },
  hasura: { does: [[EMPTIES, "metadata clear", "migrate delete"], [UNDOES, "migrate apply --down"]] },
  supabase: { does: [[EMPTIES, "db reset|push --linked|--db-url", "projects|branches|functions|secrets delete", "secrets unset"], [MIGRATES, "db push", "migration up|repair"]] },
  phinx: { does: [[EMPTIES, "rollback -t=0", "rollback --target=0"], [UNDOES, "rollback"], [MIGRATES, "migrate"]] },
  yoyo: { does: [[EMPTIES, "rollback --all|-a"], [UNDOES, "rollback"], [MIGRATES, "apply"]] },
  dotnet: { does: [[STARTS_OVER, "ef database drop"], [EMPTIES, "ef database update 0"], [MIGRATES, "ef database update"]] },
  "dotnet-ef": { does: [[STARTS_OVER, "database drop"], [EMPTIES, "database update 0"], [MIGRATES, "database update"]] },
  wp: { values: "--path --url --user", does: [[EMPTIES, "db reset|drop|clean|import", "site empty|delete", "user|post delete", "core download --force"]] },
  drush: { does: [[EMPTIES, "sql-drop|sql:drop|site-install|site:install|si|sql-sync|sql:sync"]] },
  neonctl: { does: [[DROPS, "** delete"], [EMPTIES, "branches|branch reset|restore"]] },
  pscale: { does: [[DROPS, "** delete"], [MIGRATES, "deploy-request deploy|revert"]] },
  python: { does: DJANGO },
  python3: { does: DJANGO },
  "manage.py": { does: withoutFile(DJANGO) },
  "django-admin": { does: withoutFile(DJANGO) },
  php: { does: [...LARAVEL, ...SYMFONY] },
  artisan: { does: withoutFile(LARAVEL) },
  console: { does: withoutFile(SYMFONY) },
  sail: { does: LARAVEL },
  node: { does: ADONIS },
}; // prettier-ignore
