import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { COPIES, MUST_SAY, PLACED_EVERYWHERE, STAYS } from "./placed-everywhere";

const EXPECTED = "a service of one region";
const ZONE = "aws_route53_zone";

export const nothingEverywhere: WholeEstate = {
  kind: "whole",
  id: "REG-003",
  title: "Nothing is of a service that keeps or serves data in many regions",
  severity: "critical",
  controls: ["A4", "A5"],
  rationale:
    "An edge, a global table or a multi-region key puts users' data into buildings of countries that nobody chose, while the provider still says Ireland.",
  remediation: "Use the service's regional form, or replicate by a declared flow.",
  sources: ["https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html"],
  construct: "encryption/data-key",

  check(context) {
    const verdicts = context.model.resources().flatMap(judged);
    return [...context.model.stacks.map((stack) => pass(stackAt(stack))), ...verdicts];
  },
};

function judged(resource: Resource): readonly Verdict[] {
  const { type } = resource;
  if (PLACED_EVERYWHERE.some((pattern) => pattern.test(type))) return [mustNotBeThere(resource)];
  if (type === ZONE) return [resource.value("vpc").mustSatisfy("a private zone", () => true)];
  const said = Object.hasOwn(MUST_SAY, type) ? MUST_SAY[type]! : undefined;
  if (said) return [resource.value(said[0]).mustBe(...said.slice(1))];
  const switches = Object.entries(Object.hasOwn(STAYS, type) ? STAYS[type]! : {});
  const copies = Object.hasOwn(COPIES, type) ? COPIES[type]! : [];
  const asked = [
    ...switches.map(([path, values]) => {
      const value = resource.value(path);
      return value.isAbsent ? pass(value.at) : value.mustBe(...values);
    }),
    ...copies.map((path) => resource.value(path).mustBeAbsent(EXPECTED)),
  ];
  return asked.length === 0 ? [] : [all(pass(resource.root.at), ...asked)];
}

function mustNotBeThere({ root, exists, type }: Resource): Verdict {
  const say = exists === "yes" ? fail : undecided;
  return say(root.at, `a resource of type ${type}`, EXPECTED);
}
