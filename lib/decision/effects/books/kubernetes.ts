import type { Book, Program } from "../deeds";
import { certificates, clusterChange, clusterDelete, clusterExec, clusterGrant, clusterWide, deploys, destroys, escapes, exposes, nodeChange, publicSurface, secretWrite, stopsWork } from "../deed-kinds"; // prettier-ignore
import { namesLocalCluster } from "../local-cluster";

const RBAC = "clusterrole*|role|role/*|roles|rolebinding*|serviceaccount*|sa|sa/*";
const CLUSTER_KINDS = "daemonset*|ds|ds/*|*webhookconfiguration*|crd|crd/*|crds|customresourcedefinition*|apiservice*|networkpolic*|netpol|podsecurity*|priorityclass*|validatingadmission*|mutatingadmission*|storageclass*|sc|clusterpolic*"; // prettier-ignore
const HOLDERS = "namespace|namespaces|namespace/*|ns|ns/*|project|project/*|pv|pv/*|pvc|pvc/*|persistentvolume*|crd|crd/*|customresourcedefinition*|statefulset*|sts|sts/*|storageclass*|volumesnapshot*|all"; // prettier-ignore

const UNCHECKED = certificates("turns the certificate checks of a cluster off");
const CHANGES = clusterChange("changes the cluster");

const KUBECTL: Program = {
  values: "-n --namespace --context --kubeconfig --cluster -l --selector -o --output --as --user -s --server --token --timeout --grace-period -f --filename -p --patch --type -c --container --field-selector", // prettier-ignore
  unless: "--dry-run=client|server|true",
  spares: namesLocalCluster,
  does: [
    [UNCHECKED, "config set-cluster --insecure-skip-tls-verify !--insecure-skip-tls-verify=false"],
    [null, "config **", "get|describe|logs|explain|diff|top|version|api-resources|api-versions|cluster-info|events|wait|auth can-i|whoami", "delete pod|pods|po --help"],
    [nodeChange("takes nodes out of the cluster or changes them"), "drain|cordon|uncordon|taint", "delete node|nodes|no|node/*|no/*", "adm drain|cordon|uncordon|taint|upgrade|reset-*", "label|annotate|patch|edit node|nodes|no|node/*"],
    [clusterDelete("deletes a namespace, stored data or resources in bulk"), `delete ${HOLDERS}`, "delete --all", "delete -A|--all-namespaces", "delete -l|--selector", "delete --field-selector", "replace --force"],
    [publicSurface("lets others reach a service of the cluster from outside"), "patch|edit service|services|svc|service/*|svc/* --patch|-p=*loadbalancer*|*externalip*", "expose --type=loadbalancer", "expose --external-ip", "create service|svc loadbalancer"],
    [escapes("starts a pod with its node's rights"), "run --overrides=*hostpid*|*hostnetwork*|*hostpath*|*privileged*|*hostipc*", "run|debug --privileged"],
    [clusterGrant("changes who may do what in the cluster"), `create|apply|edit|patch|replace|delete|set ${RBAC}`, "adm policy|groups **", "set subject", "auth reconcile", "certificate approve|deny", "create token"],
    [clusterWide("changes what runs everywhere in the cluster"), `create|apply|edit|patch|replace|delete ${CLUSTER_KINDS}`, "apply|create|replace -f|--filename=*daemonset*", "apply|create|replace -f|--filename=*webhook*", "apply|create|replace -f|--filename=*crd*", "apply|create|replace -f|--filename=*clusterrole*"],
    [secretWrite("writes secrets of the cluster"), "create|edit|patch|replace|delete|apply secret|secrets|secret/*|sealedsecret*|externalsecret*"],
    [stopsWork("stops a workload"), "scale --replicas=0", "rollout pause", "delete job*|cronjob*|deployment*|deploy|deploy/*|rs|rs/*|replicaset*|hpa|hpa/*"],
    [clusterDelete("deletes what others reach the cluster by"), "delete service|services|service/*|svc|svc/*|ingress*|ing|ing/*|gateway*|httproute*|configmap*|cm|cm/*|route|route/*|middleware*", "delete -f|--filename|-k|--kustomize"],
    [exposes("listener", "exposes a cluster port on all interfaces"), "port-forward|proxy --address=0.0.0.0"],
    [clusterExec("opens a shell or a port in a cluster", {}), "exec|attach|rsh|port-forward|cp"],
    [clusterExec("debugs a node as its administrator", { node: true }), "debug node/*|nodes/*", "debug --profile=sysadmin"],
    [CHANGES, "apply|replace|patch|edit|set|scale|create|run|label|annotate|expose|autoscale|delete", "rollout restart|undo|resume", "new-app|new-project|process|tag|import-image|start-build"],
  ],
}; // prettier-ignore

const HELM_VALUES =
  "--kube-apiserver --kube-token --kube-as-user --kube-as-group --kube-ca-file --kube-tls-server-name -n --namespace --kube-context --kubeconfig -f --values --set --version --repo --timeout";

/** The names that clients of a cluster go by. */
export const CLUSTER_TOOLS: ReadonlySet<string> = new Set(["kubectl", "oc", "k", "kubecolor"]);

