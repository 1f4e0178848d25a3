import { drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { beyond, type Permitted } from "../beyond";
import { aboutKey, judgeKeyPolicy, KEY_TYPES } from "./key-policy";

export const keyOwnAccount: EachResource = {
  kind: "each",
  id: "ENC-010",
  title: "No principal of another account may do anything with a key, but encrypt for the declared drain",
  severity: "critical",
  controls: ["B16", "F46"],
  rationale:
    "A key that another account can decrypt with is another account's key. The enclave's replicas come home encrypted under the target's key, for which its replication role needs to encrypt, and never to decrypt.",
  remediation:
    "Build the key with DataKey and let nobody in from elsewhere; allowEncryptionBy is for the declared drain.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html"],
  construct: "encryption/data-key",
  types: KEY_TYPES,

  check(key, context) {
    const others = aboutKey(key, context, {
      principals: [{ kind: "anonymous" }, { kind: "federated" }, { kind: "outside", accounts: [key.account] }],
      actions: ["kms:*"],
    });
    return judgeKeyPolicy(key, (policy) =>
      policy.mustNotGrant(
        others,
        `principals of ${key.account} alone`,
        beyond(policy.document, replicaWriters(key, context)),
      ),
    );
  },
};

/** The replication role of the enclave, at the key that the drain is declared to write under. */
function replicaWriters(key: Resource, { estate }: Context): readonly Permitted[] {
  const { replicationRoleArn, targetKeyAliasArn } = drainPath(estate);
  const declared = estate.flows.some(
    ({ from, to, mechanism }) => from === ENCLAVE && to === key.stack && mechanism === "s3-replication",
  );
  const aliases = key.companions("aws_kms_alias", "target_key_id").map((alias) => alias.attribute("arn"));
  if (!declared || !aliases.includes(targetKeyAliasArn)) return [];
  return [
    {
      Principal: "*",
      Action: ["kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
      Condition: {
        ArnEquals: { "aws:PrincipalArn": replicationRoleArn },
        StringLike: { "kms:ViaService": "s3.*" },
      },
    },
  ];
}
