import { describeCommands } from "@/lib/testing/describe-commands";

const STOPS: readonly string[] = [
  "> ~/important.db", ": > ~/important.db", ": > /srv/x", "true > /srv/x", "cat /dev/null > ~/x.db", "echo -n > ~/x.db", "echo > ~/x.db", "printf '' > ~/x.db",
  "truncate -s0 ~/x", "truncate -s 0 ~/x", "truncate --size=0 ~/x", "truncate -s 0 /srv/db/x", "shred -u ~/.ssh/id_rsa", "shred ~/notes.txt", "shred -zu /srv/x",
  "cp /dev/null ~/x", "cp -f /dev/null ~/x", "mv ~/a /dev/null", "ln -sf /dev/null ~/important.db", "ln -sf /tmp/x ~/important.db", "ln -sfn x /srv/current",
  "dd if=/dev/zero of=~/x.db bs=1 count=1", "dd if=/dev/null of=/srv/x", "tee ~/x.db < /dev/null", "tee ~/x.db </dev/null >/dev/null", "cat /dev/null | tee ~/x",
  ": >| ~/x", "cd ~ && > x.db", "cd ~ && : > x.db", "sudo truncate -s0 /etc/x", "install /dev/null ~/x", "sh -c '> ~/x.db'", "echo > ~/.bash_history",
]; // prettier-ignore

const LEAVES: readonly string[] = [
  "> build.log", ": > src/x.ts", "truncate -s0 logs/dev.log", "truncate -s 0 /tmp/x.log", "shred -u secret.tmp", "cp /dev/null build.log", "ln -sf ../x bin/y",
  "ln -s ../x y", "ln -sf /usr/bin/python3 /tmp/py", "ln -sf ~/project/x node_modules/x", "echo x > /tmp/x", "echo x > ~/notes.txt", "echo x >> ~/notes.txt",
  "cat a > ~/out.txt", "npm test > /tmp/out.log 2>&1", "dd if=/dev/zero of=test.img bs=1M count=1", "dd if=/dev/urandom of=/tmp/x bs=1 count=1", "mv a b", "> /dev/null",
  ": > /dev/null", "cat /dev/null > /tmp/x", "touch ~/x", "python3 -c \"open('out.txt','w').write('x')\"", "tee out.log < /dev/null",
]; // prettier-ignore

describeCommands("emptying or replacing a file outside the project needs a person", STOPS, LEAVES);
