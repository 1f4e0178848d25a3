import { rmSync } from "node:fs";
import type { Estate } from "../../config/estate";
import { check } from "../../policies/check";
import { readInputs } from "../../policies/model/read";
import { declaredEstate, readStacks, resourcesOf, TODAY, writeEstate, type Placed } from "../support/estates";
import { retired } from "../support/evidence";

function judged(estate: Estate) {
  const outdir = writeEstate(estate);
  const report = check(readInputs([outdir]), { estate, today: TODAY, waivers: [] });
  const resources = resourcesOf(readStacks(outdir));
  rmSync(outdir, { recursive: true });
  return { findings: report.findings, resources };
}

const holding = (resources: readonly Placed[], stack: string) =>
  resources.filter((each) => each.stack === stack && /^aws_(s3_bucket|dynamodb_table)$/.test(each.type));

/** Serving is how the shipped estates are, and what every other test is about. */
describe("the whole estate", () => {
  const local = declaredEstate("local");

  it("satisfies every policy while its enclave is draining", () => {
    const { findings, resources } = judged({ ...local, enclave: { ...local.enclave, phase: "draining" } });
    expect(findings).toEqual([]);
    expect(holding(resources, "enclave")).toHaveLength(2);
  });

  it("satisfies every policy once its enclave is retired, holds nothing there, and lets nothing in from there", () => {
    const { findings, resources } = judged(retired(local));
    expect(findings).toEqual([]);
    expect(holding(resources, "enclave")).toEqual([]);
    const outside = resources.filter(({ stack }) => stack === local.enclave.drainTarget);
    expect(JSON.stringify(outside)).not.toContain(local.enclave.account);
  });
});
