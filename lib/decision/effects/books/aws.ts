import type { Book } from "../deeds";
import { applies, cloudStop, deploys, destroys, grant, logging, massDelete, message, nameChange, publicSurface, remoteExec, secretWrite, serviceDelete, transaction } from "../deed-kinds"; // prettier-ignore

const VALUES = "--profile --region --output --query --endpoint-url --ca-bundle --cli-connect-timeout --cli-read-timeout --color --cli-binary-format"; // prettier-ignore

export const AWS: Book = {
  aws: {
    values: VALUES,
    unless: "--dryrun --generate-cli-skeleton",
    does: [
      [null, "sqs delete-message", "configure **", "* cancel-spot-fleet-requests --dry-run", "codeartifact login", "s3 ls", "* disassociate-tag*"],
      [massDelete("deletes a bucket or many objects"), "s3 rm --recursive", "s3 rb", "s3api delete-bucket|delete-objects", "s3 sync|mv --delete", "s3api put-bucket-lifecycle*"],
      [publicSurface("changes who can reach a bucket, image or snapshot"), "s3api put-bucket-policy|put-bucket-acl|put-object-acl|put-bucket-website|put-bucket-cors", "s3api|s3control put-public-access-block|delete-public-access-block", "s3 cp|sync|mv --acl=public*", "s3api put-object|copy-object|create-bucket --acl=public*", "ec2 modify-image-attribute|modify-snapshot-attribute", "rds modify-db-snapshot-attribute|modify-db-cluster-snapshot-attribute", "rds modify-db-* --publicly-accessible", "s3 website"],
      [publicSurface("opens the network"), "ec2 authorize-security-group-*|create-network-acl-entry|replace-network-acl-entry", "lambda create-function-url-config|update-function-url-config", "eks update-cluster-config"],
      [grant("grants access"), "iam attach-*|put-*|add-*|create-access-key|create-user|create-role|create-login-profile|create-policy*|update-assume-role-policy|update-login-profile|update-access-key|set-default-policy-version|create-open-id-*|create-saml-*|create-instance-profile|deactivate-mfa-device|delete-account-password-policy|update-account-password-policy", "organizations attach-*|detach-*|invite-*|leave-*|move-*|update-*|enable-*|disable-*|create-*|remove-*", "sso-admin create-*|attach-*|put-*|provision-*", "identitystore create-*", "kms create-grant|put-key-policy", "* add-permission|set-repository-policy|put-resource-policy|add-layer-version-permission|set-topic-attributes", "sts assume-role --role-arn=*admin*", "cognito-idp admin-*"],
      [nameChange("changes DNS or certificates"), "route53 change-*|create-*|delete-*|update-*|associate-*|disassociate-*", "route53domains transfer-*|update-*|delete-*|disable-*|enable-*", "acm delete-*|import-*", "servicediscovery delete-*"],
      [transaction("buys something"), "* purchase-*", "savingsplans create-*", "route53domains register-*|renew-*", "marketplace* *-agreement*"],
      [logging("turns logging or detection off"), "cloudtrail stop-*|delete-*|update-*|put-event-selectors", "logs delete-*|put-retention-policy", "guardduty delete-*|update-detector|stop-*|archive-*|disassociate-*", "configservice|config stop-*|delete-*", "securityhub disable-*|delete-*|batch-disable-*", "cloudwatch delete-*|disable-*", "ec2 delete-flow-logs", "macie2|inspector2 disable*", "detective|accessanalyzer delete-*", "wafv2|waf delete-*|disassociate-*"],
      [secretWrite("writes to the secret store"), "secretsmanager put-*|update-*|create-*|delete-*|rotate-*|restore-*|cancel-*", "ssm put-parameter --type=securestring", "ssm put-parameter --overwrite", "kms disable-key*|schedule-key-deletion|delete-*"],
      [remoteExec("runs commands on a machine"), "ssm send-command|start-session|start-automation-execution", "ecs execute-command", "ec2-instance-connect *"],
      [destroys("deletes a stack"), "cloudformation delete-*"],
      [applies("changes infrastructure"), "cloudformation deploy|update-*|execute-change-set|create-stack*|continue-update-rollback|cancel-update-stack"],
      [deploys("deploys"), "ecs update-service|deploy", "lambda update-function-*|update-alias", "deploy create-deployment", "elasticbeanstalk update-environment|swap-environment-cnames", "amplify start-*", "apprunner start-deployment|update-service", "codepipeline start-*|put-approval-result", "codebuild start-build*", "apigateway create-deployment|update-stage", "apigatewayv2 create-deployment"],
      [cloudStop("stops what runs"), "ec2 stop-instances|reboot-instances", "rds|redshift|neptune|docdb stop-*|reboot-*|failover-*|pause-*", "ecs stop-task", "batch terminate-job|cancel-job", "emr terminate-*", "sagemaker|glue|datasync|dms|codebuild stop-*|batch-stop-*", "stepfunctions stop-execution", "autoscaling set-desired-capacity|suspend-processes", "lambda put-function-concurrency"],
      [message("sends messages to people"), "ses|sesv2|pinpoint|pinpoint-email send-*", "sns publish --phone-number"],
      [serviceDelete("deletes cloud resources"), "s3 rm", "s3 mv s3://*", "* delete-*|terminate-*|deregister-*|remove-*|purge-*|cancel-*|disable-*|empty-*|batch-delete-*|release-*|revoke-*|disassociate-*|detach-*|unsubscribe|reject-*|discard-*|forget-*|reset-*|abort-*|destroy-*"],
    ],
  },
  awslocal: { does: [[null, "**"]] },
  copilot: { does: [[destroys("deletes a service"), "** delete"], [deploys("deploys"), "** deploy"]] },
  eb: { does: [[destroys("terminates an environment"), "terminate"], [deploys("deploys"), "deploy|swap"]] },
  ecs: { does: [[deploys("deploys"), "deploy"]] },
  s3cmd: { does: [[massDelete("deletes objects"), "del|rb|rm|expire", "sync --delete-removed"], [publicSurface("changes who can read a bucket"), "setacl|setpolicy|delpolicy|ws-create"]] },
  s5cmd: { unless: "--dry-run", does: [[massDelete("deletes objects"), "rm|rb", "sync --delete"]] },
}; // prettier-ignore
