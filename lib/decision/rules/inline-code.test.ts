import { describe, expect, test } from "vitest";
import { classify } from "../classify";
import { bash } from "../testing";
import { NOTHING_TRUSTED } from "../types";

const STOPS: readonly string[] = [
  "perl -e 'system(\"rm\",\"-rf\",\"/home/dev\")'", "perl -e 'exec \"rm\",\"-rf\",\"/home/dev\"'", "perl -e 'system \"rm -rf /home/dev\"'",
  "perl -e 'system(qw(rm -rf /home/dev))'", "perl -e 'system(q{rm -rf /home/dev})'", "perl -e '`rm -rf /home/dev`'", "perl -e 'qx{rm -rf /home/dev}'",
  "perl -e 'print qx(rm -rf /home/dev)'", "perl -e 'open(F, \"rm -rf /home/dev|\")'", "perl -MFile::Path -e 'rmtree(\"/home/dev\")'",
  "perl -MFile::Path=remove_tree -e 'remove_tree(\"/home/dev\")'", "perl -e 'use File::Path; rmtree $ENV{HOME}'", "perl -e 'system(\"rm -rf $ENV{HOME}\")'",
  "perl -e 'unlink glob \"/home/dev/*\"'", "lua -e 'os.execute(\"rm -rf /home/dev\")'", "lua -e 'os.execute(\"rm -rf ~\")'", "lua -e \"os.execute('rm -rf ~')\"",
  "lua -e 'os.execute[[rm -rf ~]]'", "lua -e 'io.popen(\"rm -rf ~\")'", "luajit -e 'os.execute(\"rm -rf ~\")'", "lua -e 'os.remove(\"/etc/passwd\")'",
  "python3 -c \"import shutil,os; shutil.rmtree(os.path.expanduser('~'))\"", "python3 -c \"import shutil,os; shutil.rmtree(os.path.expanduser('~/work'))\"",
  "python3 -c \"import shutil; shutil.rmtree('/home/dev')\"", "python3 -c \"import shutil,os; shutil.rmtree(os.environ['HOME'])\"",
  "python3 -c \"import shutil,os; shutil.rmtree(os.environ.get('HOME'))\"", "python3 -c \"import shutil,os; shutil.rmtree(os.getenv('HOME'))\"",
  "python3 -c \"import shutil; from pathlib import Path; shutil.rmtree(Path.home())\"",
  "python3 -c \"import shutil; from pathlib import Path; shutil.rmtree(Path.home() / 'work')\"",
  "python3 -c \"import shutil; from pathlib import Path; shutil.rmtree(str(Path.home()))\"",
  "python3 -c \"import shutil,os; shutil.rmtree(os.path.join(os.environ['HOME'],'work'))\"", "python3 -c \"import shutil,sys; shutil.rmtree(sys.argv[1])\" ~",
  "python3 -c \"import shutil; h='/home/dev'; shutil.rmtree(h)\"", "python3 -c \"from shutil import rmtree; rmtree('/home/dev')\"",
  "python3 -c \"from shutil import rmtree as r; r('/home/dev')\"", "python3 -c \"import shutil as s; s.rmtree('/home/dev')\"",
  "python3 -c \"import os; os.system('rm -rf ~')\"", "python3 -c \"import os; os.system('rm -rf ' + os.environ['HOME'])\"",
  "python3 -c \"import os; os.system('rm -rf %s' % os.environ['HOME'])\"", "python3 -c \"import os; os.system(f'rm -rf {os.environ[\\\"HOME\\\"]}')\"",
  "python3 -c \"import subprocess; subprocess.run(['rm','-rf','/home/dev'])\"", "python3 -c \"import subprocess; subprocess.run(['rm','-rf',os.path.expanduser('~')])\"",
  "python3 -c \"import subprocess; subprocess.run(args=['rm','-rf','/home/dev'])\"", "python3 -c \"import subprocess; subprocess.run('rm -rf ~', shell=True)\"",
  "python3 -c \"import subprocess; subprocess.Popen(('rm','-rf','/home/dev'))\"", "python3 -c \"from subprocess import run; run(['rm','-rf','/home/dev'])\"",
  "python3 -c \"from subprocess import call as c; c(['rm','-rf','/home/dev'])\"", "python3 -c \"__import__('os').system('rm -rf ~')\"",
  "python3 -c \"import os; getattr(os,'system')('rm -rf ~')\"", "python3 -c \"import os; os.execvp('rm',['rm','-rf','/home/dev'])\"",
  "python3 -c \"import os; os.execl('/bin/rm','rm','-rf','/home/dev')\"", "python3 -c \"import os; os.spawnlp(os.P_WAIT,'rm','rm','-rf','/home/dev')\"",
  "python3 -c \"import pty; pty.spawn(['rm','-rf','/home/dev'])\"", "python3 -c \"import os; cmd=input(); os.system(cmd)\"",
  "python3 -c \"import os,sys; os.system(sys.argv[1])\" 'rm -rf ~'", "python3 -c \"import os; os.posix_spawn('/bin/rm',['rm','-rf','/home/dev'],{})\"",
  "python3 -c \"import asyncio; asyncio.run(asyncio.create_subprocess_shell('rm -rf ~'))\"", "python3 -c \"exec('import os; os.system(\\\"rm -rf ~\\\")')\"",
  "python3 -c \"from pathlib import Path; [p.unlink() for p in Path.home().rglob('*')]\"",
  "python3 -c \"from pathlib import Path; [p.unlink() for p in Path('/home/dev').rglob('*')]\"",
  "python3 -c \"from pathlib import Path; (Path.home() / '.ssh' / 'id_rsa').unlink()\"", "python3 -c \"import os; [os.remove(f) for f in os.listdir('/etc')]\"",
  "python3 -c \"import os; [os.remove(os.path.join(r,f)) for r,d,fs in os.walk(os.path.expanduser('~')) for f in fs]\"",
  "node -e \"require('fs').rmSync('/home/dev',{recursive:true})\"", "node -e \"const {rmSync}=require('fs'); rmSync(require('os').homedir(),{recursive:true})\"",
  "node -e \"rmSync(require('os').homedir(),{recursive:true})\"", "node -e \"fs.rmSync(os.homedir(),{recursive:true,force:true})\"",
  "node -e \"fs.rmSync(process.env.HOME,{recursive:true,force:true})\"", "node -e \"fs.rmSync(process.env['HOME'],{recursive:true,force:true})\"",
  "node -e 'fs.rmSync(`${process.env.HOME}`,{recursive:true,force:true})'", "node -e 'fs.rmSync(process.env.HOME + \"/work\",{recursive:true,force:true})'",
  "node -e \"fs.rmSync(path.join(os.homedir(),'work'),{recursive:true,force:true})\"", "node -e \"fs.promises.rm('/home/dev',{recursive:true})\"",
  "node -e \"require('fs/promises').rm('/home/dev',{recursive:true})\"", "node -e \"require('child_process').execSync('rm -rf ~')\"",
  "node -e \"require('child_process').spawnSync('rm',['-rf','/home/dev'])\"", "node -e \"require('child_process').execFileSync('rm',['-rf',require('os').homedir()])\"",
  "node -e 'require(\"child_process\").execSync(`rm -rf ${process.env.HOME}`)'", "node -e \"require('child_process').execSync(process.argv[1])\" 'rm -rf ~'",
  "node -e \"require('child_process')['execSync']('rm -rf ~')\"", "node --eval=\"require('child_process').execSync('rm -rf ~')\"",
  "node -p \"require('child_process').execSync('rm -rf ~')\"", "node --input-type=module -e \"import {execSync} from 'child_process'; execSync('rm -rf ~')\"",
  "deno eval \"Deno.removeSync('/home/dev',{recursive:true})\"", "deno eval \"new Deno.Command('rm',{args:['-rf','/home/dev']}).spawn()\"",
  "bun -e \"Bun.spawnSync(['rm','-rf','/home/dev'])\"", "bun -e 'await Bun.$`rm -rf ~`'", "ruby -e \"require 'fileutils'; FileUtils.rm_rf Dir.home\"",
  "ruby -e \"require 'fileutils'; FileUtils.rm_rf(Dir.home)\"", "ruby -rfileutils -e \"FileUtils.rm_rf '/home/dev'\"",
  "ruby -rfileutils -e \"FileUtils.rm_rf(ENV['HOME'])\"", "ruby -rfileutils -e \"FileUtils.rm_r File.expand_path('~')\"",
  "ruby -rfileutils -e \"FileUtils.remove_dir '/home/dev'\"", "ruby -e \"system('rm -rf ~')\"", "ruby -e \"system 'rm', '-rf', '/home/dev'\"", "ruby -e '`rm -rf ~`'",
  "ruby -e '%x(rm -rf ~)'", "ruby -e 'exec \"rm -rf ~\"'", "ruby -e 'IO.popen([\"rm\",\"-rf\",\"/home/dev\"])'", "ruby -e 'Open3.capture2(\"rm -rf ~\")'",
  "ruby -e 'Process.spawn(\"rm -rf ~\")'", "php -r 'system(\"rm -rf ~\");'", "php -r 'shell_exec(\"rm -rf /home/dev\");'", "php -r '`rm -rf ~`;'",
  "php -r 'exec(\"rm -rf \".getenv(\"HOME\"));'", "php -r 'unlink(\"/etc/passwd\");'", "python3 - <<'E'\nimport shutil, os\nshutil.rmtree(os.path.expanduser(\"~\"))\nE",
  "python3 <<'E'\nimport shutil\nfrom pathlib import Path\nhome = Path.home()\nshutil.rmtree(home)\nE",
  "cat > x.py <<'E'\nimport shutil, os\nshutil.rmtree(os.path.expanduser(\"~\"))\nE\npython3 x.py",
  "node <<'E'\nrequire('fs').rmSync(require('os').homedir(), { recursive: true })\nE", "Rscript -e 'system(\"rm -rf ~\")'", "groovy -e '\"rm -rf /home/dev\".execute()'",
]; // prettier-ignore

