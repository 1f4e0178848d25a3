import type { Examples } from "../../examples";
import { accessAnalyzedExamples } from "./access-analyzed.examples";
import { bucketsNeverPublicExamples } from "./buckets-never-public.examples";
import { defaultNetworkUnusedExamples } from "./default-network-unused.examples";
import { documentsNeverSharedExamples } from "./documents-never-shared.examples";
import { metadataByTokenExamples } from "./metadata-by-token.examples";
import { passwordPolicyExamples } from "./password-policy.examples";
import { securityContactExamples } from "./security-contact.examples";
import { serialConsoleOffExamples } from "./serial-console-off.examples";
import { snapshotsNeverSharedExamples } from "./snapshots-never-shared.examples";
import { volumesEncryptedByDefaultExamples } from "./volumes-encrypted-by-default.examples";

export const accountExamples: readonly Examples[] = [
  accessAnalyzedExamples,
  bucketsNeverPublicExamples,
  defaultNetworkUnusedExamples,
  documentsNeverSharedExamples,
  metadataByTokenExamples,
  passwordPolicyExamples,
  securityContactExamples,
  serialConsoleOffExamples,
  snapshotsNeverSharedExamples,
  volumesEncryptedByDefaultExamples,
];
