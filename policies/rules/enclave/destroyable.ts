import { resourceType } from "../../catalogue/resource-type";
import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { holdsUserData, isInEnclave } from "./of-enclave";

/** What keeps a store while the enclave serves, and what draining has to take away: see ENV-007. */
const PREVENTS = "lifecycle[0].prevent_destroy";
const FORCES = ["force_delete", "force_destroy"];
/** Attributes that keep a resource, each with the values by which it does. */
const KEEPS: Readonly<Record<string, readonly (string | boolean)[]>> = {
  deletion_protection: [true, "ACTIVE"],
  deletion_protection_enabled: [true],
  disable_api_termination: [true],
  object_lock_enabled: [true, "Enabled"],
  "object_lock_configuration[0].rule[0].default_retention[0].mode": ["COMPLIANCE"],
  "snaplock_configuration[0].snaplock_type": ["COMPLIANCE"],
  skip_destroy: [true],
  termination_protection: [true],
};
/** Must be said, since the provider does the contrary unasked. */
const MUST_SAY: Readonly<Record<string, readonly [attribute: string, value: boolean]>> = {
  aws_backup_vault: ["force_destroy", true],
  aws_ecr_repository: ["force_delete", true],
  aws_lightsail_bucket: ["force_delete", true],
  aws_neptunegraph_graph: ["deletion_protection", false],
  aws_qldb_ledger: ["deletion_protection", false],
  aws_s3_bucket: ["force_destroy", true],
  aws_s3_directory_bucket: ["force_destroy", true],
};
/** Locks that nobody can take away again. */
const LOCKS = [
  "aws_backup_logically_air_gapped_vault",
  "aws_backup_vault_lock_configuration",
  "aws_glacier_vault_lock",
  "aws_s3_bucket_object_lock_configuration",
];

export const destroyable: EachResource = {
  kind: "each",
  id: "ENV-002",
  title:
    "Nothing keeps users' data in the enclave for good, and once it is draining, nothing keeps it or its key at all",
  severity: "high",
  controls: ["F47", "F50"],
  rationale:
    "What cannot be destroyed stays in the United States after the sunset, and so does the access of its courts to it. Terraform destroys what an earlier deployment has allowed it to, so draining allows what retiring does.",
  remediation: "Build the store with EnclaveStore.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
    "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket#force_destroy-1",
  ],
  construct: "enclave/enclave-store",
  types: [],

  check(resource, context) {
    if (!isInEnclave(resource, context)) return notApplicable(resource.root.at);
    if (LOCKS.includes(resource.type)) return mustNotLock(resource);
    if (!holdsUserData(resource)) return notApplicable(resource.root.at);
    const said = Object.hasOwn(MUST_SAY, resource.type) ? MUST_SAY[resource.type]! : undefined;
    const isServing = context.estate.enclave.phase === "serving";
    return all(
      pass(resource.root.at),
      ...Object.entries(KEEPS).map(([path, values]) => resource.value(path).mustNotBe(...values)),
      ...(said && !(isServing && FORCES.includes(said[0])) ? [resource.value(said[0]).mustBe(said[1])] : []),
      ...(isServing ? [] : [resource, ...keysOf(resource)].map((each) => each.value(PREVENTS).mustNotBe(true))),
    );
  },
};

function mustNotLock({ root, exists, type }: Resource): Verdict {
  const say = exists === "yes" ? fail : undecided;
  return say(root.at, `a resource of type ${type}`, "no lock");
}

/** Without its key nobody reads what is left of the data. */
function keysOf(store: Resource): readonly Resource[] {
  const sources = resourceType(store.type)?.key;
  if (sources === undefined || sources === "impossible") return [];
  const values = sources.flatMap((source) => {
    if (source.from === "self") return valuesAt(store, source.path);
    if (source.from !== "companion") return [];
    return store.companions(source.type, source.by).flatMap((companion) => valuesAt(companion, source.path));
  });
  return values.flatMap((value) => {
    const target = value.target("aws_kms_key");
    return target.kind === "resource" ? [target.resource] : [];
  });
}
