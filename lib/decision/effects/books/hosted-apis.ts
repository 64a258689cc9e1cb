import { account, approval, blindApply, chatOps, ciBypass, cloudStop, deploys, flagWrite, grant, logging, message, nameChange, publicSurface, review, secretWrite, serviceDelete, transaction } from "../deed-kinds"; // prettier-ignore
import { WRITES, type Api } from "../network/api";

const GITHUB = ["api.github.com"];
const MOVES_MONEY = transaction("moves money");
const ORDERS = transaction("places an order");
const MESSAGES = message("sends messages to people");
const MAILS = message("sends mail to people");
const NAMES = nameChange("changes DNS or certificates");
const SECRETS = secretWrite("writes secrets");
const SILENCES = logging("silences or resolves alerts");
const UNCHECKS = ciBypass("turns checks off");
const FLAGS = flagWrite("changes a feature flag", { production: true });
const RELEASES = deploys("starts a deployment");
const ACCESS = grant("grants access");
const APPROVES = approval("approves a step that waits for a person");

const money = (path: RegExp, ...host: string[]): Api => ({ host, method: "POST PUT", path, deed: MOVES_MONEY });
const says = (path: RegExp, ...host: string[]): Api => ({ host, method: "POST PUT", path, deed: MESSAGES });
const mails = (path: RegExp, ...host: string[]): Api => ({ host, method: "POST", path, deed: MAILS });

