import type { Policy } from "../../policy";
import { bucketOwnKey } from "./bucket-own-key";
import { dataOwnKey } from "./data-own-key";
import { resourceGrants } from "./resource-grants";
import { keyAdministration } from "./key-administration";
import { keyAudited } from "./key-audited";
import { keyEnding } from "./key-ending";
import { keyGrants } from "./key-grants";
import { keyOwnAccount } from "./key-own-account";
import { keyPermanence } from "./key-permanence";
import { keyRotation } from "./key-rotation";
import { keySingleRegion } from "./key-single-region";
import { keyUse } from "./key-use";
import { knownType } from "./known-type";
import { queueTransport } from "./queue-transport";
import { secondKeys } from "./second-keys";
import { taggedWhereHeld } from "./tagged-where-held";

/** Everything that holds data is encrypted with a key that its site controls. */
export const encryption: readonly Policy[] = [
  knownType,
  dataOwnKey,
  bucketOwnKey,
  secondKeys,
  keyRotation,
  keySingleRegion,
  keyPermanence,
  keyAdministration,
  keyUse,
  keyOwnAccount,
  keyEnding,
  keyGrants,
  taggedWhereHeld,
  resourceGrants,
  keyAudited,
  queueTransport,
];
