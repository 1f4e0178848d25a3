import { resourceType, resourceTypes } from "../../catalogue/resource-type";
import type { EachResource } from "../../policy";
import { fail, notApplicable } from "../../verdict";
import { mustHaveOwnKey } from "./key-sources";

/** Buckets have a policy of their own. */
const HOLDING_DATA = resourceTypes().filter((type) => type !== "aws_s3_bucket" && resourceType(type)?.holds === "data");

export const dataOwnKey: EachResource = {
  kind: "each",
  id: "ENC-002",
  title: "Whatever holds data encrypts it with a customer-managed key of its own account and region",
  severity: "critical",
  controls: ["B10"],
  rationale:
    "Whoever controls the key controls the data. A key of another account or region puts the decision to decrypt outside the site; an AWS-managed one cannot be withdrawn, and its use cannot be refused.",
  remediation:
    "Name a DataKey of the same stack, as EncryptedTable and EncryptedLogGroup do. Where the service offers no customer-managed key, keep the data elsewhere.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"],
  construct: "encryption/data-key",
  types: HOLDING_DATA,

  check(resource, context) {
    const { key } = resourceType(resource.type)!;
    if (key !== undefined && key !== "impossible") return mustHaveOwnKey(resource, key, context);
    // What is public may be read by everybody anyway.
    if (resource.dataClass === "public") return notApplicable(resource.root.at);
    return fail(resource.root.at, `${resource.type}, which takes no customer-managed key`, "a type that takes one");
  },
};
