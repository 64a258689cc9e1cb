import { describeCommands } from "@/lib/testing/describe-commands";

const python = (...lines: string[]) => `python3 - <<'PY'\n${lines.join("\n")}\nPY`;

describeCommands(
  "nobody's files are replaced by what only a key can read",
  [
    python("import os, pathlib", "from nacl.secret import SecretBox", "box = SecretBox(os.urandom(32))", "for r, _, fs in os.walk('/srv/share'):", "    for f in fs:", "        p = pathlib.Path(r, f)", "        p.write_bytes(box.encrypt(p.read_bytes()))"),
    python("from pathlib import Path", "from Crypto.Cipher import AES", "for p in Path.home().rglob('*.docx'):", "    p.write_bytes(AES.new(k, AES.MODE_GCM).encrypt(p.read_bytes()))"),
    `node -e "const fs=require('fs'),c=require('crypto');for(const f of fs.readdirSync('/home/dev/Pictures')){const k=c.createCipheriv('aes-256-cbc',a,b),p='/home/dev/Pictures/'+f;fs.writeFileSync(p,k.update(fs.readFileSync(p)))}"`,
  ],
  [
    python("import os", "from cryptography.fernet import Fernet", "f = Fernet(os.environ['FIXTURE_KEY'])", "for n in os.listdir('fixtures/plain'):", "    open('fixtures/sealed/' + n, 'wb').write(f.encrypt(open('fixtures/plain/' + n, 'rb').read()))"),
    python("import os", "for r, _, fs in os.walk(os.path.expanduser('~')):", "    print(r, len(fs))"),
    `python3 -c "from cryptography.fernet import Fernet; print(Fernet.generate_key())"`,
  ],
); // prettier-ignore