export const KUBERNETES: Book = {
  ...Object.fromEntries([...CLUSTER_TOOLS, "kubectl.exe"].map((name) => [name, KUBECTL])),
  helm: {
    values: HELM_VALUES,
    spares: namesLocalCluster,
    does: [[null, "repo|search|show|get|list|ls|status|history|template|lint|pull|package|dependency|dep|create|version|env|diff **"], [clusterDelete("removes a release"), "uninstall|delete|del|un"], [clusterChange("changes a release"), "install|upgrade|rollback"]],
  },
  helmfile: { spares: namesLocalCluster, does: [[clusterDelete("removes releases"), "** destroy|delete"], [clusterChange("changes releases"), "** apply|sync|charts"]] },
  skaffold: { spares: namesLocalCluster, does: [[clusterDelete("removes what it deployed"), "delete"], [deploys("deploys"), "run|deploy|apply"]] },
  argocd: {
    values: "--server --auth-token --grpc-web-root-path",
    does: [[null, "app list|get|diff|logs|history|wait", "login|logout|context|version"], [clusterDelete("deletes an application, a project or a cluster"), "** delete|rm|remove|terminate-op"], [clusterGrant("grants access"), "account|proj|cluster add*|update-password|generate-token|create"], [deploys("deploys"), "app sync|rollback|set|unset|patch|create|actions|edit", "appset create|generate"]],
  },
  flux: {
    values: "-n --namespace --context --kubeconfig",
    spares: namesLocalCluster,
    does: [[clusterDelete("removes what keeps the cluster in step"), "delete **", "uninstall"], [stopsWork("stops the cluster from being kept in step"), "suspend **"], [deploys("deploys"), "reconcile|resume|create|bootstrap|push|tag **"]],
  },
  eksctl: { unless: "--dry-run", does: [[nodeChange("changes a cluster's nodes"), "delete|drain|scale|upgrade|create|update|replace nodegroup|ng|fargateprofile|addon", "upgrade **"], [clusterGrant("grants access"), "create|delete iamidentitymapping|iamserviceaccount|podidentityassociation|accessentry"], [destroys("deletes a cluster"), "delete **"], [clusterChange("changes a cluster"), "create|update|enable|disable **"]] },
  kops: { values: "--name --state", does: [[destroys("deletes a cluster"), "delete **"], [nodeChange("changes a cluster's nodes"), "rolling-update|edit|replace|promote **"], [clusterChange("changes a cluster"), "update|create|upgrade **"]] },
  kubeadm: { does: [[destroys("takes this machine out of its cluster"), "reset"], [nodeChange("changes a cluster's nodes"), "join|init|upgrade|certs **"]] },
  talosctl: { values: "-n --nodes -e --endpoints", does: [[nodeChange("changes or erases a node"), "reset|wipe|upgrade|upgrade-k8s|reboot|shutdown|apply-config|patch|bootstrap|rollback"]] },
  k3s: { does: [[nodeChange("changes a cluster's nodes"), "server|agent|etcd-snapshot|secrets-encrypt **"]] },
  istioctl: { does: [[clusterDelete("removes the mesh"), "uninstall|x"], [clusterWide("changes the mesh"), "install|upgrade|apply"]] },
  linkerd: { does: [[clusterDelete("removes the mesh"), "uninstall|prune"]] },
  cilium: { does: [[clusterDelete("removes the network"), "uninstall"], [clusterWide("changes the network"), "install|upgrade|config"]] },
  crictl: { does: [[stopsWork("stops containers of the cluster"), "rm|rmp|stop|stopp|rmi"]] },
  etcdctl: { values: "--endpoints --cacert --cert --key --user", does: [[clusterDelete("deletes the cluster's state"), "del|compact|compaction", "member|user|role|snapshot remove|delete|restore", "auth disable"], [clusterChange("changes the cluster's state"), "put|txn|defrag"]] },
  nomad: { values: "-namespace -region -address", does: [[nodeChange("changes a cluster's nodes"), "node drain|eligibility|purge", "server|operator force-leave|raft"], [clusterDelete("removes a job, a volume or a namespace"), "stop", "job stop|purge", "namespace|volume|quota delete", "system gc"], [deploys("deploys"), "run", "job run|promote|revert|dispatch"]] },
  consul: { values: "-http-addr -token -datacenter", does: [[clusterDelete("deletes shared configuration"), "kv|acl|intention|config|peering|snapshot delete|restore", "acl ** delete", "leave|force-leave"], [clusterChange("changes shared configuration"), "kv put|import", "config write", "services register|deregister", "maint"]] },
  scancel: { values: "-u --user --state -t -A --account -p --partition -n --name", does: [[stopsWork("cancels jobs of others"), "--state|-t|--user|-u|-A|--account|-p|--partition|--name|-n|--me|-w"]] },
  qdel: { does: [[stopsWork("cancels jobs of others"), "all", "-u"]] },
  bkill: { does: [[null, "-l"], [stopsWork("cancels jobs of others"), "0", "-u|-q|-J"]] },
  scontrol: { does: [[nodeChange("changes the cluster's nodes or jobs"), "update|reconfigure|shutdown|reboot|hold|requeue|suspend|delete"]] },
  condor_rm: { does: [[stopsWork("cancels jobs of others"), "-all|-constraint"]] },
}; // prettier-ignore
