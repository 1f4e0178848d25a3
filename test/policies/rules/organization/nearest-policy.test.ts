import { parsePolicy } from "../../../../policies/access/document";
import type { WrittenPolicy } from "../../../../policies/rules/policy-values";
import { nearestPolicy } from "../../../../policies/rules/organization/nearest-policy";

const policy = (elements: object, Effect = "Deny"): WrittenPolicy => ({
  value: {} as WrittenPolicy["value"],
  document: parsePolicy({ Statement: [{ Effect, Resource: "*", ...elements }] }),
});
const EC2 = policy({ Action: ["ec2:CopyImage", "iam:CreateUser"] });
const SHARES = policy({ Action: ["ec2:ModifyImageAttribute"] });
const REGION = policy({ NotAction: ["iam:*"] });

describe("nearestPolicy", () => {
  const nearest = (action: string, asked = [action]) => nearestPolicy([EC2, SHARES, REGION], action, asked);

  it("is the one that denies the action most alike", () => {
    expect(nearest("ec2:ModifySnapshotAttribute")).toBe(SHARES);
    expect(nearest("EC2:copysnapshot")).toBe(EC2);
  });

  it("is none when nothing of the action's service is denied", () => expect(nearest("kms:CreateKey")).toBeUndefined());

  it("is the one that denies all but a few, where everything was to be denied", () => {
    expect(nearest("ec2:CopyImage", ["*"])).toBe(REGION);
  });

  it("is of several that do, the one with a condition of the key", () => {
    const sunset = policy({
      NotAction: ["s3:Get*"],
      Condition: { DateGreaterThan: { "aws:CurrentTime": "2027-10-01" } },
    });
    const found = (key: string) => nearestPolicy([REGION, sunset], "ec2:CopyImage", ["*"], key);
    expect(found("aws:CurrentTime")).toBe(sunset);
    expect(found("aws:SourceIp")).toBeUndefined();
  });

  it("is no policy that allows", () => {
    const allowing = policy({ Action: "ec2:CopyImage" }, "Allow");
    expect(nearestPolicy([allowing], "ec2:CopyImage", ["ec2:CopyImage"])).toBeUndefined();
  });
});
