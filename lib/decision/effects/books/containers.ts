import type { Book, Program } from "../deeds";
import { escapes, persists, prunes, publishes, security, stopsWork, volumes } from "../deed-kinds";
import { removesOwnContainers } from "../own-containers";

const ESCAPES = escapes("runs a container with the host's rights");
const PRUNES = prunes("removes containers, images or volumes that others may need", { volumes: true });
const VOLUME = volumes("deletes a volume with its data");

/** `a|b` after each of the ways to start a container. */
const STARTS = ["run", "create", "container run", "container create"];
const starting = (flags: readonly string[]) => STARTS.flatMap((start) => flags.map((flag) => `${start} ${flag}`));

const HOST_RIGHTS = starting([
  "--privileged", "--pid=host", "--userns=host", "--ipc=host --cap-add=*", "--cap-add=all|sys_admin|sys_ptrace|sys_module|dac_read_search|cap_sys_admin",
  "-v|--volume=/:*", "-v|--volume=*docker.sock*", "-v|--volume=*containerd.sock*", "-v|--volume=/etc:*", "-v|--volume=/root*", "-v|--volume=/proc:*", "-v|--volume=/dev:*",
  "--mount=*source=/,*", "--mount=*src=/,*", "--mount=*docker.sock*", "--security-opt=*unconfined*", "--security-opt=*disable*", "--device=/dev/sd*", "--device=/dev/nvme*", "--device=/dev/mem*", "--device=/dev/kmem*", "--cgroupns=host --cap-add=*",
]); // prettier-ignore

/** Which one of several is meant, and what somebody keeps on it, does not show. */
const MACHINE = volumes("deletes a virtual machine with what it holds", { own: true });

const DOCKER: Program = {
  values: "-H --host -c --context --config -l --log-level",
  spares: removesOwnContainers,
  does: [
    [ESCAPES, ...HOST_RIGHTS, "compose run|exec --privileged"],
    [escapes("gives a running container the host's rights"), "exec --privileged", "container exec --privileged"],
    [persists("runner", "makes this machine run the jobs of a forge"), "run|create ** *github-runner*|*actions-runner*|*gitlab-runner:*", "run|create *gitlab-runner register"],
    [PRUNES, "system prune|reset", "volume prune", "image|images|builder|buildx prune -a|--all|--volumes", "container|network prune -a|--all|--volumes|-f|--force", "machine rm|reset"],
    [VOLUME, "volume rm|remove", "rm -v|--volumes", "container rm -v|--volumes"],
    [volumes("deletes the project's volumes with their data", { own: true }), "compose ** down -v|--volumes", "compose ** rm -v"],
    [stopsWork("changes the swarm"), "swarm leave|init|join|update|unlock-key", "node rm|update|demote|promote", "service rm|scale|update|rollback", "stack rm|deploy", "secret|config rm"],
    [security("turns signature checks off"), "trust revoke"],
    [null, "push localhost:*|127.0.0.1:*", "image push localhost:*|127.0.0.1:*"],
    [publishes("pushes an image"), "push", "image|manifest|buildx push", "compose push", "build|buildx --push", "buildx build --push", "plugin push"],
  ],
}; // prettier-ignore

const COMPOSE: Program = {
  values: "-f --file -p --project-name --profile --env-file --project-directory",
  does: [[volumes("deletes the project's volumes with their data", { own: true }), "down -v|--volumes", "rm -v"], [publishes("pushes an image"), "push"]],
}; // prettier-ignore

export const CONTAINERS: Book = {
  docker: DOCKER,
  podman: DOCKER,
  nerdctl: DOCKER,
  "docker-compose": COMPOSE,
  "podman-compose": COMPOSE,
  skopeo: { does: [[volumes("deletes an image from a registry"), "delete"], [publishes("copies an image to a registry"), "copy|sync"]] },
  crane: { does: [[volumes("deletes an image from a registry"), "delete"], [publishes("pushes an image"), "push|copy|cp|tag|append|mutate|rebase"]] },
  regctl: { does: [[volumes("deletes an image from a registry"), "** delete|rm"], [publishes("pushes an image"), "image copy|import|mod"]] },
  oras: { does: [[volumes("deletes from a registry"), "** delete"], [publishes("pushes to a registry"), "push|cp|copy|attach"]] },
  buildah: { does: [[publishes("pushes an image"), "push"], [PRUNES, "prune", "rm|rmi -a|--all"]] },
  nsenter: { values: "-S -G", does: [[escapes("enters the host's namespaces"), "-t|--target=1"]] },
  ctr: { does: [[ESCAPES, "** run --privileged", "** run --mount=*src=/,*"], [PRUNES, "** rm|delete|prune"]] },
  minikube: { does: [[null, "delete"]] },
  limactl: { does: [[MACHINE, "delete|remove|rm|factory-reset|prune"]] },
  colima: { does: [[MACHINE, "delete|prune"]] },
  orb: { does: [[MACHINE, "delete|reset"]] },
  orbctl: { does: [[MACHINE, "delete|reset"]] },
  tart: { does: [[MACHINE, "delete|prune"]] },
}; // prettier-ignore