/** Services that many organizations use, by the host of their interface. */
export const HOSTED_APIS: readonly Api[] = [
  { host: GITHUB, method: "PATCH", path: /^\/repos\/[^/]+\/[^/]+$/, body: /"?private"?\s*[:=]\s*false\b|"?visibility"?\s*[:=]\s*"?public\b/, deed: publicSurface("makes a repository public") },
  { host: GITHUB, method: "PUT", path: /\/pulls\/\d+\/merge$/, deed: review("merges a pull request") },
  { host: GITHUB, method: "POST", path: /\/pulls\/\d+\/reviews/, body: /APPROVE/, deed: approval("approves a pull request") },
  { host: GITHUB, method: "PUT PATCH DELETE", path: /\/(?:protection|rulesets|actions\/workflows\/[^/]+\/disable)/, deed: UNCHECKS },
  { host: GITHUB, method: "PUT POST PATCH", path: /\/(?:collaborators|hooks|keys|memberships|invitations|teams)(?:\/|$)/, deed: ACCESS },
  { host: GITHUB, method: "PUT POST PATCH DELETE", path: /\/(?:secrets|variables)(?:\/|$)/, deed: SECRETS },
  { host: GITHUB, method: "POST", path: /\/(?:deployments|dispatches)$/, deed: RELEASES },
  { host: GITHUB, method: "POST", path: /\/issues\/\d+\/comments/, body: /"body"\s*:\s*"(?:\/\w|atlantis |@dependabot|bors )/, deed: chatOps("triggers automation by a comment") },
  { path: /\/api\/v4\/projects\/[^/]+\/merge_requests\/\d+\/merge$/, method: "PUT", deed: review("merges a merge request") },
  { path: /\/api\/v4\/projects\/[^/]+\/merge_requests\/\d+\/approve$/, method: "POST", deed: approval("approves a merge request") },
  { path: /\/api\/v4\/(?:projects|groups)\/[^/]+\/(?:protected_branches|protected_tags|push_rule|approval_rules|approvals)/, method: WRITES, deed: UNCHECKS },
  { path: /\/api\/v4\/(?:projects|groups)\/[^/]+\/variables/, method: WRITES, deed: SECRETS },
  { path: /\/api\/v4\/(?:projects|groups)\/[^/]+\/(?:members|hooks|deploy_keys|deploy_tokens|access_tokens|share)/, method: WRITES, deed: ACCESS },
  { path: /\/api\/v4\/projects\/[^/]+\/(?:trigger\/pipeline|jobs\/\d+\/play|deployments|environments\/\d+\/stop)/, method: "POST PUT", deed: RELEASES },

  // Builds and deployments.
  { path: /\/build(?:WithParameters)?\/?(?:$|\?)/, said: /\/job\/[^\s?]{0,80}(?:deploy|release|publish|prod|rollout|promote|migrat)/i, method: "POST GET", deed: RELEASES },
  { host: ["circleci.com"], method: WRITES, path: /\/(?:environment-variable|envvar|restrictions)/, deed: SECRETS },
  { host: ["circleci.com"], method: "POST", path: /\/approve\//, deed: APPROVES },
  { host: ["circleci.com"], method: "POST", path: /\/pipeline(?:\/run)?$/, body: /deploy|release|prod|publish/i, deed: RELEASES },
  { host: ["api.buildkite.com"], method: "PUT POST", path: /\/unblock$/, deed: APPROVES },
  { host: ["api.buildkite.com"], method: "PATCH PUT", path: /\/pipelines\//, deed: UNCHECKS },
  { host: ["api.buildkite.com"], method: "POST", path: /\/pipelines\/[^/]*(?:deploy|release|prod|publish)[^/]*\/builds$/i, deed: RELEASES },
  { host: ["dev.azure.com", "vsrm.dev.azure.com"], method: "POST PATCH PUT", path: /\/_apis\/(?:release|pipelines\/approvals|pipelines\/\d+\/runs)/, deed: RELEASES },
  { path: /\/api\/repos\/[^/]+\/[^/]+\/builds\/\d+\/(?:promote|rollback|approve)/, method: "POST", deed: RELEASES },
  { path: /\/api\/v1\/applications\/[^/]+\/(?:sync|rollback)$/, method: "POST PUT", deed: RELEASES },
  { path: /\/api\/v2\/(?:job_templates|workflow_job_templates)\/[^/]+\/launch|\/api\/\d+\/job\/[^/]+\/(?:run|executions)/, method: "POST", deed: RELEASES },
  { host: ["app.terraform.io"], method: "POST", path: /\/actions\/(?:apply|force-unlock|override)$/, deed: blindApply("applies changes nobody has looked at") },
  { host: ["api.vercel.com"], method: "POST PATCH DELETE", path: /\/(?:env|secrets)(?:\/|$)/, deed: SECRETS },
  { host: ["api.vercel.com", "api.netlify.com", "api.render.com", "api.railway.app"], method: "POST PUT", path: /\/(?:deployments?|deploys?|build_hooks|builds|integrations\/deploy|promote|rollback)(?:\/|$)/, deed: RELEASES },
  { host: ["api.heroku.com"], method: "PATCH PUT", path: /\/config-vars$/, deed: SECRETS },
  { host: ["api.heroku.com"], method: "POST", path: /\/(?:releases|pipeline-promotions)$/, deed: RELEASES },

  // Clouds.
  { host: ["googleapis.com"], method: "POST", path: /:?setIamPolicy$/, deed: ACCESS },
  { host: ["management.azure.com"], method: "PUT", path: /\/roleAssignments\//i, deed: ACCESS },
  { host: ["vault.azure.net"], method: "PUT PATCH", path: /\/(?:secrets|keys|certificates)\//, deed: SECRETS },
  { host: ["googleapis.com", "management.azure.com", "api.digitalocean.com", "api.hetzner.cloud", "api.linode.com", "api.machines.dev"], method: "POST", path: /\/(?:stop|reset|suspend|deallocate|powerOff|power_off|poweroff|restart|reboot|shutdown)$/i, deed: cloudStop("stops what runs") },
  { host: ["amazonaws.com"], method: "POST", body: /\bAction=(?:Delete|Terminate|Stop|Deregister|Remove|Purge)\w+/, deed: serviceDelete("deletes cloud resources") },
  { host: ["api.cloudflare.com"], method: WRITES, path: /\/(?:dns_records|zones|custom_certificates|ssl)/, deed: NAMES },
  { host: ["api.godaddy.com"], method: "POST", path: /\/domains\/purchase/, deed: transaction("buys a domain") },
  { host: ["api.godaddy.com", "api.digitalocean.com", "dns.hetzner.com", "api.dnsimple.com", "api.gandi.net", "api.name.com"], method: WRITES, path: /\/(?:domains|records|zones)(?:\/|$)/, deed: NAMES },

  // Switches of the product.
  { host: ["launchdarkly.com"], method: WRITES, path: /\/(?:flags|segments)\//, deed: FLAGS },
  { host: ["api.split.io"], method: "POST PUT PATCH", path: /\/splits\//, deed: FLAGS },
  { host: ["statsigapi.net", "api.configcat.com", "api.flagsmith.com", "api.optimizely.com", "api.growthbook.io"], method: WRITES, path: /\/(?:gates|settings|features|featurestates|feature-flags|flags|experiments)/, deed: FLAGS },
  { path: /\/api\/admin\/projects\/[^/]+\/features\/|\/api\/projects\/\d+\/feature_flags/, method: "POST PUT PATCH", deed: FLAGS },

  // Money.
  money(/\/v1\/(?:charges|payment_intents|refunds|payouts|transfers|invoices|subscriptions|topups|checkout|orders|credit_notes)/, "api.stripe.com"),
  money(/\/(?:payments|checkout|payouts|invoicing|billing)/, "paypal.com"),
  money(/\/(?:payments|refunds|payouts|captures|transfers|cancels|reversals|orders|subscriptions|mandates|payment-links|withdrawals?)(?:\/|$|\?)/, "adyen.com", "adyenpayments.com", "connect.squareup.com", "api.transferwise.com", "api.wise.com", "api.mollie.com", "api.razorpay.com", "api.gocardless.com", "api.paddle.com", "api.klarna.com", "api.checkout.com", "api.dwolla.com", "production.plaid.com", "api.flutterwave.com", "api.paystack.co"),
  money(/\/(?:pay|transfer|transactions?|payment-drafts|payment_orders?)(?:\/|$|\?)/, "b2b.revolut.com", "api.mercury.com", "moderntreasury.com", "braintreegateway.com", "payments.braintree-api.com"),
  { path: /\/admin\/api\/[^/]+\/orders\/\d+\/(?:refunds|transactions|cancel)/, method: "POST", deed: MOVES_MONEY },
  { host: ["api.alpaca.markets"], method: "POST DELETE", path: /\/(?:orders|positions)/, deed: ORDERS },
  { host: ["api.coinbase.com", "api.exchange.coinbase.com"], method: "POST", path: /\/(?:orders|transactions|withdrawals)/, deed: MOVES_MONEY },
  { host: ["api.binance.com", "api.kraken.com", "api.bybit.com", "www.okx.com"], method: "POST", path: /\/(?:order|AddOrder|trade|withdraw|Withdraw)/, deed: ORDERS },
  { host: ["api.lob.com"], method: "POST", path: /\/(?:letters|postcards|checks)/, deed: transaction("sends paper mail that is paid for") },

  // Messages.
  says(/\/(?:Messages|Calls|Verifications)/, "api.twilio.com", "verify.twilio.com"),
  says(/\/api\/(?:chat\.(?!getPermalink)|files\.|conversations\.(?:archive|kick|invite|rename|create)|reminders\.|admin\.|users\.profile\.set)/, "slack.com"),
  says(/\/(?:messages|chatMessage|sendMail|replies)(?:\/|$)/, "graph.microsoft.com", "graph.facebook.com", "webexapis.com", "api.line.me", "api.intercom.io", "rest.messagebird.com", "api.plivo.com", "rest.nexmo.com", "api.vonage.com", "api.linkedin.com"),
  says(/\/(?:tweets|statuses|notifications|messages:send|ugcPosts|posts)(?:\/|$)/, "api.twitter.com", "api.x.com", "mastodon.social", "onesignal.com", "fcm.googleapis.com", "api.linkedin.com"),
  mails(/\/(?:mail\/send|messages|email|emails|smtp\/email|send|marketing\/singlesends|outbound-emails)(?:[/.?]|$)/, "api.sendgrid.com", "mailgun.net", "api.postmarkapp.com", "api.resend.com", "api.brevo.com", "api.sendinblue.com", "mandrillapp.com", "api.mailjet.com", "api.sparkpost.com", "amazonaws.com", "gmail.googleapis.com"),
  mails(/\/campaigns\/[^/]+\/actions\/(?:send|schedule|resume)/, "api.mailchimp.com"),
  { host: ["gmail.googleapis.com"], method: WRITES, path: /\/settings\/(?:forwarding|filters|delegates|autoForwarding|sendAs)/, deed: account("changes rules of a mailbox") },

  // Accounts.
  { host: ["okta.com", "auth0.com", "onelogin.com"], method: WRITES, path: /\/api\/v\d\/(?:users|groups|apps|roles|policies|authorizationServers|clients|rules|actions)/, deed: account("changes accounts") },
  { host: ["admin.googleapis.com"], method: WRITES, path: /\/directory\//, deed: account("changes accounts") },
  { host: ["graph.microsoft.com"], method: WRITES, path: /\/(?:users|groups|applications|servicePrincipals|directoryRoles|policies)(?:\/|$)/, deed: account("changes accounts") },
  { path: /\/admin\/realms\//, method: WRITES, deed: account("changes accounts") },

  // What watches and wakes people.
  { host: ["datadoghq.com", "datadoghq.eu", "ddog-gov.com"], method: WRITES, path: /\/api\/v[12]\/(?:monitor\/(?:mute_all|unmute_all)|monitor\/\d+\/(?:mute|unmute)|downtime|host\/[^/]+\/mute|monitor\/bulk_resolve)/, deed: SILENCES },
  { host: ["datadoghq.com", "datadoghq.eu", "ddog-gov.com"], method: "PUT PATCH", path: /\/api\/v[12]\/(?:monitor|slo|logs\/config|synthetics|security_monitoring)/, deed: logging("changes what alerts go by") },
  { host: ["api.pagerduty.com", "api.eu.pagerduty.com"], method: "POST PUT", path: /\/(?:maintenance_windows|incidents|services|escalation_policies|schedules|event_orchestrations)/, deed: SILENCES },
  { host: ["events.pagerduty.com", "events.eu.pagerduty.com"], method: "POST", body: /resolve|acknowledge/, deed: SILENCES },
  { host: ["events.pagerduty.com", "events.eu.pagerduty.com"], method: "POST", deed: message("wakes somebody") },
  { host: ["api.opsgenie.com", "api.eu.opsgenie.com"], method: "POST PUT PATCH", path: /\/(?:maintenance|policies|integrations|services|heartbeats)|\/alerts\/[^/]+\/(?:close|acknowledge|snooze)/, deed: SILENCES },
  { host: ["sentry.io"], method: "PUT", path: /\/(?:issues|rules|alert-rules|monitors|keys)(?:\/|$)/, deed: SILENCES },
  { host: ["api.newrelic.com"], method: "POST", body: /[mM]utingRule|Delete\(/, deed: SILENCES },
  { host: ["api.uptimerobot.com"], method: "POST", path: /\/(?:editMonitor|deleteMonitor|newMWindow)/, deed: SILENCES },
  { host: ["healthchecks.io"], method: "POST", path: /\/pause$/, deed: SILENCES },
  { host: ["api.statuspage.io"], method: "POST PATCH PUT", path: /\/incidents/, deed: message("tells customers about an incident") },
]; // prettier-ignore
