import type { Book, Program } from "../deeds";
import { cloudStop, deploys, exposes, grant, massDelete, nameChange, secretWrite, serviceDelete } from "../deed-kinds";

const TO_PRODUCTION = deploys("deploys to production", { production: true });
const DEPLOYS = deploys("deploys");
const DELETED = serviceDelete("deletes something at a hosting platform");

const FLY: Program = {
  values: "-a --app -c --config -o --org",
  does: [
    [null, "auth|status|logs|list **", "volumes|volume|apps|secrets|machine list|ls|show"],
    [DELETED, "destroy", "** destroy|delete|remove|rm"],
    [secretWrite("writes secrets"), "secrets set|unset|import"],
    [nameChange("changes DNS or certificates"), "certs|dns ** add|create|import"],
    [cloudStop("stops what runs"), "suspend|restart", "machine|machines|m|apps stop|restart|kill|suspend", "scale count 0"],
    [null, "deploy --build-only"],
    [DEPLOYS, "deploy"],
  ],
}; // prettier-ignore

export const PLATFORMS: Book = {
  heroku: {
    values: "-a --app -r --remote",
    does: [
      [null, "auth:*|login|logs|ps|apps|config|run:inside"],
      [massDelete("deletes an app, its data or its add-ons"), "apps:destroy|apps:delete|destroy|pg:reset|addons:destroy|pg:killall|pg:backups:delete|pg:credentials:destroy|teams:destroy|spaces:destroy"],
      [grant("grants access"), "access:add|access:update|members:add|members:set|authorizations:create|keys:add|apps:transfer"],
      [secretWrite("writes configuration and secrets"), "config:set|config:unset|config:edit"],
      [nameChange("changes DNS or certificates"), "domains:*|certs:add|certs:update|certs:remove|certs:auto:disable"],
      [DEPLOYS, "container:release|pipelines:promote|releases:rollback|rollback"],
      [cloudStop("stops what runs"), "ps:stop|ps:kill|ps:restart|dyno:*|restart|maintenance:on|ps:scale"],
      [DELETED, "*:destroy|*:remove|*:delete|*:reset|*:clear"],
    ],
  },
  fly: FLY,
  flyctl: FLY,
  vercel: {
    values: "--token -t --scope -S --cwd",
    does: [
      [TO_PRODUCTION, "--prod", "--target=production", "promote|rollback|redeploy"],
      [secretWrite("writes environment variables"), "env add|rm|update"],
      [nameChange("changes DNS or certificates"), "domains add|rm|move|transfer-in|buy", "dns add|rm|import", "certs *", "alias set|rm"],
      [DELETED, "** remove|rm|delete"],
    ],
  },
  netlify: {
    does: [[TO_PRODUCTION, "deploy --prod|-p|--prodIfUnlocked"], [secretWrite("writes environment variables"), "env:set|env:unset|env:import|env:clone"], [DELETED, "sites:delete|blobs:delete|*:delete"], [exposes("tunnel", "makes a local service reachable from the internet"), "dev --live|-l"]],
  },
  wrangler: {
    values: "--config -c --env -e --name --cwd",
    does: [[null, "** --local"], [DELETED, "** delete|purge|remove", "*:delete", "rollback"], [secretWrite("writes secrets"), "secret|pages secret put|bulk|delete", "secret:*"], [DEPLOYS, "deploy|publish", "pages deploy|publish", "versions deploy", "triggers deploy"]],
  },
  firebase: {
    values: "--project -P --only --token",
    does: [[null, "emulators:*"], [massDelete("deletes data or an app"), "*:delete|*:destroy|*:disable|firestore:bulkdelete|database:remove|hosting:disable"], [DEPLOYS, "deploy|hosting:channel:deploy|hosting:clone"], [grant("changes accounts"), "auth:import"], [secretWrite("writes secrets"), "functions:secrets:set|functions:secrets:destroy|functions:config:set"]],
  },
  railway: { does: [[DELETED, "** delete|down|remove"], [DEPLOYS, "up|redeploy|deploy"], [secretWrite("writes variables"), "variables --set"]] },
  render: { does: [[DELETED, "** delete"], [DEPLOYS, "deploys create", "** deploy"]] },
  eas: { does: [[DEPLOYS, "submit|update|deploy"], [DELETED, "** delete"]] },
  shopify: { does: [[DELETED, "theme delete"], [DEPLOYS, "app deploy|release", "theme push|publish"]] },
  pantheon: { does: [[DELETED, "** delete|wipe"]] },
  terminus: { does: [[DELETED, "*:delete|*:wipe"], [DEPLOYS, "env:deploy"]] },
  platform: { does: [[DELETED, "*:delete"], [DEPLOYS, "environment:push|environment:merge|push"]] },
  cf: { does: [[DELETED, "delete|delete-*|d|purge-*"], [DEPLOYS, "push|p|rollback"], [cloudStop("stops what runs"), "stop|sp|restart|restage|scale"]] },
  dokku: { does: [[DELETED, "*:destroy|*:unlink|*:clear"], [DEPLOYS, "git:from-*|ps:rebuild|deploy"]] },
  cap: { does: [[TO_PRODUCTION, "production deploy*"], [DEPLOYS, "* deploy*"]] },
  kamal: { does: [[DELETED, "remove", "** remove|prune"], [DEPLOYS, "deploy|redeploy|rollback|setup"]] },
  dep: { does: [[DEPLOYS, "deploy|rollback"]] },
  flarectl: { does: [[nameChange("changes DNS"), "dns|d create|create-or-update|update|delete|d|c"], [DELETED, "** delete"], [massDelete("empties the cache"), "zone purge"]] },
  fastly: { does: [[DELETED, "** delete|purge", "purge"], [DEPLOYS, "compute deploy|publish", "service-version activate|deactivate", "service version activate|deactivate"]] },
}; // prettier-ignore
