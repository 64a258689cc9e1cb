/** Names that most projects of an ecosystem use, and whose misspellings are therefore worth somebody's while. In comparable form (look-alikes.ts), sorted. */
export const POPULAR: Readonly<Record<string, string>> = {
  npm: `
    @angular/cli @anthropic-ai/claude-code @aws-amplify/cli @bitwarden/cli @changesets/cli @cloudflare/wrangler @datadog/datadog-ci @expo/cli
    @google/gemini-cli @lhci/cli @nestjs/cli @openai/codex @percy/cli @railway/cli @redocly/cli @salesforce/cli @sanity/cli @sentry/cli @shopify/cli
    @vscode/vsce @vue/cli ajv angular apollo-client apollo-server astro async auth0 autoprefixer aws-cdk aws-sdk axios babel-loader bcrypt bcryptjs
    bluebird body-parser bootstrap bull bullmq bunyan canvas chai chalk chart.js cheerio chokidar chromatic classnames codecov color colors commander
    commitizen concurrently contentful-cli cookie-parser core-js cors create-expo-app create-next-app create-react-app create-vite cross-env cross-fetch
    css-loader cypress date-fns dayjs debug doppler dotenv dotenv-cli dotenv-vault dotenvx eas-cli electron electron-builder enquirer esbuild eslint execa
    expo express express-session fastify firebase firebase-admin firebase-tools formik framer-motion fs-extra gatsby gh-pages glob graphql handlebars hapi
    helmet heroku highlight.js html-webpack-plugin http-server husky immer inquirer ioredis istanbul jest jfrog-cli-v2 jimp joi jquery jsonwebtoken knex
    koa langchain lerna lighthouse lint-staged lodash lodash-es luxon markdown-it marked minimatch minimist mocha moment moment-timezone mongodb mongoose
    morgan multer mustache mysql mysql2 nanoid nestjs netlify-cli newman next ngrok node-fetch nodemailer nodemon npm nuxt nyc openai ora ovsx parcel
    passport percy pinia pino playwright pnpm postcss preact prettier prisma puppeteer react react-dom react-hook-form react-icons react-native
    react-query react-redux react-router react-router-dom react-scripts react-select recharts redis redux redux-thunk regenerator-runtime release-it remix
    renovate request rimraf rollup rxjs sanity sass-loader selenium-webdriver semantic-release semver sentry-cli sequelize serve serverless sharp shelljs
    sinon snyk socket.io socket.io-client sonar-scanner standard-version storybook stripe style-loader styled-components stylelint supabase superagent
    supertest surge svelte swr tailwindcss terser three ts-jest ts-loader ts-node tslib tslint tsup tsx turbo typeorm typescript uglify-js underscore
    undici uuid validator vercel vite vitest vsce vue vue-router vuex web-ext webpack webpack-cli webpack-dev-server webpack-merge winston wrangler yargs
    yarn yup zod zustand`,
  PyPI: `
    accelerate aiohttp alembic altair ansible anthropic arrow attrs awscli azure-core bandit bcrypt beautifulsoup4 black bokeh boto boto3 botocore build
    catboost cattrs celery certifi charset-normalizer click colorama coverage cryptography cython dash dask datasets decorator django django-cors-headers
    djangorestframework docker duckdb fabric faker fastapi filelock flake8 flask flask-cors flask-sqlalchemy gensim gevent google-api-python-client
    google-auth google-cloud-storage gradio greenlet grpcio gunicorn html5lib httpx hypercorn hypothesis idna imageio ipykernel ipython isort itsdangerous
    jinja2 jupyter jupyterlab keras kombu kubernetes langchain lightgbm llama-index loguru lxml markdown markdown2 markupsafe marshmallow matplotlib mock
    mypy networkx nltk notebook nox numba numpy openai opencv-python openpyxl orjson packaging pandas paramiko passlib pendulum pexpect pillow pipenv
    platformdirs playwright plotly poetry polars pre-commit prettytable protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pycryptodome pydantic
    pydantic-core pydantic-settings pyjwt pylint pymongo pymysql pyopenssl pytest pytest-asyncio pytest-cov pytest-mock python-dateutil python-dotenv pytz
    pyyaml redis requests rich ruamel-yaml ruff s3transfer scikit-image scikit-learn scipy scrapy seaborn selenium sentry-sdk setuptools simplejson six
    spacy sqlalchemy starlette streamlit structlog sympy tabulate tensorflow tokenizers toml tomli tomlkit torch torchaudio torchvision tornado tox tqdm
    transformers twine typer tzdata ujson urllib3 uvicorn virtualenv websocket-client websockets werkzeug wheel wrapt wtforms xgboost xlrd xlsxwriter`,
  "crates.io": `
    actix-web aes aho-corasick anyhow arc-swap arrayvec arrow askama async-trait axum base64 bevy bincode bindgen bitflags byteorder bytes cargo-audit
    cargo-deny cargo-edit cargo-nextest cargo-watch cc cfg-if chrono clap cmake colored config console criterion crossbeam crossterm csv cxx dashmap
    derive-more dialoguer diesel dioxus dirs dotenv egui either env-logger fd-find flate2 futures glob globset handlebars hashbrown hex hmac hyper
    hyperfine ignore image indexmap indicatif insta itertools js-sys lazy-static leptos lettre libc log lru mdbook memchr memmap2 mio mockall mongodb
    nalgebra native-tls ndarray nix nom num-bigint num-cpus num-traits once-cell openssl parking-lot pest petgraph pkg-config png polars postgres
    proc-macro2 proptest prost pyo3 quickcheck quote rand rand-core ratatui rayon redis regex reqwest ring ripgrep rmp-serde rocket ron rsa rusqlite
    rustls semver serde serde-derive serde-json serde-yaml sha2 slab smallvec socket2 sqlx sqlx-cli starship structopt strum syn tar tauri tempfile tera
    thiserror time tokei tokio tokio-postgres tokio-util toml tonic tower tower-http tracing tracing-subscriber url uuid walkdir warp wasm-bindgen
    wasm-pack web-sys wgpu winapi winit yew zip zoxide`,
  RubyGems: `
    actionmailer actionpack active_model_serializers activejob activerecord activestorage activesupport addressable awesome_print aws-sdk aws-sdk-s3
    bcrypt bootsnap bootstrap brakeman builder bundler bundler-audit byebug cancancan capistrano capybara carrierwave chef clockwork cocoapods
    coffee-rails colorize concurrent-ruby config database_cleaner delayed_job devise doorkeeper dotenv dotenv-rails elasticsearch eventmachine factory_bot
    factory_bot_rails faker faraday fastlane ffi figaro fog foreman geocoder grape graphql haml highline hotwire-rails httparty i18n image_processing
    importmap-rails jbuilder jekyll jquery-rails json jwt kaminari kramdown listen mail mechanize middleman mini_magick minitest money mongoid multi_json
    mysql2 nokogiri oj omniauth optparse pagy paperclip prawn pry pry-byebug puma pundit puppet rack rails railties rake ransack rdoc redcarpet redis
    resque rest-client roo rspec rspec-rails rubocop rubocop-rails rubyzip sass sassc searchkick selenium-webdriver sequel shoulda-matchers shrine sidekiq
    simplecov sinatra slim solargraph spring sprockets sqlite3 stimulus-rails stripe thin thor tty-prompt turbo-rails turbolinks twilio-ruby typhoeus
    tzinfo uglifier unicorn view_component warden webmock webpacker whenever will_paginate xcodeproj yard zeitwerk`,
}; // prettier-ignore

/** Packages of good standing that happen to be called almost like one of them. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  npm: "axis colord eslint_d exec expresso server uglify-es",
  PyPI: "aredis dataset panda pyaml request torchx websocket",
  "crates.io": "byte crayon hyperx",
  RubyGems: "mysql",
};
