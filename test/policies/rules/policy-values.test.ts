import { loadEstate } from "../../../config/load";
import { policiesOf, typesWithPolicies } from "../../../policies/rules/policy-values";
import { sampleContext } from "../../support/sample-context";
import type { PolicyKind } from "../../../policies/catalogue/resource-type";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });
const DOCUMENT = JSON.stringify({ Version: "2012-10-17", Statement: [] });

function found(block: Readonly<Record<string, unknown>>, kind: PolicyKind) {
  const { model } = sampleContext({ aws_iam_role: { one: block } }, estate, TODAY);
  const policies = policiesOf(model.resource("dublin", "aws_iam_role.one")!, kind);
  return policies.map(({ value, document }) => [value.jsonPath, document.problems]);
}

describe("policiesOf", () => {
  it("finds the documents of the kind that is asked for", () => {
    const block = { assume_role_policy: DOCUMENT, inline_policy: [{ policy: DOCUMENT }, { policy: DOCUMENT }] };
    expect(found(block, "trust")).toEqual([["assume_role_policy", []]]);
    expect(found(block, "identity")).toEqual([
      ["inline_policy[0].policy", []],
      ["inline_policy[1].policy", []],
    ]);
  });

  it("finds none where there is none, or an empty one", () => {
    expect(found({}, "trust")).toEqual([]);
    expect(found({ assume_role_policy: "" }, "trust")).toEqual([]);
  });

  it("has a problem with what is not known before deployment", () => {
    expect(found({ assume_role_policy: "${var.trust}" }, "trust")).toEqual([
      ["assume_role_policy", ["cannot be known before deployment: ${var.trust}"]],
    ]);
  });

  it("passes over no block that an expression makes", () => {
    const [[path, problems] = []] = found({ dynamic: { inline_policy: { for_each: "${var.all}" } } }, "identity");
    expect([path, problems]).toEqual([expect.stringContaining("inline_policy"), [expect.stringContaining("dynamic")]]);
  });
});

describe("typesWithPolicies", () => {
  it("knows documents on resources themselves and on companions", () => {
    expect(typesWithPolicies("resource")).toEqual(
      expect.arrayContaining([
        "aws_kms_key",
        "aws_s3_bucket_policy",
        "aws_sns_topic",
        "aws_secretsmanager_secret_policy",
      ]),
    );
    expect(typesWithPolicies("trust")).toEqual(["aws_iam_role"]);
  });
});
