import { deployRoleArn } from "../../../config/names";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { EVERYTHING } from "../everything";
import { mayAs } from "../identity/role-needs";
import { usingKey } from "../identity/using-key";
import { stackAt } from "../in-account";

/** What AWS goes on using a key for, once it is made. */
interface Granted {
  /** Where its key stands. */
  readonly path: string;
  readonly service: string;
  /** What the service does with the key in the name of whoever makes it, besides taking its grant. */
  readonly using: readonly string[];
}

const ENCRYPTING = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];

/**
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
const GRANTED: Readonly<Record<string, Granted>> = {
  aws_backup_vault: { path: "kms_key_arn", service: "backup", using: ENCRYPTING },
  aws_dynamodb_table: {
    path: "server_side_encryption[0].kms_key_arn",
    service: "dynamodb",
    using: [...ENCRYPTING, "kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
  },
  // Terraform reads back what it has written, so the environment is decrypted too.
  aws_lambda_function: { path: "kms_key_arn", service: "lambda", using: ["kms:Decrypt", "kms:Encrypt"] },
};

export const resourceGrants: WholeEstate = {
  kind: "whole",
  id: "ENC-014",
  title: "Whoever deploys a function, a table or a vault can use its key, and let AWS take a grant on it",
  severity: "high",
  controls: ["B15", "H60"],
  rationale:
    "Lambda, DynamoDB and AWS Backup use a key by a grant that they take in the name of whoever deploys. Where the key or a guardrail refuses that, AWS makes nothing, and the deployment ends half-way.",
  remediation: "Let the service take its grant with DataKey.allowGrantsThrough, as SignedFunction does.",
  sources: [
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
  ],
  construct: "encryption/data-key",

  check(context) {
    return context.model.stacks.flatMap((stack) => {
      const asked = Object.entries(GRANTED).flatMap(([type, granted]) =>
        context.model.resourcesIn(stack, type).map((each) => canBeDeployed(each, granted, context)),
      );
      return asked.length > 0 ? asked : [notApplicable(stackAt(stack))];
    });
  },
};

/** Whether it has a key at all is asked of everything that holds data. */
function canBeDeployed(resource: Resource, { path, service, using }: Granted, context: Context): Verdict {
  const named = resource.value(path);
  if (named.isAbsent) return notApplicable(named.at);
  const { account, region } = resource;
  const place = declaredPlaces(context.estate).find((declared) => declared.account === account);
  const target = named.target("aws_kms_key");
  if (!place || target.kind !== "resource") {
    return undecided(named.at, named.legible, "a key of this output, in a declared account");
  }
  // The deploy role comes before whatever is deployed, so nothing in the output tells what it holds.
  const deployer = { arn: deployRoleArn(context.estate, place), account, region, at: named.at };
  // Today: after its sunset the enclave is given nothing that encrypts, on purpose.
  const today = { "aws:CurrentTime": [`${context.today}T12:00:00Z`] };
  const needs = [
    usingKey(using, target.resource, service, today),
    usingKey(["kms:CreateGrant"], target.resource, service, { ...today, "kms:GrantIsForAWSResource": ["true"] }),
  ];
  return all(pass(named.at), ...needs.map(mayAs(deployer, { identity: [EVERYTHING] }, context)));
}
