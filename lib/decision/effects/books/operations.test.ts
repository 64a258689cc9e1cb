import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "queues and topics keep what waits in them",
  [
    "kafka-configs --bootstrap-server b:9092 --alter --entity-type topics --entity-name events --add-config retention.ms=1",
    "kafka-configs.sh --bootstrap-server b:9092 --alter --entity-type topics --entity-name events --add-config=max.message.bytes=1",
    "rpk topic delete events",
    "rabbitmqadmin purge queue name=x",
    "nats -s nats://mq:4222 stream purge ORDERS -f",
    "celery -A app purge -f",
    "temporal workflow terminate -w x",
    "pulsar-admin topics skip-all t -s s",
    "rq empty high",
    "zkCli.sh -server zk:2181 deleteall /app",
  ],
  [
    "kafka-configs --bootstrap-server localhost:9092 --describe --entity-type topics --entity-name events",
    "kafka-topics --list --bootstrap-server b",
    "rpk topic consume events",
    "rabbitmqadmin -V / list queues",
    "rabbitmqctl list_queues",
    "nats stream info ORDERS",
    "celery -A app inspect active",
    "temporal workflow list",
  ],
);

// prettier-ignore
describeCommands(
  "backups are neither deleted nor put over what is there",
  [
    "velero restore create --from-backup nightly --existing-resource-policy=update",
    "restic restore latest --target /",
    "restic forget --keep-last 3",
    "pgbackrest restore --delta --stanza=main",
    "barman recover main latest /var/lib/postgresql",
    "xtrabackup --copy-back --target-dir=/backup",
    "snapper -c root undochange 1..2",
    "timeshift --restore",
  ],
  [
    "velero restore describe nightly-1",
    "velero backup get",
    "restic restore latest --target /tmp/x",
    "restic snapshots",
    "borg list repo",
    "pgbackrest info",
    "pg_restore --list dump.bin",
  ],
);

// prettier-ignore
describeCommands(
  "alerts are not silenced",
  [
    "amtool silence add alertname=~.+",
    "mimirtool rules sync rules.yaml",
    "pd incident resolve --all",
    "dog monitor mute_all",
    "thanos tools bucket retention",
    "monit unmonitor all",
  ],
  [
    "amtool silence query",
    "mimirtool rules list",
    "mimirtool rules check rules.yaml",
    "logcli query '{app=\"x\"}'",
  ],
);

// prettier-ignore
describeCommands(
  "build services keep their secrets, checks and deployments",
  [
    "circleci context store-secret gh acme prod DB_URL",
    "act -j deploy --secret-file ~/.secrets.prod",
    "buildkite-agent pipeline upload --replace <<< 'steps: []'",
    "glab ci trigger deploy-prod",
    "drone build promote acme/api 42 production",
    "travis env set TOKEN x",
    "java -jar jenkins-cli.jar -s http://ci build prod-deploy",
    "argo submit --from workflowtemplate/deploy-prod",
  ],
  [
    "circleci config validate .circleci/config.yml",
    "act -l",
    "act -j test",
    "act -n -j deploy",
    "buildkite-agent pipeline upload .buildkite/pipeline.yml",
    "glab ci status",
    "drone build ls acme/api",
    "java -jar app.jar build",
  ],
);

// prettier-ignore
describeCommands(
  "what customers reach stays in place",
  [
    "varnishadm 'ban req.url ~ .'",
    "varnishadm ban req.url '~' .",
    "nginx -s stop",
    "ipvsadm -C",
    "maxctrl set server db1 maintenance",
    "pcs cluster stop --all",
  ],
  [
    "varnishadm ban.list",
    "varnishadm status",
    "nginx -s reload",
    "nginx -t",
    "ipvsadm -L -n",
    "maxctrl list servers",
  ],
);
