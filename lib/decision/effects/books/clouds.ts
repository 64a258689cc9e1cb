import type { Book } from "../deeds";
import { applies, cloudStop, deploys, destroys, drops, grant, logging, massDelete, nameChange, nodeChange, publicSurface, remoteExec, remoteShell, secretWrite, security, serviceDelete, traffic, unprotects } from "../deed-kinds"; // prettier-ignore

const GCLOUD_VALUES = "--project --region --zone --account --format --configuration --billing-project --verbosity --filter --command --impersonate-service-account --location"; // prettier-ignore

const SERVERS_DELETED = serviceDelete("deletes cloud resources");

/** Most clouds' tools name the thing first and what becomes of it last. */
const DELETING =
  "** delete|delete-*|destroy|remove|rm|purge|terminate|deprovision|Delete*|Terminate*|Remove*|Release*|*.destroy|*.rm|*.remove|*.delete";
const STOPPING = "** stop|power-off|poweroff|shutdown|reboot|restart|reset|reboot-*|Stop*|Reboot*";

export const CLOUDS: Book = {
  gcloud: {
    values: GCLOUD_VALUES,
    does: [
      [null, "config|auth **", "operations|* operations|* * operations list|describe|wait|cancel", "** iap-tunnel **"],
      [unprotects("takes away what protects stored data or servers from being lost"), "** update|patch --no-deletion-protection|--no-backup|--no-enable-point-in-time-recovery|--no-versioning|--clear-retention-period|--no-soft-delete"],
      [security("weakens what protects the cloud's machines and services"), "** org-policies disable-enforce|delete|allow|set-policy|reset", "** patch|update --no-require-ssl|--no-shielded-secure-boot|--no-enable-private-nodes|--no-enable-master-authorized-networks", "** security-policies ** update|delete|remove-rule"],
      [traffic("sends what goes over the network another way"), "** compute routes create|update", "** url-maps set-default-service|import|edit|add-path-matcher|remove-path-matcher", "** target-http*-proxies|forwarding-rules update|set-target"],
      [massDelete("deletes objects or buckets"), "** storage rm", "** storage buckets|objects|managed-folders delete", "** storage rsync --delete-unmatched-destination-objects", "projects delete"],
      [publicSurface("opens the network or what it serves"), "** firewall-rules create|update", "** add-iam-policy-binding --member=allusers|allauthenticatedusers", "** --allow-unauthenticated"],
      [nodeChange("changes a cluster's nodes"), "** container node-pools delete|update|rollback|create", "** container clusters resize|upgrade"],
      [secretWrite("writes to the secret store"), "** secrets create|delete|update", "** secrets versions add|destroy|disable|enable", "** kms keys versions destroy|disable|restore"],
      [grant("grants access"), "** add-iam-policy-binding|set-iam-policy|remove-iam-policy-binding", "** identity groups memberships add|modify-membership-roles", "** sql users set-password|create|delete", "** iam service-accounts|roles create|update|keys|undelete|enable|disable|delete", "** organizations|folders add-*", "** os-login ssh-keys add", "** project-info add-metadata", "** instances add-metadata"],
      [nameChange("changes DNS or certificates"), "** dns ** create|delete|update|transaction|import|execute|add|remove", "** domains ** register|transfer|configure|delete", "** ssl-certificates|certificate-manager ** delete|create|update"],
      [logging("turns logging off"), "** logging ** delete|update", "** monitoring ** delete", "** scc ** delete|update"],
      [deploys("deploys"), "** run deploy", "** run services update|replace|update-traffic", "** run jobs execute|deploy", "** app deploy", "** app services set-traffic", "** functions deploy", "** deploy releases create|promote", "** deploy rollouts *", "** builds submit|triggers run", "** scheduler jobs run|create|update", "** workflows run|execute", "** functions|functions2 call"],
      [applies("changes infrastructure"), "** deployment-manager deployments create|update", "** infra-manager deployments apply"],
      [remoteExec("runs commands on a machine"), "** compute ssh --command"],
      [remoteShell("opens a shell on a machine or in a database"), "** compute ssh|connect-to-serial-port", "** sql connect", "** alloydb instances connect", "cloud-shell ssh"],
      [cloudStop("stops what runs"), "** compute instances stop|reset|suspend|set-machine-type", "** sql instances restart|failover|patch|restore-backup", "** dataflow jobs cancel|drain", "** jobs kill|cancel"],
      [SERVERS_DELETED, DELETING, "** disable|undeploy"],
    ],
  },
  gsutil: {
    values: "-h -o",
    does: [
      [massDelete("deletes many objects"), "rm -r|-R|-a", "rb", "rsync -d"],
      [publicSurface("changes who can read a bucket"), "iam ch|set", "acl|defacl ch|set", "web set", "cp|rsync -a=public*"],
      [logging("turns logging off"), "logging set"],
      [serviceDelete("deletes an object"), "rm"],
      [massDelete("changes how long a bucket keeps things"), "lifecycle|retention|versioning set|clear"],
    ],
  },
  bq: { does: [[null, "query|ls|show|head|extract"], [serviceDelete("deletes a dataset or table"), "rm|cancel"], [grant("grants access"), "add-iam-policy-binding|set-iam-policy"]] },
  az: {
    values: "--subscription --resource-group -g --name -n --output -o --query --location -l",
    does: [
      [null, "login|logout|account|config **", "** cache purge --dry-run"],
      [massDelete("deletes a container, an account or a group"), "storage blob|file delete-batch", "storage container|account|fs|share|queue|table delete", "group delete"],
      [unprotects("takes away what protects stored data or servers from being lost"), "lock delete|update", "** update --enable-purge-protection|--enable-soft-delete|--enable-delete-retention|--enable-versioning=false", "** backup protection disable", "** update --enable-deletion-protection=false"],
      [security("weakens what protects the cloud's machines and services"), "webapp|functionapp auth update --enabled=false|off|0", "webapp|functionapp|storage ** update --https-only=false", "** update --min-tls-version|--minimal-tls-version|--minimum-tls-version=1.0|1.1|tls1_0|tls1_1|tlsv1.0", "** update --enforce-ssl|--require-secure-transport|--ssl-enforcement=false|off|disabled", "policy exemption create|update", "network application-gateway|front-door waf-policy **"],
      [traffic("sends what goes over the network another way"), "network route-table route create|update", "network traffic-manager|front-door|application-gateway ** update", "webapp traffic-routing set"],
      [publicSurface("opens the network or what it serves"), "network nsg rule create|update", "storage container set-permission", "storage account update --allow-blob-public-access=true", "** firewall-rule create|update", "vm open-port", "** update --public-network-access=enabled"],
      [grant("grants access"), "role assignment|definition create|update|delete", "ad ** create|create-for-rbac|credential|add|update|reset|delete", "keyvault set-policy|delete-policy", "devops security **", "storage ** generate-sas", "** server|flexible-server|server-arc update --admin-password|--administrator-login-password|-p", "aks get-credentials --admin|-a"],
      [nameChange("changes DNS or certificates"), "network dns|private-dns ** create|delete|update|set|add|remove|import|add-record|set-record|remove-record", "** ssl bind|unbind|upload|delete"],
      [secretWrite("changes the keys by which services reach a store"), "** keys|key|account-key regenerate|renew|rotate", "** regenerate-keys|regenerate-key|renew-key"],
      [drops("empties a store that services share"), "redis flush", "redisenterprise database flush"],
      [secretWrite("writes to the secret store"), "keyvault secret|key|certificate set|delete|purge|import|create|rotate|recover|set-attributes", "keyvault delete|purge"],
      [logging("turns logging off"), "monitor ** delete|disable", "security ** delete|disable", "sentinel ** delete"],
      [nodeChange("changes a cluster's nodes"), "aks nodepool delete|scale|upgrade|stop", "aks scale|upgrade|stop|delete"],
      [destroys("deletes a deployment"), "deployment|stack ** delete"],
      [applies("changes infrastructure"), "deployment ** create"],
      [deploys("deploys"), "webapp deploy|up", "webapp deployment slot swap|source", "webapp|functionapp config ** set|delete", "staticwebapp appsettings set|delete", "functionapp deploy", "functionapp deployment source|slot", "containerapp up|update|revision", "acr build|import", "pipelines run"],
      [remoteExec("runs commands on a machine"), "vm run-command **", "vm|vmss extension set|delete", "vmss run-command **", "ssh **", "containerapp exec", "container exec", "aks command invoke", "webapp ssh"],
      [cloudStop("stops what runs"), "** stop|deallocate|restart|redeploy|reimage|failover", "postgres|mysql|mariadb|redis|redisenterprise|cosmosdb ** update|scale --sku-name|--sku|--tier|--storage-size|--version|--vm-size", "sql db|elastic-pool|mi update --service-objective|--edition|--capacity|--tier|--compute-model", "vm resize", "vmss|aks ** scale"],
      [SERVERS_DELETED, DELETING],
    ],
  },
  azcopy: { unless: "--dry-run", does: [[massDelete("deletes blobs"), "remove|rm", "sync --delete-destination=true|prompt"]] },
  rclone: { values: "--config --transfers --filter", unless: "--dry-run|-n", does: [[massDelete("deletes objects"), "delete|deletefile|purge|sync|cleanup|rmdir|rmdirs|bisync|move|dedupe"], [publicSurface("publishes a link"), "link"]] },
  mc: { unless: "--dry-run|--fake", does: [[null, "ls|cat|stat|cp"], [massDelete("deletes objects"), "rm|rb", "** rb|rm", "mirror --remove", "admin bucket delete|remote", "batch **"], [publicSurface("changes who can read a bucket"), "anonymous set*", "policy set", "share download"], [grant("grants access"), "admin user|policy|group|accesskey|service"]] },
  b2: { unless: "--dry-run|--dryRun", does: [[massDelete("deletes objects"), "delete-bucket|delete-file-version|rm", "bucket|file delete", "sync --delete"], [publicSurface("changes a bucket"), "update-bucket"]] },
  ossutil: { does: [[massDelete("deletes objects"), "rm|rb", "sync --delete"]] },
  gdrive: { does: [[massDelete("deletes files"), "** delete|trash"], [publicSurface("shares a file"), "** share"]] },
  doctl: { does: [[null, "auth **"], [nodeChange("changes a cluster's nodes"), "kubernetes cluster node-pool delete|delete-node|replace-node|update"], [nameChange("changes DNS or certificates"), "compute domain|certificate create|delete", "compute domain records create|delete|update"], [deploys("deploys"), "apps create-deployment|update"], [SERVERS_DELETED, DELETING, "** undeploy"], [cloudStop("stops what runs"), "compute droplet-action *", STOPPING]] },
  ...Object.fromEntries(
    ["ibmcloud", "oci", "linode-cli", "hcloud", "scw", "vultr-cli", "vultr", "exo", "openstack", "civo", "aliyun", "tccli", "yc", "upctl", "metal", "ovhcloud", "nova", "govc", "virsh", "pvesh", "qm", "pct", "VBoxManage", "multipass", "lxc", "incus"].map((name) => [
      name,
      { does: [[null, "login|config|configure|context **"], [SERVERS_DELETED, DELETING, "** undefine|unregister|vol-delete|pool-destroy|snapshot-delete"], [cloudStop("stops what runs"), STOPPING]] },
    ] as const),
  ),
}; // prettier-ignore
