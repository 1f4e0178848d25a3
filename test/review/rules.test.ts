import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
type Added = readonly [type: string, name: string, block: Readonly<Record<string, unknown>>];

function told(before: readonly Added[], after: readonly Added[]) {
  const having = (added: readonly Added[]) => (output: Output) => {
    for (const [type, name, block] of [NETWORK, ...added]) output.add("dublin", type, name, { ...block });
  };
  const { entries } = review(bareSideOf(estate, having(before)), bareSideOf(estate, having(after)), TODAY);
  return entries.filter(({ verdict }) => verdict !== "other").map(({ verdict, what }) => `${verdict} ${what}`);
}

const { cidr } = estate.sites.find(({ id }) => id === "dublin")!;
const half = cidr.replace(/\d+$/, (bits) => String(Number(bits) + 1));
const NETWORK: Added = ["aws_vpc", "own", { cidr_block: cidr }];
const group = (more: object = {}): Added => [
  "aws_security_group",
  "own",
  { name: "own", vpc_id: "${aws_vpc.own.id}", ...more },
];
const security_group_id = "${aws_security_group.own.id}";
const apart = (cidr_ipv4: string, more: object = {}): Added => [
  "aws_vpc_security_group_ingress_rule",
  "own",
  { security_group_id, ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4, ...more },
];
const block = { protocol: "6", from_port: "443", to_port: "443", cidr_blocks: [half] };
const FORMS: readonly (readonly Added[])[] = [
  [group({ ingress: [block] })],
  [group(), apart(half)],
  [group(), ["aws_security_group_rule", "own", { type: "ingress", security_group_id, ...block }]],
];

describe("a rule of a security group", () => {
  it.each([0, 1, 2])("says the same in every form: %#", (index) => {
    expect(FORMS.flatMap((form) => told(FORMS[index]!, form))).toEqual([]);
  });

  it.each<[string, Added, string]>([
    ["another network", apart(cidr), `opens a security group lets in tcp 443 from ${cidr}`],
    ["more ports", apart(half, { from_port: 1 }), `opens a security group lets in tcp 1–443 from ${half}`],
    ["every protocol", apart(half, { ip_protocol: "-1" }), `opens a security group lets in everything from ${half}`],
  ])("is told where it lets in %s", (_title, rule, expected) => {
    for (const form of FORMS) expect(told(form, [group(), rule])).toContain(expected);
  });

  it("is not told where it lets in less, nor of a group that is new", () => {
    const quarter = half.replace(/\d+$/, (bits) => String(Number(bits) + 1));
    expect(told(FORMS[1]!, [group(), apart(quarter)])).toEqual([]);
    expect(told([], FORMS[1]!)).toEqual([]);
  });
});
