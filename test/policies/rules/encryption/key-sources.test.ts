import { loadEstate } from "../../../../config/load";
import { evaluate } from "../../../../policies/evaluate";
import type { Resources } from "../../../../policies/examples";
import { dataOwnKey } from "../../../../policies/rules/encryption/data-own-key";
import { sampleContext } from "../../../support/sample-context";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });

const findingsOf = (resources: Resources) =>
  evaluate([dataOwnKey], sampleContext(resources, estate, TODAY))[0]!.findings.map(
    ({ outcome, address, jsonPath, actual }) => ({ outcome, address, jsonPath, actual }),
  );

const VOLUME = { aws_ebs_volume: { data: { availability_zone: "eu-west-1a" } } };
const KEY = { aws_kms_key: { own: {} } };

describe("where a key comes from", () => {
  it("tells a resource that its owner lacks one", () => {
    const cluster = { aws_rds_cluster: { people: { cluster_identifier: "people" } } };
    const instance = { aws_rds_cluster_instance: { one: { cluster_identifier: "people" } } };
    expect(findingsOf({ ...cluster, ...instance })).toContainEqual({
      outcome: "fail",
      address: "aws_rds_cluster_instance.one",
      jsonPath: "cluster_identifier",
      actual: "nothing at aws_rds_cluster.people",
    });
  });

  it("ends undecided where something is made from itself", () => {
    expect(
      findingsOf({ aws_db_instance: { a: { identifier: "a", replicate_source_db: "${aws_db_instance.a.arn}" } } }),
    ).toMatchObject([{ outcome: "undecided", actual: expect.stringContaining("made from itself") }]);
  });

  it("does not rely on an account's default that may not exist", () => {
    const setting = {
      aws_ebs_default_kms_key: { account: { key_arn: "${aws_kms_key.own.arn}", count: "${var.count}" } },
    };
    expect(findingsOf({ ...VOLUME, ...KEY, ...setting })).toMatchObject([{ outcome: "undecided" }]);
  });

  it("fails when the account names a default and never says that it encrypts by default", () => {
    const setting = { aws_ebs_default_kms_key: { account: { key_arn: "${aws_kms_key.own.arn}" } } };
    expect(findingsOf({ ...VOLUME, ...KEY, ...setting })).toMatchObject([
      { outcome: "fail", actual: "no aws_ebs_encryption_by_default" },
    ]);
  });

  it("takes a key on the resource for the one in use, whatever the account's default is", () => {
    const foreign = "arn:aws:kms:eu-west-1:100000000001:key/00000000-0000-4000-8000-000000000009";
    const volume = { aws_ebs_volume: { data: { encrypted: true, kms_key_id: foreign } } };
    const account = {
      aws_ebs_default_kms_key: { account: { key_arn: "${aws_kms_key.own.arn}" } },
      aws_ebs_encryption_by_default: { account: {} },
    };
    expect(findingsOf({ ...volume, ...KEY, ...account })).toMatchObject([{ outcome: "fail", jsonPath: "kms_key_id" }]);
  });
});
