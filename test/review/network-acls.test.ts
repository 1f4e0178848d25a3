import { review } from "../../review/review";
import type { Output } from "../policies/mutations/mutation";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
type Block = Readonly<Record<string, unknown>>;
type Added = readonly [type: string, name: string, block: Block];

function entriesOf(before: readonly Added[], after: readonly Added[]) {
  const having = (added: readonly Added[]) => (output: Output) => {
    for (const [type, name, block] of [NETWORK, ...added]) output.add("dublin", type, name, { ...block });
  };
  const { entries } = review(bareSideOf(estate, having(before)), bareSideOf(estate, having(after)), TODAY);
  return entries.filter(({ verdict }) => verdict !== "other");
}

const told = (before: readonly Added[], after: readonly Added[]) =>
  entriesOf(before, after).map(({ verdict, what }) => `${verdict} ${what}`);

const { cidr } = estate.sites.find(({ id }) => id === "dublin")!;
const half = cidr.replace(/\d+$/, (bits) => String(Number(bits) + 1));
const NETWORK: Added = ["aws_vpc", "own", { cidr_block: cidr }];

const rule = (rule_no: number, different: Block = {}): Block => ({
  rule_no,
  action: "allow",
  protocol: "tcp",
  from_port: 443,
  to_port: 443,
  cidr_block: half,
  ...different,
});
const denial = (rule_no: number, different: Block = {}) => rule(rule_no, { action: "deny", ...different });

type Form = (...rules: readonly Block[]) => readonly Added[];
const inline: Form = (...ingress) => [["aws_network_acl", "own", { vpc_id: "${aws_vpc.own.id}", ingress }]];
const byDefault: Form = (...ingress) => [
  ["aws_default_network_acl", "own", { default_network_acl_id: "${aws_vpc.own.default_network_acl_id}", ingress }],
];
const apartOf =
  (acl: readonly Added[], network_acl_id: string): Form =>
  (...rules) => [
    ...acl,
    ...rules.map(({ rule_no, action, ...rest }): Added => {
      const own = { network_acl_id, egress: false, rule_number: rule_no, rule_action: action, ...rest };
      return ["aws_network_acl_rule", `own-${String(rule_no)}`, own];
    }),
  ];
const apart = apartOf(inline(), "${aws_network_acl.own.id}");
const FORMS: readonly (readonly [string, Form])[] = [
  ["in the ACL itself", inline],
  ["in resources of their own", apart],
  ["in the network's default ACL", byDefault],
  ["beside the network's default ACL", apartOf(byDefault(), "${aws_vpc.own.default_network_acl_id}")],
  ["of an ACL that is not in the output", apartOf([], "acl-0123456789abcdef0")],
];

const OPEN = `opens a network ACL lets in tcp 443 from ${cidr}`;

describe.each(FORMS)("rules of a network ACL, %s,", (_title, form) => {
  it("say the same in another order, number and spelling", () => {
    const [one, other] = [rule(100), rule(200, { protocol: "udp" })];
    const spelled = [rule(20, { protocol: 17 }), rule(10, { protocol: "6", from_port: "443" })];
    expect(told(form(one, other), form(other, one))).toEqual([]);
    expect(told(form(one, other), form(...spelled))).toEqual([]);
  });

  it("open what they let through and did not", () => {
    expect(told(form(rule(100)), form(rule(100, { cidr_block: cidr })))).toContain(OPEN);
    expect(told(form(rule(100)), form(rule(100), rule(200, { cidr_block: cidr })))).toContain(OPEN);
  });

  it("close what they let through no longer", () => {
    const closed = `stronger a network ACL no longer lets in tcp 443 from ${half}`;
    expect(told(form(rule(100)), form())).toContain(closed);
    expect(told(form(rule(100)), form(denial(50), rule(100)))).toContain(closed);
  });

  it("open where a denial goes, or comes later than what it denied", () => {
    const all = rule(100, { cidr_block: cidr });
    for (const after of [form(all), form(all, denial(200))]) {
      const [found, ...others] = entriesOf(form(denial(50), all), after).filter(({ verdict }) => verdict === "opens");
      expect(others).toEqual([]);
      expect(found).toMatchObject({ what: `a network ACL lets in tcp 443 from ${cidr}`, controls: ["C20", "C21"] });
      expect(found!.details[0]).toBe(`e.g. in tcp 443 from ${half.split("/")[0]}`);
    }
  });
});

