import { rmSync } from "node:fs";
import type { Enclave } from "../../../../config/estate";
import { evaluate } from "../../../../policies/evaluate";
import { Model } from "../../../../policies/model/model";
import { readInputs } from "../../../../policies/model/read";
import { enclave } from "../../../../policies/rules/enclave";
import { declaredEstate, TODAY, writeEstate } from "../../../support/estates";
import { retired } from "../../../support/evidence";

/** What the policies of the enclave say of the output of one phase, where another may be declared. */
function findingsOf(synthesized: Partial<Enclave>, declared = synthesized, today = TODAY) {
  const estate = declaredEstate("local");
  const outdir = writeEstate({ ...estate, enclave: { ...estate.enclave, ...synthesized } });
  const { sources, whole } = readInputs([outdir]);
  rmSync(outdir, { recursive: true });
  const context = {
    model: new Model(sources),
    estate: { ...estate, enclave: { ...estate.enclave, ...declared } },
    today,
    whole,
  };
  return evaluate(enclave, context).flatMap(({ findings }) => findings);
}

describe("the output of the enclave", () => {
  it.each(["serving", "draining"] as const)("passes while it is %s", (phase) => {
    expect(findingsOf({ phase })).toEqual([]);
  });

  it("passes once it is retired on evidence, and fails without", () => {
    const { enclave: proven } = retired(declaredEstate("local"));
    expect(findingsOf(proven)).toEqual([]);
    expect(findingsOf({ phase: "retired" })).toMatchObject([{ policy: "ENV-009", address: "stack" }]);
  });

  it("fails while it is draining and takes new objects still", () => {
    const findings = findingsOf({ phase: "serving" }, { phase: "draining" });
    expect(findings.map(({ policy, address }) => `${policy} ${address.split(".")[0]}`).sort()).toEqual([
      "ENV-002 aws_cloudwatch_log_group",
      "ENV-002 aws_dynamodb_table",
      "ENV-002 aws_s3_bucket",
      "ENV-004 aws_s3_bucket_policy",
      "ENV-008 aws_dynamodb_resource_policy",
      "ENV-008 aws_kms_key",
      "ENV-009 output",
      "ENV-011 stack",
      "ENV-011 stack",
    ]);
  });

  it("fails while it is serving and may be destroyed already", () => {
    const findings = findingsOf({ phase: "draining" }, { phase: "serving" });
    expect(findings.map(({ policy, address }) => `${policy} ${address.split(".")[0]}`).sort()).toEqual([
      "ENV-007 aws_cloudwatch_log_group",
      "ENV-007 aws_dynamodb_table",
      "ENV-007 aws_kms_key",
      "ENV-007 aws_kms_key",
      "ENV-007 aws_s3_bucket",
      "ENV-009 output",
    ]);
  });

  it("fails when it is retired and holds data still", () => {
    const findings = findingsOf({ phase: "draining" }, retired(declaredEstate("local")).enclave);
    expect(findings.map(({ policy }) => policy).sort()).toEqual([
      ...["ENV-001", "ENV-001", "ENV-001", "ENV-009"],
      // The drain's record, at home, has no end yet.
      "ENV-012",
    ]);
  });

  it("fails when it has no store while it is serving", () => {
    const findings = findingsOf({ phase: "retired" }, { phase: "serving" });
    expect(findings).toMatchObject([
      { policy: "ENV-004", address: "stack" },
      { policy: "ENV-009", address: "output.enclave-phase" },
    ]);
  });

  it("fails after its sunset", () => {
    const findings = findingsOf({ phase: "draining" }, { phase: "draining" }, "2027-10-01");
    expect(new Set(findings.map(({ policy }) => policy))).toEqual(new Set(["ENV-001"]));
  });
});
