import { requireWithinQuotas } from "../../../constructs/iam/policy-quotas";

const bucketPolicy = (policy: string) => ({ resource: { aws_s3_bucket_policy: { archive: { policy } } } });

describe("requireWithinQuotas", () => {
  it("takes a document of exactly the quota", () => {
    expect(() => requireWithinQuotas("monitor", bucketPolicy("x".repeat(20_480)))).not.toThrow();
  });

  it("refuses one character more, and says which", () => {
    expect(() => requireWithinQuotas("monitor", bucketPolicy("x".repeat(20_481)))).toThrow(
      "[policy.too-large] monitor: 'aws_s3_bucket_policy.archive.policy' must have at most 20480 characters, got 20481",
    );
  });
});
