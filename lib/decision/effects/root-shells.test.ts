import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "no other program is made to start the administrator's shell",
  [
    "sudo vim -c ':!bash' -c ':q'",
    "sudo find . -maxdepth 0 -exec /bin/bash -p \\;",
    "sudo awk 'BEGIN { system(\"/bin/bash\") }'",
    "sudo perl -e 'exec \"/bin/sh\"'",
    "sudo python3 -c 'import pty; pty.spawn(\"/bin/sh\")'",
  ],
  [
    "sudo vim /etc/nginx/nginx.conf",
    "sudo find /var/log -name '*.gz' -exec ls -l {} \\;",
    "sudo find . -exec sh -c 'wc -l \"$1\"' _ {} \\;",
    "sudo awk '{ print $1 }' /var/log/nginx/access.log",
    "vim -c ':!make' notes.md",
  ],
);