const LEAVES: readonly string[] = [
  "python3 -c \"import os; print(os.environ['HOME'])\"", "python3 -c \"from pathlib import Path; print(Path.home())\"",
  "python3 -c \"import shutil; shutil.rmtree('dist')\"", "python3 -c \"import shutil; shutil.rmtree('dist', ignore_errors=True)\"",
  "python3 -c \"import shutil,os; shutil.rmtree(os.path.join(os.getcwd(),'dist'))\"", "python3 -c \"import os; os.remove('x.tmp')\"",
  "python3 -c \"import subprocess; print(subprocess.run(['ls','-l']))\"", "python3 -c \"import subprocess,sys; subprocess.run([sys.executable,'-m','pip','list'])\"",
  "python3 -c \"import os; print(os.system('ls'))\"", "python3 -c \"import re; re.compile('x').sub('y','z')\"", "python3 -c \"import shutil; help(shutil.rmtree)\"",
  "python3 -c \"l=[1,2]; l.remove(1)\"", "python3 -c \"s={1}; s.remove(x)\"", "python3 -c \"import tempfile,shutil; d=tempfile.mkdtemp(); shutil.rmtree(d)\"",
  "node -e \"console.log(process.env.HOME)\"", "node -e \"console.log(require('os').homedir())\"",
  "node -e \"require('fs').rmSync('dist',{recursive:true,force:true})\"", "node -e \"require('fs').unlinkSync('x.tmp')\"",
  "node -e \"const m=/a/.exec('b'); console.log(m)\"", "node -e \"const r=/a(b)/; console.log(r.exec(text))\"",
  "node -e \"require('fs').rmSync(require('path').join(__dirname,'dist'),{recursive:true})\"",
  "node -e \"require('child_process').execSync('git status',{stdio:'inherit'})\"",
  "node -e \"const cp=require('child_process'); console.log(cp.execSync('git rev-parse HEAD').toString())\"", "ruby -e \"puts Dir.home\"", "ruby -e \"system('ls')\"",
  "ruby -rfileutils -e \"FileUtils.rm_rf 'dist'\"", "ruby -e 'puts `git log`'", "perl -e 'print \"rm -rf ~\"'", "perl -pe 's/system/x/' file",
  "perl -ne 'print if /system/' file", "perl -i -pe 's/rm -rf/x/' file", "perl -e 'system(\"ls\",\"-l\")'", "perl -e 'unlink \"x.tmp\"'",
  "lua -e 'print(os.getenv(\"HOME\"))'", "lua -e 'os.execute(\"ls\")'", "php -r 'echo getenv(\"HOME\");'", "php -r 'system(\"ls\");'", "php artisan migrate:status",
  "python3 -c \"import subprocess; r=subprocess.run(['git','status'],capture_output=True,text=True); print(r.stdout)\"",
  "python3 -c \"import os; print([f for f in os.listdir('.') if f.endswith('.py')])\"",
  "python3 -c \"import os; [os.remove(f) for f in os.listdir('.') if f.endswith('.pyc')]\"", "python3 -c \"import glob,os; [os.remove(f) for f in glob.glob('*.tmp')]\"",
  "python3 -c \"from pathlib import Path; [p.unlink() for p in Path('.').rglob('*.pyc')]\"",
  "python3 -c \"from pathlib import Path; Path('x.tmp').unlink(missing_ok=True)\"", "python3 -c \"import re; print(re.compile(r'a').pattern)\"",
  "python3 -c \"print('system call')\"", "python3 -c \"import sqlite3; c=sqlite3.connect('x.db'); c.execute('select 1'); print(c.execute('delete from t').rowcount)\"",
  "python3 - <<'E'\nimport json\nd = json.load(open('package.json'))\nd['scripts'].pop('x', None)\njson.dump(d, open('package.json', 'w'))\nE",
  "python3 - <<'E'\np='src/a.ts'\ns=open(p).read()\ns=s.replace('exec(', 'run(')\nopen(p,'w').write(s)\nE",
  "node -e \"const {execSync}=require('child_process'); console.log(execSync('git log -1').toString())\"",
  "node -e \"const fs=require('fs'); for (const f of fs.readdirSync('dist')) fs.unlinkSync('dist/'+f)\"",
  "node -e \"const fs=require('fs'); const s=fs.readFileSync('a.js','utf8'); fs.writeFileSync('a.js', s.replace(/x/g,'y'))\"",
  "node -e \"const re=/x(.)/g; let m; while((m=re.exec(s))) console.log(m[1])\"", "node -e \"db.exec('select 1')\"",
  "node -e \"require('fs').rmSync('/tmp/build-x',{recursive:true})\"", "node -e \"app.run(server)\"", "ruby -e \"Dir.glob('*.rb').each { |f| puts f }\"",
  "perl -ne 'print if /open/' f", "perl -pi -e 's/system\\(\"x\"\\)/y/' f", "perl -e 'open(F, \"<\", \"x.txt\"); print <F>'", "R -e 'install.packages(\"x\")'",
  "Rscript -e 'unlink(\"tmp.csv\")'", "julia -e 'using Pkg; Pkg.add(\"X\")'", "php -r 'echo exec(\"date\");'",
  "lua -e 'for l in io.popen(\"ls\"):lines() do print(l) end'", "osascript -e 'display notification \"x\"'",
]; // prettier-ignore

describe("code on the command line counts for what it runs and deletes", () => {
  test.each(STOPS)("stops %s", (command) => {
    const { verdict, evidence } = classify(bash(command), NOTHING_TRUSTED);
    expect(["block", "ask"]).toContain(verdict);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { start, end } of evidence) expect(0 <= start && start <= end && end <= command.length).toBe(true);
  });

  test.each(LEAVES)("leaves %s", (command) => {
    expect(classify(bash(command), NOTHING_TRUSTED)).toMatchObject({ verdict: "allow" });
  });
});
