import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a container goes with its volumes where the command line made it",
  [
    "docker rm -v $(docker ps -aq)",
    "docker rm -v db",
    'id=$(docker create app); docker rm -v "$id" db',
    'v=$(docker volume create pgdata); docker volume rm "$v"',
    "docker volume create cache; docker volume rm cache",
  ],
  [
    'id=$(docker create app) && docker cp "$id:/a" a; docker rm -v "$id"',
    'c=$(podman run -d postgres:17); npm test; podman rm -f -v "$c"',
    'v=$(docker volume create); docker volume rm "$v"',
  ],
);
