import type { Book, Program } from "../deeds";
import { clusterChange, drops, grant, massDelete, serviceDelete, stopsWork } from "../deed-kinds";

const EMPTIES = massDelete("deletes queues, topics or their messages");
const DELETED = serviceDelete("deletes what a broker keeps");
const STOPS = stopsWork("stops a message broker or its workers");

const withSuffix = (name: string, program: Program): [string, Program][] => [
  [name, program],
  [`${name}.sh`, program],
];

/** Settings by which a broker decides when messages go. */
const LETS_EXPIRE = "--add-config=*retention.*|*cleanup.policy=*|*delete.retention*|*segment.ms*";
const CHANGES = clusterChange("changes the settings of a broker or a topic");

const KAFKA: Book = Object.fromEntries([
  ...withSuffix("kafka-topics", { does: [[EMPTIES, "--delete"], [DELETED, "--alter --config|--delete-config"], [CHANGES, "--alter"]] }),
  ...withSuffix("kafka-delete-records", { does: [[EMPTIES, "**"]] }),
  ...withSuffix("kafka-consumer-groups", { does: [[DELETED, "--delete|--delete-offsets", "--reset-offsets --execute"]] }),
  ...withSuffix("kafka-streams-application-reset", { unless: "--dry-run", does: [[DELETED, "**"]] }),
  ...withSuffix("kafka-configs", { does: [[massDelete("makes the messages of topics expire"), `--alter ${LETS_EXPIRE}`], [DELETED, "--alter --delete-config"], [CHANGES, "--alter"]] }),
  ...withSuffix("kafka-acls", { does: [[grant("changes who may read a topic"), "--add|--remove"]] }),
  ...withSuffix("kafka-reassign-partitions", { does: [[stopsWork("moves a topic's data"), "--execute"]] }),
  ...withSuffix("kafka-leader-election", { does: [[stopsWork("moves a topic's leaders"), "**"]] }),
  ...withSuffix("kafka-storage", { does: [[massDelete("erases a broker's storage"), "format"]] }),
  ...withSuffix("kafka-server-stop", { does: [[STOPS, "**"]] }),
]); // prettier-ignore

const ZOOKEEPER: Program = {
  values: "-server",
  does: [
    [EMPTIES, "** deleteall|rmr"],
    [DELETED, "** delete"],
  ],
};

/** What waits in brokers, and what works on it. */
export const QUEUES: Book = {
  ...KAFKA,
  rpk: { values: "-X --brokers --profile", does: [[EMPTIES, "topic|group delete|trim-prefix|trim"], [massDelete("makes the messages of topics expire"), "topic alter-config -s|--set=*retention*|*cleanup.policy*"], [DELETED, "group seek|offset-delete", "cluster|registry|connect|security ** delete"]] },
  rabbitmqctl: { values: "-p -n --vhost --node", does: [[grant("changes who may use the queues"), "set_permissions|set_user_tags|add_user|change_password|clear_permissions|clear_password|authenticate_user"], [STOPS, "stop|stop_app|shutdown|force_boot|close_all_connections|close_connection|suspend_all_listeners"], [massDelete("deletes queues or resets the broker"), "delete_*|purge_queue|reset|force_reset|forget_cluster_node|clear_policy|clear_parameter"]] },
  rabbitmqadmin: { values: "-H -P -u -p -V --host --port --username --password --vhost -N --config -c", does: [[EMPTIES, "delete|purge", "* delete|purge|delete_*"], [STOPS, "close"], [grant("changes who may use the queues"), "declare user|permission"]] },
  "rabbitmq-plugins": { does: [[STOPS, "disable|set"]] },
  "rabbitmq-upgrade": { does: [[STOPS, "drain|revive"]] },
  nats: { values: "-s --server --creds --user --password --context --nkey --timeout", does: [[EMPTIES, "stream|str|s purge|rm|delete|edit|restore", "consumer|con|c|kv|obj|object|bucket rm|delete|del|purge", "account|server|auth delete|purge|rm|cluster"]] },
  "pulsar-admin": { values: "--admin-url --auth-params", does: [[EMPTIES, "* delete|delete-*|skip-all|clear-backlog|truncate|expire-messages*|remove-*|unsubscribe|force-delete"], [stopsWork("takes topics off their broker"), "* unload|terminate"], [grant("changes who may use topics"), "* grant-permission|revoke-permission"]] },
  celery: { values: "-A --app -b --broker", does: [[massDelete("deletes waiting tasks"), "purge", "amqp queue.purge|queue.delete"], [STOPS, "control shutdown|pool_shrink|terminate|revoke", "multi stop*|kill*"]] },
  rq: { values: "-u --url -c --config", does: [[massDelete("deletes waiting tasks"), "empty"], [STOPS, "suspend"]] },
  faktory: { does: [[massDelete("deletes waiting tasks"), "flush"]] },
  artemis: { does: [[EMPTIES, "queue|address|topic delete|purge", "data delete", "* consumer --destroy"], [STOPS, "stop|kill"]] },
  activemq: { does: [[EMPTIES, "purge|delete|removequeue|removetopic"], [STOPS, "stop|kill"]] },
  mqadmin: { does: [[EMPTIES, "deleteTopic|deleteSubGroup|cleanExpiredCQ|cleanUnusedTopic|resetOffsetByTime|wipeWritePerm"]] },
  "zkCli.sh": ZOOKEEPER,
  zkcli: ZOOKEEPER,
  memcflush: { does: [[drops("empties a cache that services share"), "**"]] },
  memcrm: { does: [[drops("deletes from a cache that services share"), "*"]] },
  temporal: { values: "--namespace -n --address --env --context", does: [[EMPTIES, "workflow delete|terminate|reset", "batch terminate", "schedule delete", "operator namespace delete"], [STOPS, "workflow cancel|signal|pause"]] },
  tctl: { values: "--namespace --ns --address", does: [[EMPTIES, "workflow|wf terminate|term|reset|reset-batch", "batch start", "namespace delete"]] },
}; // prettier-ignore
