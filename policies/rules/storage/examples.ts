import type { Examples } from "../../examples";
import { backupKeyExamples } from "./backup-key.examples";
import { backupPlanExamples } from "./backup-plan.examples";
import { backupVaultExamples } from "./backup-vault.examples";
import { backupsTakenExamples } from "./backups-taken.examples";
import { bucketPrivateExamples } from "./bucket-private.examples";
import { bucketTransportExamples } from "./bucket-transport.examples";
import { bucketUploadsExamples } from "./bucket-uploads.examples";
import { bucketVersionsExamples } from "./bucket-versions.examples";
import { codeExamples } from "./code.examples";
import { configuredExamples } from "./configured.examples";
import { erasureExamples } from "./erasure.examples";
import { logRetentionExamples } from "./log-retention.examples";
import { perimeterExamples } from "./perimeter.examples";
import { permanenceExamples } from "./permanence.examples";
import { recoveryExamples } from "./recovery.examples";
import { secretsExamples } from "./secrets.examples";
import { transitExamples } from "./transit.examples";

export const storageExamples: readonly Examples[] = [
  bucketTransportExamples,
  bucketUploadsExamples,
  bucketPrivateExamples,
  perimeterExamples,
  bucketVersionsExamples,
  recoveryExamples,
  backupVaultExamples,
  backupPlanExamples,
  logRetentionExamples,
  permanenceExamples,
  transitExamples,
  secretsExamples,
  codeExamples,
  configuredExamples,
  backupsTakenExamples,
  erasureExamples,
  backupKeyExamples,
];
