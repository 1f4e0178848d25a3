import { resolveTemplate, type Scope } from "../../../policies/model/expression";
import { hasHole, hole, legible } from "../../../policies/model/symbolic";
import type { Data } from "../../../policies/model/data";

const LOCALS: Readonly<Record<string, Data>> = { region: "eu-west-1", ports: [443, 8443], nothing: null };
const scope: Scope = {
  attribute: (type, name, path) =>
    type === "aws_kms_key" && name === "own" && path.length > 0 ? `<${path.join(".")}>` : undefined,
  data: (type, name, path) => (type === "aws_iam_policy_document" ? `<${name}.${path.join(".")}>` : undefined),
  local: (name, path) => (path.length === 0 ? LOCALS[name] : (LOCALS[name] as Record<string, Data>)[path[0]!]),
};
const resolve = (text: string) => resolveTemplate(text, scope);

describe("what Terraform's templates mean", () => {
  it.each<[string, Data]>([
    ["plain", "plain"],
    ["", ""],
    ["cost: 5$ and 5%", "cost: 5$ and 5%"],
    ["$${aws:username}", "${aws:username}"],
    ["%%{if}", "%{if}"],
    ["${aws_kms_key.own.arn}", "<arn>"],
    ["${ aws_kms_key.own.arn }", "<arn>"],
    ["${aws_kms_key.own.arn}/*", "<arn>/*"],
    ["a ${aws_kms_key.own.arn} b $${c} ${local.region}", "a <arn> b ${c} eu-west-1"],
    ['${aws_kms_key.own.tags["data-class"]}', "<tags.data-class>"],
    ["${aws_kms_key.own.policy[0].id}", "<policy.0.id>"],
    ["${data.aws_iam_policy_document.own.json}", "<own.json>"],
    ["${local.ports}", [443, 8443]],
    ["${local.ports[1]}", 8443],
    ["port ${local.ports[1]}", "port 8443"],
    ["${true}", true],
    ["${null}", null],
    ["${-1.5e3}", -1500],
    ['${"a ${"b ${local.region}"} c"}', "a b eu-west-1 c"],
    ['${"quote \\" tab \\t \\u00e9 \\U0001F511 $${x}"}', 'quote " tab \t é 🔑 ${x}'],
    ['${"a } b"}', "a } b"],
    ['${["a", local.region,]}', ["a", "eu-west-1"]],
    ['${{ a = 1, "b" = local.region }}', { a: 1, b: "eu-west-1" }],
    ["${{\n  a : 1\n  b : 2\n}}", { a: 1, b: 2 }],
    [
      '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny" }] })}',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny"}]}',
    ],
  ])("%j is %j", (text, meaning) => {
    expect(resolve(text)).toEqual(meaning);
  });

  it.each([
    "${var.region}",
    "${data.aws_region.here.name}",
    "${module.other.arn}",
    "${each.value}",
    "${count.index}",
    "${path.module}",
    '${replace(aws_kms_key.own.arn, "a", "b")}',
    '${try(aws_kms_key.own.arn, "}")}',
    '${local.region == "eu-west-1" ? "a" : "b"}',
    "${1 + 1}",
    "${[1 -1]}",
    "${[[1, 2][0]]}",
    "${[for x in local.ports : x]}",
    "${{for k, v in local.tags : k => v}}",
    "${{ (local.region) = 1 }}",
    "${aws_kms_key.own[*].arn}",
    "${aws_kms_key.own.*.arn}",
    "${aws_kms_key.own[local.region].arn}",
    "${aws_kms_key.own}",
    "${aws_kms_key.other.arn}",
    "${local.missing}",
    "${jsonencode(var.document)}",
    '${"\\d"}',
    "${~ local.region ~}",
    '%{if local.region == "x"}a%{endif}',
    "${<<EOT\nx\nEOT\n}",
    "${",
    "${}",
  ])("%j cannot be known", (text) => {
    expect(hasHole(String(resolve(text)))).toBe(true);
  });

  it.each(["222222222222   ${~ local.empty}", "${local.empty ~}   x", 'a ${~ lower("A")}', '${lower("}") ~} b'])(
    "takes nothing of %j for written, where the text beside an expression is trimmed",
    (text) => {
      expect(resolve(text)).toBe(hole(text));
    },
  );

  it("keeps the text around a hole, which names the expression", () => {
    expect(resolve('arn:aws:s3:::${lower("A}")}/*')).toBe(`arn:aws:s3:::${hole('lower("A}")')}/*`);
    expect(legible(resolve("${var.a}-${local.region}") as string)).toBe("${var.a}-eu-west-1");
  });

  it("holds null and structures for unknown inside a text", () => {
    expect(hasHole(resolve("a ${local.nothing}") as string)).toBe(true);
    expect(hasHole(resolve("a ${local.ports}") as string)).toBe(true);
  });

  it("survives whatever is nested too deep", () => {
    expect(hasHole(String(resolve(`\${${"[".repeat(50_000)}`)))).toBe(true);
    expect(hasHole(String(resolve('${"'.repeat(50_000))))).toBe(true);
  });
});
