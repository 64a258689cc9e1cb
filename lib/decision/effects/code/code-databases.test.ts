import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "statements in code count as the database client's",
  [
    "php -r '$p=new PDO(\"mysql:host=prod-db\",\"root\"); $p->exec(\"DROP TABLE users\");'",
    "php -r '$m=new mysqli(\"db.prod\",\"root\"); $m->query(\"TRUNCATE users\");'",
    "python3 -c \"import psycopg2; c=psycopg2.connect(host='prod-db'); c.cursor().execute('DROP TABLE users')\"",
    "python3 -c \"import sqlite3; c=sqlite3.connect('/home/dev/.config/app/state.db'); c.execute('delete from t')\"",
    "node -e \"const {Client}=require('pg'); const c=new Client({host:'db.internal'}); c.query('DROP TABLE users')\"",
    "ruby -e \"require 'sequel'; DB=Sequel.connect('postgres://prod/db'); DB.run('DELETE FROM users')\"",
    "perl -e 'use DBI; my $d=DBI->connect(\"dbi:Pg:host=prod\"); $d->do(\"DROP TABLE users\")'",
  ],
  [
    "php -r '$p=new PDO(\"sqlite::memory:\"); $p->exec(\"CREATE TABLE users(id int)\"); $p->exec(\"DROP TABLE users\"); echo \"ok\";'",
    "python3 -c \"import psycopg2; c=psycopg2.connect('postgresql://localhost/app_test'); c.cursor().execute('TRUNCATE users')\"",
    "python3 -c \"import sqlite3; c=sqlite3.connect(':memory:'); c.execute('create table t(a)'); c.execute('drop table t')\"",
    "python3 -c \"import sqlite3; c=sqlite3.connect('test.db'); c.execute('delete from t')\"",
    "node -e \"require('mysql2').createConnection({host:'localhost'}).query('SELECT 1')\"",
    "ruby -e \"require 'sqlite3'; db=SQLite3::Database.new 'x.db'; db.execute 'DROP TABLE t'\"",
    "node -e \"console.log(/drop table x/.exec('drop table x'))\"",
    "python3 -c \"import re; print(re.sub('DROP TABLE', '', open('a.sql').read()))\"",
  ],
);

// prettier-ignore
describeCommands(
  "a file of statements is a migration where it runs",
  [
    "mysql -h prod.rds.amazonaws.com shop < a.sql",
    "mysql -h x.rds.amazonaws.com shop < a.sql",
    "psql -h db.prod.example.com -f a.sql",
    "psql \"$PROD_DATABASE_URL\" -f a.sql",
    "cat a.sql | psql -h db.prod.example.com",
    "sqlite3 ~/.local/share/app/app.db 'DROP TABLE notes;'",
    "sqlite3 /var/lib/x/app.db 'DELETE FROM notes'",
    "echo 'drop table x' | sqlite3 ~/x.db",
  ],
  [
    "mysql -h 127.0.0.1 -u root shop_test < migrations/0043_add_index.sql",
    "mysql shop < a.sql",
    "psql -h db.staging.example.com -f a.sql",
    "psql $DATABASE_URL < a.sql",
    "sqlite3 ~/.local/share/app/app.db '.schema'",
    "sqlite3 /tmp/x.db 'DROP TABLE notes;'",
    "sqlite3 ./tests/fixtures/app.db 'DROP TABLE notes'",
  ],
);
