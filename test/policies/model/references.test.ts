import { referencesOf } from "../../../policies/model/references";

describe("the references of a template", () => {
  it.each([
    ["plain aws_kms_key.own.arn", []],
    ["${aws_kms_key.own.arn}", ["aws_kms_key.own"]],
    ["a ${aws_kms_key.own.arn} b ${local.x.y} c", ["aws_kms_key.own", "local.x"]],
    ['${replace(aws_kms_key.own.arn, "aws_sqs_queue.q", local.x)}', ["aws_kms_key.own", "local.x"]],
    ['${"a ${aws_kms_key.own.arn}"}', ["aws_kms_key.own"]],
    ["${aws_kms_key.own[0].arn}", ["aws_kms_key.own"]],
    ['${replace(local.x, "}", local.y)}', ["local.x", "local.y"]],
    ["${{ a = aws_kms_key.own.arn }}", ["aws_kms_key.own"]],
    ["$${aws_kms_key.own.arn}", []],
    ["%{ if aws_kms_key.own.enabled }x%{ endif }", ["aws_kms_key.own"]],
    ["${data.aws_kms_key.own.arn} ${module.one.arn}", ["data.aws_kms_key", "module.one"]],
    ["${unclosed.one", ["unclosed.one"]],
  ])("of %j are %j", (template, references) => {
    expect([...referencesOf(template)]).toEqual(references);
  });

  it("are those of what it waits for, written without a template, and not of its comment", () => {
    const body = {
      "//": "${aws_kms_key.no.arn}",
      depends_on: ["aws_kms_key.own"],
      rule: [{ key: "${aws_kms_key.other.arn}" }],
    };
    expect([...referencesOf(body)]).toEqual(["aws_kms_key.own", "aws_kms_key.other"]);
  });
});
