import type { EachResource } from "../../policy";
import { all, fail } from "../../verdict";

const REPLICAS = new Set(["aws_kms_replica_key", "aws_kms_replica_external_key"]);

export const keySingleRegion: EachResource = {
  kind: "each",
  id: "ENC-006",
  title: "A key's material exists in one region, in AWS KMS, and nowhere else",
  severity: "critical",
  controls: ["A4"],
  rationale:
    "A replica of a key decrypts in another region, under another law, what was encrypted at home. Material in a key store outside KMS is wherever that store is.",
  remediation: "Build the key with DataKey: it is of one region, and KMS makes and keeps its material.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-store-overview.html",
  ],
  construct: "encryption/data-key",
  types: ["aws_kms_key", "aws_kms_external_key", ...REPLICAS, "aws_kms_custom_key_store"],

  check(key) {
    if (REPLICAS.has(key.type)) return fail(key.root.at, "a replica of another region's key", "no replica");
    if (key.type === "aws_kms_custom_key_store") return fail(key.root.at, "a key store of its own", "KMS itself");
    return all(
      key.value("multi_region").mustNotBe(true),
      key.value("custom_key_store_id").mustBeAbsent("no key store but KMS itself"),
      key.value("xks_key_id").mustBeAbsent("no key outside AWS"),
    );
  },
};
