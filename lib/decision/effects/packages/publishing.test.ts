import { describeCommands } from "@/lib/testing/describe-commands";

const LEAVES = [
  "goreleaser release --snapshot --clean", "goreleaser release --clean --skip=sign,publish", "goreleaser release --skip publish", "npm publish --dry-run", "cargo publish --dry-run", "cargo publish -n", "dart pub publish -n", "poetry publish --build --dry-run",
  "npx semantic-release --dry-run --no-ci", "npx semantic-release -d", "npx np --preview", "npx release-it --dry-run", "twine check dist/*", "vsce package", "helm package charts/app", "npx changeset status", "npx changeset version",
  "npm publish --registry http://localhost:4873", "twine upload --repository-url http://127.0.0.1:8080/ dist/*", "helm push app-1.tgz oci://localhost:5000/charts",
  "./gradlew build -x publish", "./gradlew :lib:publishToMavenLocal", "gradle publishAllPublicationsToLocalRepository", "./gradlew publish -m", "mvn -q install", "mvn deploy -DaltDeploymentRepository=x::file:./target/repo", "mvn deploy -Dmaven.deploy.skip=true",
  "sbt +publishLocal", "dotnet pack -c Release", "dotnet nuget push a.nupkg -s ./feed", "npm owner ls left-pad", "npm access list packages @acme", "npm dist-tag ls left-pad", "cargo owner -l serde", "gem owner rake",
]; // prettier-ignore
const STOPS = [
  "npm publish --dry-run --no-dry-run", "pnpm publish --dry-run=false", "npm publish --dry-run false", "npm publish -n", "twine upload dist/* -n", "npm publish --list", "npm publish --registry http://127.0.0.1:4873 --registry https://npm.example.dev", "npm publish --registry http://127.0.0.1@npm.example.dev",
  "npm publish --registry=http://localhost/a@npm.example.dev", "npm publish --registry http://localhost:4873 --@acme:registry=https://npm.example.dev",
  "goreleaser release --clean", "goreleaser release --skip=sign", "goreleaser release --skip publisher", "npm publish", "cargo publish", "poetry publish --build", "npx semantic-release --no-ci", "npx np minor", "npx release-it minor --ci", "twine upload dist/*",
  "npm publish --registry http://localhost.example.dev", "npm publish --proxy http://localhost:8080", "npm publish --registry https://x.example/http://localhost:4873", "helm push app-1.tgz oci://registry.example.dev/charts",
  "./gradlew publish", "./gradlew build :lib:publishPlugins", "gradle publishAllPublicationsToMavenRepository", "mvn clean deploy", "mvn deploy -DaltDeploymentRepository=x::https://repo.example.dev", "sbt +publishSigned", 'sbt "project core" publish',
  "dotnet nuget push a.nupkg -s https://nuget.example.dev/v3/index.json", "npm owner add eve left-pad", "npm access grant read-write acme:dev @acme/x", "npm dist-tag add left-pad@1.0.0 latest", "cargo owner --add eve serde", "gem owner rake --add eve@example.dev",
]; // prettier-ignore

describeCommands("a rehearsal publishes nothing, and only a rehearsal", STOPS, LEAVES);
