import { parsePolicy } from "../../../policies/access/document";
import { denialsOf, statementsAbout } from "../../../policies/access/statements-about";
import { hole } from "../../../policies/model/symbolic";

const document = parsePolicy({
  Statement: [
    { Sid: "Named", Action: ["EC2:CopyImage", "rds:CopyDBSnapshot"] },
    { Sid: "Other", Action: "kms:ReplicateKey" },
    { Sid: "AllBut", NotAction: "kms:*" },
    { Sid: "Everything", Action: "*" },
    { Sid: "Pattern", Action: "e?2:*Image" },
    { Sid: "Unknown", Action: hole("var.action") },
    { Sid: "AllButUnknown", NotAction: hole("var.action") },
    { Sid: "Allowed", Action: "ec2:Copy*", Effect: "Allow" },
  ].map((statement) => ({ Effect: "Deny", Resource: "*", ...statement })),
});
const sids = (of: typeof document) => of.statements.map(({ sid }) => sid);
const kept = (...actions: readonly string[]) => sids(statementsAbout(document, actions));

describe("statementsAbout", () => {
  it("keeps every statement that can be about an action, in any case of its letters", () => {
    const always = ["Everything", "Unknown", "AllButUnknown"];
    expect(kept("ec2:CopyImage").sort()).toEqual(["Named", "AllBut", "Pattern", "Allowed", ...always].sort());
    expect(kept("ec2:CopySnapshot").sort()).toEqual(["AllBut", "Allowed", ...always].sort());
    expect(kept("kms:ReplicateKey").sort()).toEqual(["Other", ...always].sort());
  });

  it("keeps what is about any of several actions", () => {
    expect(kept("ec2:CopySnapshot", "KMS:replicatekey")).toEqual(expect.arrayContaining(["Other", "AllBut"]));
  });

  it("keeps, of a pattern, all that is about its service", () => {
    expect(kept("ec2:Describe*")).toEqual(expect.arrayContaining(["Named", "AllBut", "Pattern", "Allowed"]));
    expect(kept("ec2:Describe*")).not.toContain("Other");
    expect(kept("kms:Create*")).not.toContain("AllBut");
  });

  it("keeps them all where the actions are of any service", () => {
    expect(kept("*")).toHaveLength(8);
    expect(kept("ec2:CopyImage", "k*:Create*")).toHaveLength(8);
  });

  it("keeps the problems", () => {
    const broken = parsePolicy({ Statement: [{ Effect: "Deny", Action: "kms:*" }, "?"] });
    expect(statementsAbout(broken, ["ec2:CopyImage"]).problems).toEqual(broken.problems);
  });
});

describe("denialsOf", () => {
  it("keeps what is denied alone", () => {
    expect(sids(denialsOf(document, ["ec2:CopyImage"]))).toEqual(
      kept("ec2:CopyImage").filter((sid) => sid !== "Allowed"),
    );
  });
});
