import { parsePolicy } from "../../../../policies/access/document";
import { hole } from "../../../../policies/model/symbolic";
import { statementsAbout } from "../../../../policies/rules/organization/statements-about";

const document = parsePolicy({
  Statement: [
    { Sid: "Named", Action: ["EC2:CopyImage", "rds:CopyDBSnapshot"] },
    { Sid: "Other", Action: "kms:ReplicateKey" },
    { Sid: "AllBut", NotAction: "kms:*" },
    { Sid: "Everything", Action: "*" },
    { Sid: "Pattern", Action: "e?2:*" },
    { Sid: "Unknown", Action: hole("var.action") },
  ].map((statement) => ({ Effect: "Deny", Resource: "*", ...statement })),
});
const kept = (...actions: readonly string[]) => statementsAbout(document, actions).statements.map(({ sid }) => sid);

describe("statementsAbout", () => {
  it("keeps every statement that can be about an action", () => {
    expect(kept("ec2:CopySnapshot")).toEqual(["Named", "AllBut", "Everything", "Pattern", "Unknown"]);
  });

  it("keeps them all where the actions are of any service", () => {
    expect(kept("*")).toHaveLength(6);
    expect(kept("ec2:CopyImage", "k*:Create*")).toHaveLength(6);
  });

  it("keeps the problems", () => {
    const broken = parsePolicy({ Statement: [{ Effect: "Deny", Action: "kms:*" }, "?"] });
    expect(statementsAbout(broken, ["ec2:CopyImage"]).problems).toEqual(broken.problems);
  });
});
