import { evaluate } from "../../../../policies/evaluate";
import { Model } from "../../../../policies/model/model";
import { synthSource } from "../../../../policies/model/synth-source";
import { drainGuardrail } from "../../../../policies/rules/organization/drain-guardrail";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../../../support/estates";
import { Output } from "../../mutations/mutation";

const serving = declaredEstate("local");
const estate = { ...serving, enclave: { ...serving.enclave, phase: "draining" as const } };
const texts = readStacks(writeEstate(estate));

function findings(change: (output: Output) => void) {
  const output = Output.of(texts);
  change(output);
  const source = synthSource("organization", "organization/cdk.tf.json", output.stacks["organization"]!, []);
  const context = { model: new Model([source]), estate, today: TODAY, whole: false };
  return evaluate([drainGuardrail], context).flatMap((judged) => judged.findings.map(({ outcome }) => outcome));
}

const statement = (output: Output, change: (statement: Record<string, any>) => void) =>
  output.document(output.resource("organization", "aws_organizations_policy", "drain"), "content", ({ Statement }) =>
    change(Statement[0]!),
  );

describe("an estate whose enclave is draining", () => {
  it("takes nothing new", () => expect(findings(() => undefined)).toEqual([]));

  it.each<readonly [string, (output: Output) => void]>([
    [
      "the guardrail is not attached",
      (output) => output.remove("organization", "aws_organizations_policy_attachment", "drain-on"),
    ],
    [
      "objects may be put",
      (output) => statement(output, (one) => one["Action"].splice(one["Action"].indexOf("s3:PutObject"), 1)),
    ],
    ["the drain cannot write", (output) => statement(output, (one) => delete one["Condition"])],
    [
      "every role of a name's beginning is spared",
      (output) =>
        statement(
          output,
          (one) => (one["Condition"] = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover*" } }),
        ),
    ],
  ])("fails when %s", (_, change) => expect(findings(change)).toContain("fail"));
});
