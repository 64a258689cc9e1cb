import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "a cluster is this machine's only where every name and address that a call gives says so",
  [
    "kubectl --context kind-a --server https://api.cluster.example delete namespace web",
    "kubectl --context=minikube-production delete namespace web",
    "kubectl --context=kind-prod delete namespace web",
    "kubectl delete namespace web --context k3d-a --context main",
    "helm uninstall web --kube-context kind-a --kube-apiserver https://api.cluster.example",
    "kubectl --context kind-a --cluster main delete namespace web",
    'kubectl --context "$CTX" delete namespace web',
  ],
  [
    "kubectl --context kind-a delete namespace web",
    "kubectl --context kind-a --server https://127.0.0.1:6443 delete namespace web",
    "helm uninstall web --kube-context k3d-dev",
    "kubectl --context colima-arm delete deployment web",
  ],
);

describeCommands(
  "of a rehearsal that is taken back nothing is left",
  [
    "kubectl delete namespace web --dry-run=server --dry-run=none",
    "helm upgrade web ./chart --dry-run --dry-run=false",
    "ansible web -m ping -m shell -a 'rm -rf /srv/data'",
  ],
  ["kubectl delete namespace web --dry-run=server", "helm upgrade web ./chart --dry-run", "ansible web -m ping"],
);

// prettier-ignore
describeCommands(
  "containers, their volumes and virtual machines of others stay",
  [
    "docker kill $(docker ps -q)",
    "docker container rm -f $(docker container ls -aq)",
    "podman ps -aq | xargs podman rm -f",
    `podman ps -aq${" | cat".repeat(12)} | xargs podman rm -f`,
    "docker compose -f compose.production.yml down --volumes",
    "docker compose --project-name live down -v",
    "limactl delete build-vm",
    "colima delete --force",
    "docker run --rm -v $HOME:/data someone/handy-tool",
    "docker run -it -v ~/.ssh:/root/.ssh:ro unheard/of sh",
  ],
  [
    "docker rm -f $(docker ps -aq --filter label=task=42)",
    "docker ps -aq | grep web | xargs docker rm",
    "docker rm -f web-test",
    "docker compose -f compose.dev.yml down",
    "limactl list",
    "colima status",
    "docker run --rm -v $PWD:/src someone/handy-tool",
    "docker run --rm -v $HOME:/work hadolint/hadolint hadolint Dockerfile",
  ],
);

describeCommands(
  "servers are not taken out of what customers reach",
  ["haproxyctl disable server web/web2", "haproxyctl shutdown sessions server web/web2"],
  ["haproxyctl show stat"],
);
