import { describeCommands } from "@/lib/testing/describe-commands";

const RECIPE = "printf 'all:\\n\\trm -rf ~/Pictures\\n'";
const PACKAGE = `echo '{"name":"web","scripts":{"pretest":"rm -rf ~/Pictures","build":"rm -rf ~/Pictures","lint":"eslint ."}}'`;
const SCRIPT = "echo 'rm -rf ~/Pictures' > tidy.sh";

describeCommands(
  "a makefile that was written is read however make is told of it",
  [
    `${RECIPE} | make -f- all`,
    `${RECIPE} > ci.mk; make --file=ci.mk`,
    `${RECIPE} > ci.mk; make -fci.mk all`,
    `${RECIPE} > ci.mk; make --makefile ci.mk`,
    `${RECIPE} > ci.mk; MAKEFILES=ci.mk make`,
    `${RECIPE} > sub/Makefile; make -C sub all`,
    `${RECIPE} > sub/Makefile; make --directory=sub all`,
    `${RECIPE} > ci.mk; echo '-include ci.mk' > Makefile; make all`,
    `${RECIPE} > ci.mk; echo 'include *.mk' > Makefile; gmake all`,
    `${RECIPE} > ci.mk; echo 'include 1.mk 2.mk 3.mk 4.mk 5.mk 6.mk 7.mk 8.mk ci.mk' > Makefile; make all`,
    // Each of these includes all of the others, over and over.
    `for i in 1 2 3 4 5 6 7 8; do echo "include 1.mk 2.mk 3.mk 4.mk 5.mk 6.mk 7.mk 8.mk # $i" > $i.mk; done; make -f 1.mk`,
  ],
  [
    "printf 'all:\\n\\trm -rf dist\\n' > ci.mk; make -fci.mk",
    "make -C sub all",
    `${RECIPE} > ci.mk; make --file=other.mk`,
    "echo 'include Makefile' > Makefile; make",
  ],
);

describeCommands(
  "a package's script that was written is read however it is called",
  [
    `${PACKAGE} > package.json; npm t`,
    `${PACKAGE} > package.json; npm tst -- --watch`,
    `${PACKAGE} > package.json; node --run build`,
    `${PACKAGE} > package.json; npx run-s lint build`,
    `${PACKAGE} > package.json; npm --silent run-script build`,
    `${PACKAGE} > web/package.json; npm --prefix web run build`,
    `${PACKAGE} > web/package.json; npm run build --workspace=web`,
    `${PACKAGE} > packages/web/package.json; pnpm --filter web build`,
    `${PACKAGE} > web/package.json; yarn --cwd web build`,
    `${PACKAGE} > web/package.json; yarn workspace web run build`,
    `${PACKAGE} > web/package.json; cd web && corepack pnpm build`,
  ],
  [
    `${PACKAGE} > package.json; npm run lint`,
    `${PACKAGE} > package.json; node --run lint`,
    `${PACKAGE} > web/package.json; npm --prefix api run build`,
    `${PACKAGE} > web/package.json; yarn workspace api build`,
    "npm t",
  ],
);

describeCommands(
  "a script that was written is read wherever it is found",
  [
    `${SCRIPT}; bash ./ti*.sh`,
    `${SCRIPT}; for one in ./*.sh; do sh "$one"; done`,
    `${SCRIPT}; find . -name 't*.sh' -exec sh {} +`,
    `${SCRIPT}; ls *.sh | xargs bash`,
    `${SCRIPT}; chmod +x tidy.sh; PATH=".:$PATH" tidy.sh`,
    `${SCRIPT}; export PATH="$PWD:$PATH"; tidy.sh`,
    `${SCRIPT}; PATH="${"/opt/x:".repeat(30)}." tidy.sh`,
    "echo 'rm -rf /host/Pictures' > tidy.sh; docker run --rm -v ~:/host -v \"$PWD\":/w -w /w alpine sh tidy.sh",
    "echo 'rm -rf /host/Pictures' > tidy.sh; docker run --rm -v ~:/host -v \"$PWD\":/w alpine sh /w/tidy.sh",
  ],
  [
    "echo 'rm -rf dist' > tidy.sh; bash ./ti*.sh",
    "echo 'npm test' > tidy.sh; for one in *.sh; do sh $one; done",
    "PATH=./node_modules/.bin:$PATH eslint .",
    "echo 'npm test' > tidy.sh; docker run --rm -v \"$PWD\":/w -w /w node sh tidy.sh",
  ],
);
