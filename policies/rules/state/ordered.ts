import { cyclesIn, type Graph } from "../../model/cycles";
import { referencesOf } from "../../model/references";
import type { StackSource } from "../../model/source";
import type { WholeEstate } from "../../policy";
import { fail, pass, undecided, type Location, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";

export const ordered: WholeEstate = {
  kind: "whole",
  id: "STA-003",
  title: "Every reference leads to something in its stack, and none in a circle",
  severity: "high",
  controls: ["G55"],
  rationale:
    "A stack that Terraform cannot order is never deployed as it was judged, and what a reference to nothing means, nobody can say.",
  remediation: "Remove the reference, or what makes it a circle.",
  sources: ["https://developer.hashicorp.com/terraform/internals/graph"],
  construct: "region/locked-stack",

  check({ model }) {
    // Terraform has put what it planned in order.
    return model.sources.flatMap((source) => (source.kind === "plan" ? [pass(stackAt(source.stack))] : judged(source)));
  },
};

function judged(source: StackSource): readonly Verdict[] {
  const nodes = new Map([
    ...source.blocks.map(({ address, body }) => [address, referencesOf(body)] as const),
    ...Object.entries(source.locals).map(([name, value]) => [`local.${name}`, referencesOf(value)] as const),
  ]);
  const found = [...nodes].flatMap(([node, names]) =>
    [...names].filter((name) => !nodes.has(name)).flatMap((name) => missing(source, node, name)),
  );
  // Each of them is where somebody may cut the circle.
  const circles = cyclesIn(among(nodes)).flatMap((circle) => {
    const resources = circle.filter((node) => !isLocal(node));
    const told = `${circle.join(", ")}, which wait${circle.length > 1 ? " for each other" : "s for itself"}`;
    return (resources.length > 0 ? resources : circle).map((node) => fail(at(source, node), told, "no circle"));
  });
  return [...found, ...circles].length > 0 ? [...found, ...circles] : [pass(stackAt(source.stack))];
}

/** What is no resource, local or module is not in the file, and is held for unknown wherever it is used. */
function missing(source: StackSource, node: string, name: string): readonly Verdict[] {
  const expected = "something that is in the stack";
  const actual = `a reference to ${name}`;
  if (name.startsWith("aws_") || isLocal(name)) return [fail(at(source, node), actual, expected)];
  return name.startsWith("module.") ? [undecided(at(source, node), actual, expected)] : [];
}

function at({ stack }: StackSource, node: string): Location {
  return isLocal(node) ? { ...stackAt(stack), jsonPath: node } : { stack, address: node, jsonPath: "" };
}

function isLocal(node: string): boolean {
  return node.startsWith("local.");
}

/** Most wait for nothing, and can be in no circle. */
function among(nodes: ReadonlyMap<string, ReadonlySet<string>>): Graph {
  const waiting = [...nodes].filter(([, names]) => names.size > 0);
  return new Map(waiting.map(([node, names]) => [node, [...names].filter((name) => nodes.has(name))]));
}
