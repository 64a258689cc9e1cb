import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "orders on a socket count as the commands they are",
  [
    "echo 'disable server web/web1' | sudo socat stdio /run/haproxy/admin.sock",
    "printf 'set server web/a state drain\\n' | nc -U /run/haproxy.sock",
    "echo flush_all | nc localhost 11211",
  ],
  [
    "echo 'show stat' | sudo socat stdio /run/haproxy/admin.sock",
    "echo stats | nc localhost 11211",
    "echo ruok | nc localhost 2181",
  ],
);

// prettier-ignore
describeCommands(
  "a password out of a file is not handed to a stranger's registry",
  [
    "docker login -u ci -p \"$(cat /home/dev/.ci_token)\" registry.example.net",
    "cat ~/.ci_token | docker login -u ci --password-stdin registry.example.net",
    "helm registry login registry.example.net -u ci --password-stdin < ~/.ci_token",
  ],
  [
    "docker login",
    "docker login localhost:5000 -u ci -p \"$(cat ./dev-token)\"",
  ],
);
