import type { ITerraformDependable } from "cdktf";
import type { AuditSinks } from "../../config/names";

/** What every producer of audit logs is told, and all that it is told: its place and its prefix it asks of the lock. */
export interface AuditProducerProps {
  /** The declared monitor's; everything of a stack lies under `<stack>/`. */
  readonly sinks: AuditSinks;
  /** What must exist before anything can be delivered: in the monitor's own stack, the archive's policy. */
  readonly after?: readonly ITerraformDependable[];
}
