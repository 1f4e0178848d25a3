import { ENCLAVE } from "../../../config/places";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { enclaveResources, ofEnclave } from "./of-enclave";

/** AWS keeps a last copy unless this is true. */
const MUST_SKIP: Readonly<Record<string, string>> = {
  aws_db_instance: "skip_final_snapshot",
  aws_docdb_cluster: "skip_final_snapshot",
  aws_fsx_ontap_volume: "skip_final_backup",
  aws_fsx_openzfs_file_system: "skip_final_backup",
  aws_fsx_windows_file_system: "skip_final_backup",
  aws_lightsail_database: "skip_final_snapshot",
  aws_neptune_cluster: "skip_final_snapshot",
  aws_rds_cluster: "skip_final_snapshot",
  aws_redshift_cluster: "skip_final_snapshot",
};
/** AWS keeps a last copy where this names one. */
const MUST_NOT_NAME: Readonly<Record<string, string>> = {
  aws_elasticache_cluster: "final_snapshot_identifier",
  aws_elasticache_replication_group: "final_snapshot_identifier",
  aws_memorydb_cluster: "final_snapshot_name",
};
/** AWS deletes its own backups unless this is false. */
const MUST_NOT_REFUSE: Readonly<Record<string, string>> = {
  aws_db_instance: "delete_automated_backups",
  aws_fsx_lustre_file_system: "skip_final_backup",
  aws_rds_cluster: "delete_automated_backups",
};
/** Copies that outlive what they are of. */
const COPIES =
  /^aws_(backup_(plan|selection)|dlm_lifecycle_policy|dynamodb_table_export|rds_export_task|fsx_backup|.*_snapshot(_copy|_import)?)$/;

export const noResidue: WholeEstate = {
  kind: "whole",
  id: "ENV-003",
  title: "Nothing of users' data is left when a store of the enclave is destroyed",
  severity: "high",
  controls: ["F48"],
  rationale:
    "A last snapshot or a backup is the users' data again, in a place that nobody looks at once the store is gone.",
  remediation: "Skip final snapshots, delete automated backups, and make no copies inside the enclave.",
  sources: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"],
  construct: "enclave/enclave-store",

  check(context) {
    return ofEnclave(context, () => [pass(stackAt(ENCLAVE)), ...enclaveResources(context).flatMap(judged)]);
  },
};

function judged(resource: Resource): readonly Verdict[] {
  const { type, root, exists } = resource;
  if (COPIES.test(type)) {
    const say = exists === "yes" ? fail : undecided;
    return [say(root.at, `a resource of type ${type}`, "no copy that outlives its store")];
  }
  const [skip, name, refuse] = [MUST_SKIP, MUST_NOT_NAME, MUST_NOT_REFUSE].map((table) =>
    Object.hasOwn(table, type) ? resource.value(table[type]!) : undefined,
  );
  if (!skip && !name && !refuse) return [];
  return [
    all(
      pass(root.at),
      ...(skip ? [skip.mustBe(true)] : []),
      ...(name ? [name.mustBeAbsent("no final snapshot")] : []),
      ...(refuse ? [refuse.mustNotBe(false)] : []),
    ),
  ];
}
