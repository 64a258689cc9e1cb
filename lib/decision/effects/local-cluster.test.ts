import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a cluster on this machine is nobody else's, as long as it surely is the one",
  [
    "kubectl config use-context kind-dev; kubectl delete deployment app", "kubectl config use-context prod && kubectl delete deployment app", "kubectl config use-context kind-dev && kubectl config use-context prod && kubectl delete deployment app",
    "kubectl config use-context kind-dev && kubectl --context prod delete deployment app", "kubectl config use-context kind-dev && ls || kubectl delete deployment app", "kind create cluster --name t\nkubectl delete ns x", "kind create cluster && aws eks update-kubeconfig --name prod && kubectl delete ns x",
    "kubectl config use-context kind-dev && KUBECONFIG=~/.kube/prod kubectl delete ns x", "kubectl config use-context kind-dev && kubectl get secret x -o yaml", "kubectl config use-context production-kind-dev && kubectl delete ns x",
  ],
  [
    "kubectl config use-context kind-dev && kubectl delete deployment app && kubectl apply -f deploy.yaml", "set -e\nkind create cluster --name t\nkubectl delete ns x", "minikube start >/dev/null 2>&1 && helm upgrade --install app ./chart && helm uninstall app", "kubectx minikube && kubectl delete ns scratch",
  ],
); // prettier-ignore
