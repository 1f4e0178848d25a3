import { loadEstate } from "../../../config/load";
import { proofOf } from "../../../policies/residency/proof";
import { sampleContext } from "../../support/sample-context";
import { TODAY } from "../../support/estates";

const estate = loadEstate("local", { today: TODAY });

/** What is said of a schedule of Dublin's that calls this with an input. */
function verdictsOn(arn: string, input: object): readonly string[] {
  const target = [{ arn, role_arn: "arn:aws:iam::200000000002:role/one", input: JSON.stringify(input) }];
  const { leaks } = proofOf(sampleContext({ aws_scheduler_schedule: { one: { target } } }, estate, TODAY));
  return leaks
    .filter(({ witness }) => witness.some(({ jsonPath }) => jsonPath.endsWith("input")))
    .map(({ verdict }) => verdict);
}

describe("what a schedule is told to call", () => {
  it("takes nothing anywhere when KMS makes something up", () => {
    expect(verdictsOn("arn:aws:scheduler:::aws-sdk:kms:generateRandom", { NumberOfBytes: 1 })).toEqual([]);
  });

  it("is undecided when the call can name a place", () => {
    const copy = { Bucket: "somebody-elses", Key: "users", CopySource: "users/all" };
    expect(verdictsOn("arn:aws:scheduler:::aws-sdk:s3:copyObject", copy)).toContain("undecided");
  });

  it("goes where any other target is, whatever the input says", () => {
    expect(verdictsOn("arn:aws:lambda:eu-west-1:200000000002:function:one", { stack: "dublin" })).toEqual([]);
  });
});
