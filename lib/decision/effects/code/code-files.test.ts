import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "copies, moves and modes in code count as the shell's",
  [
    "python3 -c \"import shutil,os; shutil.copy(os.path.expanduser('~/.ssh/id_rsa'), '/tmp/x')\"",
    "python3 -c \"import os; os.chmod('/etc/shadow', 0o777)\"",
    "python3 -c \"import os; os.chmod('/etc/passwd', 0o666)\"",
    "python3 -c \"import os; os.rename('/etc/passwd', '/etc/passwd.bak')\"",
    "node -e \"require('fs').copyFileSync('/home/dev/.aws/credentials','/tmp/c')\"",
    "python3 -c 'import os; os.setns(3)'",
    "ruby -rfileutils -e \"FileUtils.chmod 0777, '/etc/passwd'\"",
  ],
  [
    "python3 -c \"import shutil; shutil.copy('a.txt','b.txt')\"",
    "python3 -c \"import os; os.rename('a.txt','b.txt')\"",
    "python3 -c \"import os; os.chmod('run.sh', 0o755)\"",
    "node -e \"require('fs').renameSync('dist/a.js','dist/b.js')\"",
    "python3 -c \"import shutil,glob; [shutil.copy(f,'out/') for f in glob.glob('src/*.json')]\"",
    "python3 -c \"s='a b'; print(s.replace('a','b'))\"",
    "python3 -c \"import shutil; shutil.copytree('src','/tmp/src-copy')\"",
  ],
);
