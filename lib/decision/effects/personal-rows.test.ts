import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "rows about people stay out of the project",
  [
    "psql -h db.staging.internal crm -c \"\\copy (select * from patients) to 'fixtures/p.csv' csv\"",
    "psql postgres://ro@db.staging.internal/crm -c 'select email from public.users' > tests/users.txt",
    "pg_dump -h db.staging.internal -t customers crm -f tests/customers.sql",
    "mysql -h db.staging.internal crm -e 'select * from employees' | gzip > data/e.sql.gz",
  ],
  [
    "psql -h db.staging.internal crm -c 'select count(*) from patients' > counts.txt",
    "psql -h db.staging.internal crm -c 'select * from products' > tests/products.txt",
    "pg_dump -h db.staging.internal -t customers --schema-only crm -f tests/customers.sql",
    "psql -h localhost crm -c 'select * from users' > tests/users.txt",
    "psql -h db.staging.internal crm -c 'select * from users limit 3'",
  ],
);

describeCommands(
  "the user's own documents are committed only when they say so",
  [
    "cp ~/Documents/partners.xlsx tests/data/ && git add tests && git commit -m data",
    "cp ~/Desktop/export.csv tests/data/a.csv; git add -A; git commit -qm data; git push",
  ],
  [
    "cp ~/Documents/partners.xlsx tests/data/",
    "cp ~/Downloads/logo.svg assets/ && git add assets && git commit -m logo",
    "cp tests/a.csv tests/b.csv && git add tests && git commit -m copy",
  ],
);
