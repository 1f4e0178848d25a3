import type { Examples } from "../../examples";
import { bucketOwnKeyExamples } from "./bucket-own-key.examples";
import { dataOwnKeyExamples } from "./data-own-key.examples";
import { resourceGrantsExamples } from "./resource-grants.examples";
import { keyAdministrationExamples } from "./key-administration.examples";
import { keyAuditedExamples } from "./key-audited.examples";
import { keyEndingExamples } from "./key-ending.examples";
import { keyGrantsExamples } from "./key-grants.examples";
import { keyOwnAccountExamples } from "./key-own-account.examples";
import { keyPermanenceExamples } from "./key-permanence.examples";
import { keyRotationExamples } from "./key-rotation.examples";
import { keySingleRegionExamples } from "./key-single-region.examples";
import { keyUseExamples } from "./key-use.examples";
import { knownTypeExamples } from "./known-type.examples";
import { queueTransportExamples } from "./queue-transport.examples";
import { secondKeysExamples } from "./second-keys.examples";
import { taggedWhereHeldExamples } from "./tagged-where-held.examples";

export const encryptionExamples: readonly Examples[] = [
  knownTypeExamples,
  dataOwnKeyExamples,
  bucketOwnKeyExamples,
  secondKeysExamples,
  keyRotationExamples,
  keySingleRegionExamples,
  keyPermanenceExamples,
  keyAdministrationExamples,
  keyUseExamples,
  keyOwnAccountExamples,
  keyEndingExamples,
  keyGrantsExamples,
  taggedWhereHeldExamples,
  resourceGrantsExamples,
  keyAuditedExamples,
  queueTransportExamples,
];
