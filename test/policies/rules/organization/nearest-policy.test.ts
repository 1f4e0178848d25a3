import { parsePolicy } from "../../../../policies/access/document";
import type { WrittenPolicy } from "../../../../policies/rules/policy-values";
import { nearestPolicy } from "../../../../policies/rules/organization/nearest-policy";

const policy = (elements: object, Effect = "Deny"): WrittenPolicy => ({
  value: {} as WrittenPolicy["value"],
  document: parsePolicy({ Statement: [{ Effect, Resource: "*", ...elements }] }),
});
const EC2 = policy({ Action: ["ec2:CopyImage", "iam:CreateUser"] });
const SHARES = policy({ Action: ["ec2:ModifyImageAttribute"] });
const REGION = policy({
  NotAction: ["iam:*"],
  Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } },
});

describe("nearestPolicy", () => {
  const nearest = (action: string, key?: string) => nearestPolicy([EC2, SHARES, REGION], action, [action], key);

  it("is the one that denies the action most alike", () => {
    expect(nearest("ec2:ModifySnapshotAttribute")).toBe(SHARES);
    expect(nearest("EC2:copysnapshot")).toBe(EC2);
  });

  it("is of several the one that denies most of it", () => {
    const more = policy({ Action: ["ec2:DeleteVpc", "ec2:DescribeVpcs"] });
    expect(nearestPolicy([SHARES, more], "ec2:DetachVolume", ["ec2:DetachVolume"])).toBe(more);
  });

  it("is of several the one that denies most of what was to be denied together", () => {
    const more = policy({ Action: ["ec2:DeleteVpc", "ec2:DescribeVpcs"] });
    expect(nearestPolicy([SHARES, more], "ec2:CreateImage", ["ec2:ModifyImageAttribute", "ec2:CreateImage"])).toBe(
      SHARES,
    );
  });

  it("is none when nothing of the action's service is denied", () => expect(nearest("kms:CreateKey")).toBeUndefined());

  it("is the one with a condition of the key, where that tells it", () => {
    expect(nearest("ec2:CopyImage", "aws:RequestedRegion")).toBe(REGION);
    expect(nearest("ec2:CopyImage", "aws:SourceIp")).toBeUndefined();
  });

  it("is no policy that allows", () => {
    const allowing = policy({ Action: "ec2:CopyImage" }, "Allow");
    expect(nearestPolicy([allowing], "ec2:CopyImage", ["ec2:CopyImage"])).toBeUndefined();
  });
});
