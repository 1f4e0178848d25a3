import type { Context } from "../../policies/context";
import type { Data } from "../../policies/model/data";
import type { Resource } from "../../policies/model/resource";
import { Value } from "../../policies/model/value";
import { attachedTo } from "../../policies/rules/isolation/attached";
import type { Change } from "../entry";
import { ACLS, comparedRules, writtenRules } from "./acl-changes";
import { aclRules, type AclRules } from "./acl-rules";
import type { Pairing } from "./pairing";
import { Renamed } from "./renamed";
import { DIRECTIONS } from "./ways";

const [ACL, DEFAULT] = ACLS as [string, string];
/** Of AWS's own, where nobody changed it. @see https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
const OPEN = ["0.0.0.0/0", "::/0"].map((network): Data => {
  const by = network.includes(":") ? "ipv6_cidr_block" : "cidr_block";
  return { rule_no: 100, action: "allow", protocol: "-1", [by]: network };
});

/** What decides of a subnet's traffic: an ACL of the output, one that is only named, or its network's own. */
type Guard = Resource | string | undefined;

/** What the network ACL of a subnet lets through, and lets through no longer, where it is another one than it was. */
export function subnetChanges({ pairs, renames }: Pairing, base: Context, head: Context): readonly Change[] {
  const now = new Map<Guard, Guard>(pairs.map((pair) => [pair.base, pair.head]));
  return pairs
    .filter((pair) => pair.head.type === "aws_subnet")
    .flatMap((pair) => {
      const renamed = renames.of(pair.head.stack);
      const [was, is] = [guardOf(pair.base, base), guardOf(pair.head, head)];
      const same = typeof was === "string" ? renamed.text(was) : (now.get(was) ?? was);
      if (same === is) return [];
      const before = rulesOf(was, pair.base, base, renamed);
      const after = rulesOf(is, pair.head, head, Renamed.nothing);
      return comparedRules("another network ACL of a subnet", before, after, () => pair.head, pair.head);
    });
}

function guardOf(subnet: Resource, context: Context): Guard {
  const listed = attachedTo(subnet, context, ACL, "subnet_ids");
  const associated = attachedTo(subnet, context, "aws_network_acl_association", "subnet_id");
  const [association, perhaps] = [associated.named[0], [...listed.perhaps, ...associated.perhaps][0]];
  if (association) return namedBy(association.value("network_acl_id"));
  return listed.named[0] ?? (perhaps ? `perhaps ${perhaps.address}` : defaultOf(subnet, context));
}

function namedBy(value: Value): Guard {
  const target = value.target(...ACLS);
  return target.kind === "resource" ? target.resource : value.legible;
}

function defaultOf(subnet: Resource, context: Context): Resource | undefined {
  const network = subnet.value("vpc_id").target("aws_vpc");
  if (network.kind !== "resource") return undefined;
  return attachedTo(network.resource, context, DEFAULT, "default_network_acl_id").named[0];
}

function rulesOf(guard: Guard, subnet: Resource, context: Context, renamed: Renamed): AclRules {
  if (typeof guard === "string") return { rules: [], unordered: [guard] };
  const written = guard
    ? writtenRules({ type: guard.type, stack: guard.stack, text: guard.address, is: guard }, "is", context)
    : DIRECTIONS.flatMap((direction) => OPEN.map((rule) => [new Value(subnet, "", rule), direction] as const));
  return aclRules(written, (text) => renamed.text(text));
}
