import { ENCLAVE } from "../../../config/places";
import type { Question } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { pass, undecided, type Verdict } from "../../verdict";
import { judgeAttached } from "../attached-policy";
import { beyond } from "../beyond";
import { aboutKey, judgeKeyPolicy } from "../encryption/key-policy";
import { throughService } from "../through-service";
import { worldOf } from "../estate-world";
import { stackAt } from "../in-account";
import { byOperator } from "./by-operator";
import { enclaveResources, holdsUserData, ofEnclave } from "./of-enclave";

const POLICY = { companion: { type: "aws_dynamodb_resource_policy", by: "resource_arn" } } as const;
/** What makes or changes an item; deleting one stays somebody's right. */
const WRITES = [
  "dynamodb:BatchWriteItem",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
];
const EXPORTS = ["dynamodb:ExportTableToPointInTime"];
const ENCRYPTS = ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncryptTo"];
const SERVER_SIDE = "aws_s3_bucket_server_side_encryption_configuration";
const DEFAULT_KEY = "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id";

export const writesNothingNew: WholeEstate = {
  kind: "whole",
  id: "ENV-008",
  title: "While the enclave is draining, no item is written, nothing new is encrypted, and the drain alone exports",
  severity: "critical",
  controls: ["F45", "F46"],
  rationale:
    "A drain that is written to never ends, and what is written after it was compared is lost with the enclave. An export by anybody else is a second way out.",
  remediation: "Build the store with EnclaveStore and declare the phase draining.",
  sources: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html",
  ],
  construct: "enclave/enclave-store",

  check(context) {
    return ofEnclave(context, () => {
      if (context.estate.enclave.phase !== "draining") return [pass(stackAt(ENCLAVE))];
      const stores = enclaveResources(context).filter(holdsUserData);
      const of = (type: string) => stores.filter((store) => store.type === type);
      return [
        pass(stackAt(ENCLAVE)),
        ...of("aws_dynamodb_table").map((table) => tableIsClosed(table, context)),
        ...of("aws_s3_bucket").flatMap((bucket) => keysAreClosed(bucket, context)),
      ];
    });
  },
};

function tableIsClosed(table: Resource, context: Context): Verdict {
  const asked = (actions: readonly string[]): Question => ({
    principals: [{ kind: "anyone" }],
    actions,
    resources: [String(table.attribute("arn"))],
    world: worldOf(context.estate, table.account),
  });
  return judgeAttached(table, POLICY, (policy) => {
    const writes = policy.mustDeny(asked(WRITES), "a denial of every write while the enclave is draining");
    if (writes.outcome !== "pass") return writes;
    return policy.mustDeny(
      asked(EXPORTS),
      "a denial of every export but the drain's",
      beyond(policy.document, [byOperator(context.estate)]),
    );
  });
}

function keysAreClosed(bucket: Resource, context: Context): readonly Verdict[] {
  return bucket.companions(SERVER_SIDE, "bucket").map((companion) => {
    const value = companion.value(DEFAULT_KEY);
    const target = value.target("aws_kms_key");
    if (target.kind === "resource") return keyIsClosed(target.resource, context);
    return undecided(value.at, `a key that is not in the output: ${value.legible}`, "a key of the enclave");
  });
}

/** DynamoDB must go on using the key, or it archives the table: what is closed is S3's way to it. */
function keyIsClosed(key: Resource, context: Context): Verdict {
  const throughS3 = { "kms:ViaService": [throughService("s3", key)] };
  return judgeKeyPolicy(key, (policy) =>
    policy.mustDeny(
      aboutKey(key, context, { actions: ENCRYPTS, context: throughS3 }),
      "a denial of encryption through S3 but by the drain",
      beyond(policy.document, [byOperator(context.estate)]),
    ),
  );
}
