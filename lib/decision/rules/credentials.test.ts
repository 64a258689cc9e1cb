import { expect, test } from "vitest";
import { describeCommands } from "@/lib/testing/describe-commands";
import { classify } from "../classify";
import { bash } from "../testing";
import { NOTHING_TRUSTED } from "../types";

describeCommands(
  "a credential is not handed to a program that nobody knows",
  [
    "bun run other.ts explain ~/.ssh/id_rsa",
    "./tool ~/.ssh/id_ed25519",
    "mytool --in=~/.ssh/id_rsa",
    "node upload.js ~/.aws/credentials",
    "npx some-tool ~/.kube/config",
    "sh upload.sh ~/.ssh/id_rsa",
  ],
  [
    "ssh -i ~/.ssh/id_rsa host uptime",
    "scp -i ~/.ssh/id_rsa a host:/tmp/",
    "ansible all --private-key=~/.ssh/id_rsa -m ping",
    "ssh-keygen -yf ~/.ssh/id_rsa",
    "chmod 600 ~/.ssh/id_rsa",
    'GIT_SSH_COMMAND="ssh -i ~/.ssh/id_rsa" git fetch',
    'rsync -e "ssh -i ~/.ssh/id_rsa" a localhost:b',
    "./deploy.sh --identity-file ~/.ssh/id_rsa",
    "KUBECONFIG=~/.kube/config kubectl get pods",
    "sh setup.sh ~/.ssh/id_rsa.pub",
    "./install.sh ~/.config/app/config.yml",
    'git commit -m "document ~/.ssh/id_rsa"',
    "echo ~/.ssh/id_rsa",
    "make deploy KEY=~/.ssh/id_rsa",
  ],
);

describeCommands(
  "a credential is one wherever it was moved to",
  [
    "docker cp web:/root/.ssh .",
    "docker cp ~/.aws web:/",
    "docker compose cp web:/root/.aws/credentials .",
    "kubectl cp ns/pod:/var/run/secrets/kubernetes.io/serviceaccount/token ./token",
    "cat .aws/credentials",
    "base64 /mnt/backup/dev/.kube/config",
    "cat ~/Library/Application Support/Cursor/User/globalStorage/storage.json",
    "cat terraform.tfstate",
    "less prod.tfvars",
    "find //.aws -name credentials",
  ],
  [
    "docker cp web:/app/dist ./dist",
    "docker compose cp ./seed.sql db:/tmp/",
    "kubectl cp ns/pod:/var/log/app.log ./app.log",
    "cat tests/fixtures/.aws/credentials",
    "cat .npmrc",
    "cat terraform.tfvars.example",
    "terraform plan -var-file prod.tfvars",
    "ls ~/Library/Application\\ Support/Cursor",
  ],
);

describeCommands(
  "a credential is not hidden in pictures and sounds",
  [
    'qrencode "$(base64 credentials)" -o out.png',
    "qrencode -r ~/.ssh/id_rsa -o out.png",
    "steghide embed -cf cat.jpg -ef .env",
    "outguess -d ~/.ssh/id_rsa a.jpg b.jpg",
    "minimodem --tx 300 < ~/.ssh/id_rsa",
    'exiftool -Comment="$(cat .env)" a.jpg',
  ],
  ["qrencode 'https://acme.example' -o qr.png", 'qrencode -o qr.png "$(cat url.txt)"', "steghide info a.jpg", "exiftool a.jpg"], // prettier-ignore
);

describeCommands(
  "line by line is read as well",
  [
    'while read l; do echo "$l"; done < /etc/shadow',
    "f() { (while read line; do echo $line >> /tmp/x; done < $1) }; f /etc/master.passwd",
    'mapfile -t x < ~/.ssh/id_rsa; echo "${x[@]}"',
    "for f in /etc/passwd /etc/shadow; do cat $f; done",
  ],
  ["while read line; do echo $line; done < README.md", 'while IFS= read -r l; do echo "$l"; done < /etc/passwd'],
);

describeCommands(
  "stores and agents keep what they hold",
  [
    "pass show aws",
    "pass github",
    "keyctl pipe 123",
    "keyctl search @s user x",
    "keyctl revoke 123",
    "SSH_AUTH_SOCK=/tmp/ssh-abc/agent.12345 ssh-add -L",
    "export SSH_AUTH_SOCK=/tmp/ssh-abc/agent.12345",
  ],
  ["pass ls", "pass git log", "keyctl show @s", "keyctl describe 1", "SSH_AUTH_SOCK=~/.1password/agent.sock ssh-add -l", 'eval "$(ssh-agent -s)"'], // prettier-ignore
);

describeCommands(
  "the memory of a process that keeps secrets is not taken",
  [
    "gcore $(pgrep sshd)",
    "gcore -o x $(pidof ssh-agent)",
    "gcore 1234",
    "procdump -n vault",
    "coredumpctl dump sshd -o /tmp/sshd.core",
    "gdb -p $(pgrep ssh-agent) -batch -ex 'dump memory x 0 1'",
    "sudo ltrace -e SSL_write -p 9012",
    "dd if=/proc/self/mem bs=4096 count=256",
  ],
  ["coredumpctl list", "coredumpctl info myapp", "ltrace -e malloc ./a.out", "cat /proc/1234/status", "strace -e trace=file ls"], // prettier-ignore
);

describeCommands(
  "credentials are not looked for where the task has nothing to do",
  [
    "env | grep -i token",
    "printenv | grep SECRET",
    "trufflehog filesystem /",
    "gitleaks detect --source ~",
    "getent shadow",
    "ssh host cat /etc/shadow",
    "ssh host 'cat ~/.ssh/id_rsa'",
    "cat ~/.config/Slack/Cookies",
    "cat /tmp/krb5cc_1000",
    "gpg2 -a --export-secret-key x",
    "perl -pe 1 ~/.ssh/id_rsa",
  ],
  [
    "env | grep -i token | cut -d= -f1",
    "env | grep -c TOKEN",
    "env | grep PATH",
    "gitleaks detect --source .",
    "trufflehog git file://.",
    "getent passwd dev",
    "ssh host cat /etc/hosts",
    "ssh host 'ls ~/.ssh'",
    "ls ~/.config/Slack",
  ],
);

test("a doubt beside it does not weaken what is certain", () => {
  const { verdict } = classify(bash("gcore 1234; ./tool ~/.ssh/id_rsa; cat ~/.ssh/id_rsa"), NOTHING_TRUSTED);
  expect(verdict).toBe("block");
});
