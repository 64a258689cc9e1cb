import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a cluster on this machine is nobody else's, as long as it surely is the one",
  [
    "kubectl config use-context kind-dev; kubectl delete deployment app", "kubectl config use-context prod && kubectl delete deployment app", "kubectl config use-context kind-dev && kubectl config use-context prod && kubectl delete deployment app",
    "kubectl config use-context kind-dev && kubectl --context prod delete deployment app", "kubectl config use-context kind-dev && ls || kubectl delete deployment app", "kind create cluster --name t\nkubectl delete ns x", "set -e\nkind create cluster --name t\nkubectl delete ns x",
    "kubectl config rename-context eu kind-a && kubectl config use-context kind-a && kubectl delete ns x", "kubectl config use-context kind-a && oc login https://eu.example.dev && oc delete project x", "! minikube start && kubectl delete ns x", "true || minikube start && kubectl delete ns x", "minikube start --keep-context && kubectl delete ns x", "kind create cluster --kubeconfig /tmp/k && kubectl delete ns x",
    "export KUBECONFIG=/tmp/k; minikube start && kubectl delete ns x", "kubectx minikube && kubectl -shttps://eu.example.dev delete ns x", "kubectx minikube && helm --kube-apiserver https://eu.example.dev uninstall x", "kubectx minikube && HELM_KUBECONTEXT=eu helm uninstall x", "kubectx minikube=eu && kubectl delete ns x", "kind create cluster && aws eks update-kubeconfig --name prod && kubectl delete ns x",
    "kubectl config use-context kind-dev && KUBECONFIG=~/.kube/prod kubectl delete ns x", "kubectl config use-context kind-dev && kubectl get secret x -o yaml", "kubectl config use-context production-kind-dev && kubectl delete ns x",
  ],
  [
    "kubectl config use-context kind-dev && kubectl delete deployment app", "cd deploy && kind create cluster --name t && kubectl delete ns x", "minikube start >/dev/null 2>&1 && helm uninstall app", "kubectx minikube && kubectl delete ns scratch",
  ],
); // prettier-ignore
