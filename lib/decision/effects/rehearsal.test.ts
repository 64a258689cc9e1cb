import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "the last migration of the development database may be undone, no other",
  [
    "RAILS_ENV=staging bin/rails db:rollback", "bin/rails db:rollback RAILS_ENV=staging", "bin/rails db:rollback STEP=5", "STEP=5 bin/rails db:rollback", "RAILS_ENV=production bin/rails db:rollback", "bin/rails db:rollback db:rollback", "ssh app rails db:rollback", "ssh app docker exec web rails db:rollback",
    "kubectl exec web -- rails db:rollback", "DATABASE_URL=postgres://db.internal/app rails db:rollback", "export DATABASE_URL=$DB; rails db:rollback", "mix ecto.rollback -n 3", "mix ecto.rollback --all", "npx sequelize-cli db:migrate:undo --env staging", "npx sequelize-cli db:migrate:undo:all",
    "php artisan migrate:rollback", "php artisan migrate:rollback --step=1 --env=staging", "knex migrate:rollback", "knex migrate:down --env production", "alembic downgrade -1",
  ],
  [
    "bin/rails db:rollback STEP=1 && bin/rails db:migrate:status | tail -3", "bundle exec rails db:rollback RAILS_ENV=development", "docker compose exec web bin/rails db:rollback", "DATABASE_URL=postgres://localhost/app_dev rails db:rollback", "mix ecto.rollback", "mix ecto.rollback --step 1",
    "npx sequelize-cli db:migrate:undo", "php artisan migrate:rollback --step=1", "npx knex migrate:down",
  ],
); // prettier-ignore

describeCommands(
  "settings for tests mean a database for tests",
  ["python manage.py flush --no-input",  "bin/rails db:schema:load RAILS_ENV=latest", "bin/rails db:drop RAILS_ENV=test DATABASE_URL=postgres://db.internal/x", "psql -h db.internal -c 'DROP TABLE users' RAILS_ENV=test", "python manage.py flush --no-input --settings=app.settings.latest"],
  ["python manage.py flush --no-input --settings=app.settings.test", "bin/rails db:schema:load RAILS_ENV=test", "DJANGO_SETTINGS_MODULE=app.settings.test python manage.py flush --no-input"],
); // prettier-ignore

describeCommands(
  "a database for tests is where the call says, by whatever of its words says so",
  [
    "dropdb -h /tmp/pg app", "psql -h localhost -d app_test -c '\\connect app' -c 'TRUNCATE events'", "psql 'hostaddr=192.0.2.7' -d app_test -c 'TRUNCATE events'", "psql 'postgres:///app_test?host=db.internal' -c 'TRUNCATE events'",
    "PGHOSTADDR=192.0.2.7 psql -d app_test -c 'TRUNCATE events'", "typeset -x PGHOST=db.internal; psql -d app_test -c 'TRUNCATE events'", "docker run -d -p 55432:5432 postgres:16 && psql postgres://postgres:x@localhost:55432/a -c 'TRUNCATE events'", "bin/rails db:migrate VERSION=0", `mongosh mongodb://localhost/test --eval 'db.getSiblingDB("app").dropDatabase()'`,
  ],
  ["dropdb -h /tmp/pg app_test", "psql -h localhost -d app_test -c 'TRUNCATE events'", "bin/rails db:migrate"],
); // prettier-ignore
