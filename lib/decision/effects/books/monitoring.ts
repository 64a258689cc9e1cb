import type { Book, Program } from "../deeds";
import { drops, logging, serviceDelete } from "../deed-kinds";

const SILENCES = logging("silences or resolves alerts");
const LOSES = logging("deletes or replaces what alerts go by");
const DELETED = serviceDelete("deletes something at a shared service");
const DELETES = "** delete|remove|destroy|rm|purge|delete-*";

/** `mimirtool rules sync`: what stands in the files takes the place of what runs. */
const RULES: Program = { values: "--address --id --key --user", unless: "--dry-run", does: [[LOSES, "rules delete|load|sync|delete-namespace", "alertmanager delete|load", "remote-read|analyze delete"]] }; // prettier-ignore

/** What watches over services and wakes people. */
export const MONITORING: Book = {
  amtool: { values: "--alertmanager.url --config.file", does: [[SILENCES, "silence add|expire|update|import"]] },
  dog: { does: [[SILENCES, "monitor delete|mute|mute_all|unmute_all|update", "timeboard|screenboard|dashboard|downtime|host|tag|service_check delete|post|mute|detach"]] },
  "datadog-ci": { does: [[SILENCES, "** mute|downtime"]] },
  "sentry-cli": { does: [[DELETED, DELETES, "issues mute|resolve|unresolve", "releases archive"]] },
  splunk: { does: [[logging("deletes or stops what is logged"), "clean **", "remove|delete|disable|stop|offline **", "edit user|index **"]] },
  pd: { does: [[SILENCES, "service disable|remove|set", "incident ack|resolve|merge|snooze", "maintenance-window add|create"], [DELETED, DELETES]] },
  lamp: { does: [[SILENCES, "closeAlert|acknowledge|snooze|disable|deleteAlert|deleteHeartbeat"]] },
  newrelic: { does: [[SILENCES, "** mute|mutingrule"], [DELETED, DELETES]] },
  mimirtool: RULES,
  cortextool: RULES,
  lokitool: RULES,
  logcli: { does: [[drops("deletes recorded logs"), "delete create"]] },
  thanos: { does: [[drops("deletes recorded metrics"), "tools bucket cleanup|retention|rewrite|mark|rm"]] },
  grafanactl: { does: [[LOSES, "resources delete|push"]] },
  grr: { does: [[LOSES, "apply|watch"]] },
  monit: { does: [[SILENCES, "unmonitor|stop|quit **"]] },
  checkly: { does: [[LOSES, "destroy"]] },
  icingacli: { does: [[SILENCES, "** schedule-downtime|acknowledge"]] },
}; // prettier-ignore
