import type { Policy } from "../../policy";
import { backupKey } from "./backup-key";
import { backupPlan } from "./backup-plan";
import { backupVault } from "./backup-vault";
import { backupsTaken } from "./backups-taken";
import { bucketPrivate } from "./bucket-private";
import { bucketTransport } from "./bucket-transport";
import { bucketUploads } from "./bucket-uploads";
import { bucketVersions } from "./bucket-versions";
import { code } from "./code";
import { configured } from "./configured";
import { erasure } from "./erasure";
import { logRetention } from "./log-retention";
import { perimeter } from "./perimeter";
import { permanence } from "./permanence";
import { recovery } from "./recovery";
import { secrets } from "./secrets";
import { transit } from "./transit";

/** What holds data is private, kept, recoverable, and gives it away to nobody. */
export const storage: readonly Policy[] = [
  bucketTransport,
  bucketUploads,
  bucketPrivate,
  perimeter,
  bucketVersions,
  recovery,
  backupVault,
  backupPlan,
  logRetention,
  permanence,
  transit,
  secrets,
  code,
  configured,
  backupsTaken,
  erasure,
  backupKey,
];
