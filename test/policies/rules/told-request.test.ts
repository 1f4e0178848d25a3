import { toldRequest } from "../../../policies/rules/told-request";
import { hole } from "../../../policies/model/symbolic";

const request = { action: "s3:GetObject", resource: "arn:aws:s3:::data/one", context: {} };

describe("toldRequest", () => {
  it("says who may do what to what", () => {
    const principal = { kind: "role", arn: "arn:aws:iam::111111111111:role/one" } as const;
    expect(toldRequest({ ...request, principal })).toBe(
      "arn:aws:iam::111111111111:role/one may s3:GetObject on arn:aws:s3:::data/one",
    );
  });

  it("says under which circumstances, and what is not known as it is written", () => {
    const context = { "aws:SourceVpce": [hole("var.endpoint"), "vpce-0a"] };
    expect(toldRequest({ ...request, principal: { kind: "anonymous" }, context }, "is not denied")).toBe(
      "anybody without a signature is not denied s3:GetObject on arn:aws:s3:::data/one with aws:SourceVpce ${var.endpoint}, vpce-0a",
    );
  });

  it("names services and identity providers", () => {
    const told = (principal: Parameters<typeof toldRequest>[0]["principal"]) => toldRequest({ ...request, principal });
    expect(told({ kind: "service", service: "events.amazonaws.com" })).toMatch(/^events\.amazonaws\.com may/);
    expect(told({ kind: "federated", provider: "arn:aws:iam::1:saml-provider/x" })).toMatch(
      /^whoever signs in with arn:/,
    );
  });
});
