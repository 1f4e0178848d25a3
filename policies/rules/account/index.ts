import type { Policy } from "../../policy";
import { accessAnalyzed } from "./access-analyzed";
import { bucketsNeverPublic } from "./buckets-never-public";
import { defaultNetworkUnused } from "./default-network-unused";
import { documentsNeverShared } from "./documents-never-shared";
import { metadataByToken } from "./metadata-by-token";
import { passwordPolicy } from "./password-policy";
import { securityContact } from "./security-contact";
import { serialConsoleOff } from "./serial-console-off";
import { snapshotsNeverShared } from "./snapshots-never-shared";
import { volumesEncryptedByDefault } from "./volumes-encrypted-by-default";

/** Every declared account is closed to the public, whatever is deployed into it. */
export const account: readonly Policy[] = [
  bucketsNeverPublic,
  volumesEncryptedByDefault,
  snapshotsNeverShared,
  metadataByToken,
  serialConsoleOff,
  accessAnalyzed,
  securityContact,
  passwordPolicy,
  defaultNetworkUnused,
  documentsNeverShared,
];
