import { rmSync } from "node:fs";
import { Model } from "../../../policies/model/model";
import { synthSource } from "../../../policies/model/synth-source";
import { whereIs } from "../../../policies/residency/where";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../../support/estates";

const estate = declaredEstate("local");
const outdir = writeEstate(estate);
const sources = [...readStacks(outdir)].map(([stack, text]) => synthSource(stack, stack, JSON.parse(text), []));
const context = { model: new Model(sources), estate, today: TODAY, whole: true };
afterAll(() => rmSync(outdir, { recursive: true }));

describe("whereIs", () => {
  it("finds a site's data in the site alone, reached by the declared people", () => {
    const { places, readers } = whereIs(context, "dublin");
    expect(places.map(({ place, stands, by }) => [place, stands, by])).toEqual([
      ["dublin (200000000002, eu-west-1, IE)", "inside", []],
    ]);
    expect(readers.map(({ who, declaredBy }) => [who, declaredBy])).toEqual([
      ["people who work in IE", ["access dublin-support"]],
    ]);
  });

  it("finds the enclave's data there, and in the site that it is drained to", () => {
    const { places } = whereIs(context, "enclave");
    expect(places.map(({ country, by, declaredBy }) => [country, by, declaredBy])).toEqual([
      ["US", [], []],
      ["IE", ["S3 replication"], ["flow enclave-drain"]],
    ]);
  });

  it("names the key of everything that holds the data", () => {
    const stores = whereIs(context, "dublin").places.flatMap((place) => place.stores);
    expect(stores.map(({ address }) => address.split(".")[0])).toEqual([
      "aws_backup_vault",
      "aws_cloudwatch_log_group",
      "aws_dynamodb_table",
      "aws_s3_bucket",
    ]);
    for (const { key } of stores) expect(key).toMatch(/^aws_kms_key\.user-data/);
  });

  it("finds nothing of a stack that holds nothing restricted", () => {
    expect(whereIs(context, "organization")).toEqual({ places: [], readers: [] });
  });
});