describe("a network ACL", () => {
  it("says the same in every form", () => {
    for (const one of [inline, apart]) {
      for (const other of [inline, apart]) expect(told(one(rule(100)), other(rule(100)))).toEqual([]);
    }
  });

  it("looks at no ports of other protocols, and at the types of ICMP", () => {
    const esp = rule(100, { protocol: "50" });
    const icmp = (icmp_type: number, icmp_code = -1) => rule(100, { protocol: "icmp", icmp_type, icmp_code });
    expect(told(inline(esp), inline({ ...esp, from_port: 0, to_port: 0 }))).toEqual([]);
    expect(told(inline(icmp(-1)), inline(icmp(8)))).toEqual([
      `stronger a network ACL no longer lets in icmp from ${half}`,
    ]);
    expect(told(inline(icmp(3, 4)), inline(icmp(3)))).toContain(`opens a network ACL lets in icmp from ${half}`);
  });

  it("tells IPv6 and egress apart", () => {
    const everyone = rule(100, { cidr_block: undefined, ipv6_cidr_block: "::/0" });
    expect(told(inline(), inline(everyone))).toContain("opens a network ACL lets in tcp 443 from ::/0");
    const out: Added = ["aws_network_acl", "own", { vpc_id: "${aws_vpc.own.id}", ingress: [], egress: [rule(100)] }];
    expect(told(inline(rule(100)), [out])).toEqual([
      `opens a network ACL lets out tcp 443 to ${half}`,
      `stronger a network ACL no longer lets in tcp 443 from ${half}`,
    ]);
  });

  it("is told where it cannot be known what it lets through", () => {
    const unknown = "what a network ACL lets through cannot be known before deployment";
    const dynamic: Added = ["aws_network_acl", "own", { dynamic: { ingress: { for_each: "${var.rules}" } } }];
    expect(told(inline(rule(100)), [dynamic]).join()).toContain(`weaker ${unknown}: \${dynamic ingress}`);
    expect(told(inline(rule(100)), inline(rule(100, { rule_no: "${var.number}" }))).join()).toContain(unknown);
  });

  it("is told by what is known, wherever a part of a rule is not", () => {
    const somewhere = (number: number) => denial(number, { cidr_block: "${var.network}" });
    const all = rule(100, { cidr_block: cidr });
    expect(told(inline(somewhere(50), rule(100)), inline(somewhere(50), rule(200)))).toEqual([]);
    expect(told(inline(somewhere(50), all), inline(all, somewhere(200)))).toContain(OPEN);
    const [one, other] = ["${var.action}", "allow"].map((action) => rule(100, { action }));
    expect(told(inline(one!), inline(other!)).join()).toContain("opens a network ACL lets in tcp 443");
  });
});

describe("a subnet", () => {
  const subnet: Added = ["aws_subnet", "own", { vpc_id: "${aws_vpc.own.id}", cidr_block: half }];
  const acl = (name: string, more: Block): Added => ["aws_network_acl", name, { vpc_id: "${aws_vpc.own.id}", ...more }];
  const listing = (name: string, ...ingress: readonly Block[]) =>
    acl(name, { subnet_ids: ["${aws_subnet.own.id}"], ingress });
  const associated = (network_acl_id: string): Added => [
    "aws_network_acl_association",
    "own",
    { subnet_id: "${aws_subnet.own.id}", network_acl_id },
  ];
  const [strict, wide] = [[rule(100)], [rule(100, { cidr_block: cidr })]];
  const opened = `opens another network ACL of a subnet lets in tcp 443 from ${cidr}`;
  const everything = (lets: string) =>
    [
      "in everything from 0.0.0.0/0",
      "in everything from ::/0",
      "out everything to 0.0.0.0/0",
      "out everything to ::/0",
    ].map((way) => `${lets} ${way}`);

  it("is told where another ACL of it lets more through", () => {
    const acls = (...subnets: readonly (readonly string[])[]) =>
      [strict, wide].map((ingress, index) => acl(`acl-${index}`, { ingress, subnet_ids: subnets[index] }));
    const own = ["${aws_subnet.own.id}"];
    expect(told([subnet, ...acls(own, [])], [subnet, ...acls([], own)])).toContain(opened);
    const [one, other] = [0, 1].map((index) => associated(`\${aws_network_acl.acl-${index}.id}`));
    expect(told([subnet, ...acls(), one!], [subnet, ...acls(), other!])).toContain(opened);
    expect(told([subnet, ...acls(own, [])], [subnet, ...acls(), one!])).not.toContain(opened);
  });

  it("is told where it has none of its own any more, or one again", () => {
    const lets = "another network ACL of a subnet";
    const without = told([subnet, listing("acl", ...strict)], [subnet]);
    expect(without).toEqual(expect.arrayContaining(everything(`opens ${lets} lets`)));
    const again = told([subnet], [subnet, listing("acl", ...strict)]);
    expect(again).toEqual(expect.arrayContaining(everything(`stronger ${lets} no longer lets`)));
    const closed: Added = [
      "aws_default_network_acl",
      "own",
      { default_network_acl_id: "${aws_vpc.own.default_network_acl_id}" },
    ];
    expect(told([subnet, listing("acl", ...strict), closed], [subnet, closed]).join()).not.toContain("opens");
  });

  it("is told where nobody knows what its ACL lets through", () => {
    const elsewhere = associated("acl-0123456789abcdef0");
    const found = told([subnet, listing("acl", ...strict)], [subnet, elsewhere]).join();
    expect(found).toContain("weaker what another network ACL of a subnet lets through cannot be known");
    expect(told([subnet, elsewhere], [subnet, elsewhere, listing("acl")]).join()).not.toContain("cannot be known");
  });

  it("is not told where its ACL only has another name", () => {
    expect(told([subnet, listing("one", ...strict)], [subnet, listing("other", ...strict)])).toEqual([]);
  });
});
