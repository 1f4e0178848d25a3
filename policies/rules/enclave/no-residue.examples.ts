import type { Examples } from "../../examples";

const enclave = (resource: Readonly<Record<string, unknown>>) => ({ stacks: { enclave: { resource } } });
const database = (more: Readonly<Record<string, unknown>>) =>
  enclave({ aws_db_instance: { d: { engine: "postgres", ...more } } });

export const noResidueExamples: Examples = {
  policy: "ENV-003",
  pass: {
    "no store leaves anything": enclave({}),
    "a database skips its final snapshot": database({ skip_final_snapshot: true }),
  },
  fail: {
    "a final snapshot is made unasked": database({}),
    "automated backups stay": database({ skip_final_snapshot: true, delete_automated_backups: false }),
    "a cache leaves a snapshot": enclave({
      aws_elasticache_replication_group: { c: { final_snapshot_identifier: "last" } },
    }),
    "a file system leaves a backup": enclave({ aws_fsx_windows_file_system: { f: {} } }),
    "backups are planned": enclave({ aws_backup_plan: { p: { name: "p" } } }),
    "a snapshot is made": enclave({ aws_ebs_snapshot: { s: { volume_id: "vol-1" } } }),
  },
  undecided: {
    "a variable decides whether there is a final snapshot": database({ skip_final_snapshot: "${var.skip}" }),
    "an expression decides whether backups are planned": enclave({ aws_backup_plan: { p: { count: "${var.plans}" } } }),
  },
  notApplicable: { "the enclave is not judged": { aws_db_instance: { d: { engine: "postgres" } } } },
};
