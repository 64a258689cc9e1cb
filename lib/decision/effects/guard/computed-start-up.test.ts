import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "code writes no file that runs by itself, also where only the end of its path can be told",
  [
    `python3 -c "import site; d = site.getusersitepackages(); open(d + '/sitecustomize.py', 'a').write('import boot')"`,
    `python3 -c "import site; open(site.getsitepackages()[0] + '/usercustomize.py', 'w').write('')"`,
    `python3 -c "import site, pathlib; (pathlib.Path(site.getusersitepackages()) / 'usercustomize.py').write_text('x')"`,
    `python3 -c "import pwd, os; h = pwd.getpwuid(1001).pw_dir; open(os.path.join(h, '.ssh', 'authorized_keys'), 'a').write('k')"`,
    `node -e "const os = require('os'), path = require('path'); require('fs').appendFileSync(path.join(os.userInfo().homedir, '.zshrc'), 'x')"`,
    `python3 -c "import shutil, site; shutil.copy('boot.py', site.getusersitepackages() + '/usercustomize.py')"`,
    `python3 -c "import os, site; open(os.path.join(site.getusersitepackages(), 'a.pth'), 'w').write('import boot')"`,
  ],
  [
    `python3 -c "from pathlib import Path; Path('fixtures/authorized_keys').write_text('')"`,
    `python3 -c "import os, sys; open(os.path.join(sys.argv[1], 'model.pth'), 'wb').write(b'')" out`,
    `python3 -c "import site; print(open(site.getusersitepackages() + '/usercustomize.py').read())"`,
    `python3 -c "import tempfile, os; d = tempfile.mkdtemp(); open(os.path.join(d, '.bashrc'), 'w').write('x')"`,
    `python3 -c "import site; open('paths.txt', 'w').write(site.getusersitepackages() + '/usercustomize.py')"`,
  ],
);
