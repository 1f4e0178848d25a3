import { policyDocument, type Statement } from "../../../constructs/iam/policy-document";

const statement = (Sid: string): Statement => ({ Sid, Effect: "Allow", Action: "s3:GetObject", Resource: "*" });

describe("policyDocument", () => {
  it("is minified JSON of the statements in their order", () => {
    expect(policyDocument([statement("One"), statement("Two")])).toBe(
      JSON.stringify({ Version: "2012-10-17", Statement: [statement("One"), statement("Two")] }),
    );
  });

  it("fails when two statements have one Sid, and says which", () => {
    expect(() => policyDocument([statement("One"), statement("Two"), statement("One")])).toThrow(
      "[policy.repeated-sid] policy document: 'Sid' must be another in each statement, got One twice; name each statement after what it is about",
    );
  });
});
