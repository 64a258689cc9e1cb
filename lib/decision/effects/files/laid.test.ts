import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "what was moved somewhere is deleted as what it was",
  [
    "mv ~/Pictures /tmp/p && rm -rf /tmp/p",
    "mv ~/Pictures build/ && rm -rf build",
    "mv ../shop build && rm -rf build",
    "mv ~/Pictures/* /tmp/p/; rm -rf /tmp/p/*",
    "mv ~/Pictures /tmp/a; mv /tmp/a /tmp/b; rm -rf /tmp/b/2024",
    "mv .git /tmp/g && rm -rf /tmp/g",
    "rsync -a --remove-source-files ~/Pictures/ /tmp/p/ && rm -rf /tmp/p",
  ],
  [
    "mv build /tmp/old && rm -rf /tmp/old",
    "mv node_modules /tmp/nm && npm ci && rm -rf /tmp/nm",
    "mv ~/Pictures /tmp/p && mv /tmp/p ~/Pictures && rm -rf /tmp/p",
    "rsync -a ~/Pictures/ /tmp/p/ && rm -rf /tmp/p",
    "mv ~/Pictures /tmp/p && rm -rf /tmp/q",
  ],
);

describeCommands(
  "what is mounted somewhere is deleted where it is",
  [
    "sshfs files:/data /tmp/d && rm -rf /tmp/d/*",
    "sshfs files:/data mnt && find mnt -mtime +30 -delete",
    "gcsfuse acme-assets /tmp/d; rm -rf /tmp/d/old",
    "rclone mount drive:photos /tmp/d --daemon && rm -rf /tmp/d/2019",
    "sudo mount --bind ~/Pictures /tmp/d && rm -rf /tmp/d",
    "sudo mount -t nfs nas:/vol /tmp/d; rm -rf /tmp/d/*",
    "sshfs files:/data /tmp/d; cp /tmp/d/a .; umount /tmp/d; rm -rf /tmp/d",
  ],
  [
    "sshfs files:/data /tmp/d && cp /tmp/d/a . && fusermount -u /tmp/d && rm -rf /tmp/d",
    "sshfs files:/data /tmp/d && rmdir /tmp/e",
    "sshfs -o ro files:/data /tmp/d && rm -rf /tmp/d",
    "sudo mount -t tmpfs tmpfs /tmp/d; rm -rf /tmp/d/*",
    "sudo mount --bind build /tmp/d; rm -rf /tmp/d/*",
    "sudo mount -o loop disk.img /tmp/d && rm -rf /tmp/d/*",
  ],
);

describeCommands(
  "above a link is above what it leads to",
  ["ln -s ~/Pictures/2024 /tmp/l; rm -rf /tmp/l/../2023", "ln -s ../lib l; rm -rf l/../../other"],
  ["ln -s /tmp/a/b /tmp/l; rm -rf /tmp/l/../c", "rm -rf build/../dist"],
);
