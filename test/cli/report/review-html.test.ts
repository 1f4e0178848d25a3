import { comparedChannels, looksOf } from "../../../cli/report/review/html/compared-channels";
import { comparedMap } from "../../../cli/report/review/html/compared-map";
import { html } from "../../../cli/report/review/html/html";
import type { ReportedChannel, ReportedPlace } from "../../../policies/report";
import type { Entry } from "../../../review/entry";
import type { Review } from "../../../review/review";

const channel = (differs: Partial<ReportedChannel> = {}): ReportedChannel => ({
  from: "dublin",
  to: "monitor",
  mechanism: "S3 replication",
  verdict: "covered",
  count: 1,
  ...differs,
});
const place = (id: string, status: string): ReportedPlace => ({
  id,
  kind: "site",
  title: id,
  status,
  account: "200000000002",
  region: "eu-west-1",
  country: "IE",
  jurisdiction: "EEA",
  isProtected: true,
});
const ENTRY: Entry = {
  verdict: "weaker",
  about: "setting",
  what: "rule.days is weaker",
  at: [{ stack: "dublin", address: "aws_s3_bucket.data" }],
  path: "rule.days",
  before: "730",
  after: "<b>365",
  details: [],
  policies: ["STO-001"],
  controls: ["D32", "G50"],
  approvers: ["security@example.org"],
};
const REST: Entry = { ...ENTRY, verdict: "other", about: "resource", what: "it is new", approvers: [], controls: [] };

function sample(entries: readonly Entry[], differs: Partial<Review> = {}): Review {
  const side = { estate: "local", digest: "0".repeat(64), stacks: ["dublin"], resources: 9, places: [], channels: [] };
  const counts = { weaker: entries.length, leaves: 0, opens: 0, destroys: 0, stronger: 0, other: 0 };
  return { base: side, head: side, today: "2026-11-24", entries, counts, isGrave: entries.length > 0, ...differs };
}

/** What became of the channels, in words. */
function told(base: readonly ReportedChannel[], head: readonly ReportedChannel[]): readonly string[] {
  return comparedChannels(base, head).map(({ look, count }) => `${look.sign} ${count} ${look.words}`);
}

describe("the channels of a review", () => {
  it("are kept as many as have the same verdict on both sides, and the others are new or gone", () => {
    expect(told([channel({ count: 3 })], [channel({ count: 5 })])).toEqual(["=✓ 3 kept, covered", "+✓ 2 new, covered"]);
    expect(told([channel({ count: 3 })], [channel({ count: 1 })])).toEqual([
      "=✓ 1 kept, covered",
      "−✓ 2 gone, covered",
    ]);
  });

  it("change their verdict rather than be gone and new, the gravest to the gravest", () => {
    const before = [channel({ count: 3 })];
    const after = [channel({ verdict: "leaves" }), channel({ verdict: "undeclared", count: 3 })];
    expect(told(before, after)).toEqual([
      "≠✕ 1 changed from covered to leaves",
      "≠! 2 changed from covered to undeclared",
      "+! 1 new, undeclared",
    ]);
  });

  it("are other ones when they carry another class of data or go by another mechanism", () => {
    expect(told([channel({ dataClass: "audit" })], [channel({ dataClass: "restricted" })])).toEqual([
      "+✓ 1 new, covered",
      "−✓ 1 gone, covered",
    ]);
  });

  it("tell first what became of them, then how grave it is", () => {
    const before = [channel(), channel({ mechanism: "RAM share" })];
    const after = [channel(), channel({ mechanism: "VPC peering", verdict: "leaves" }), channel({ to: "norway" })];
    expect(looksOf(comparedChannels(before, after)).map(({ words }) => words)).toEqual([
      "new, leaves",
      "new, covered",
      "gone, covered",
      "kept, covered",
    ]);
  });
});

describe("the places of a review", () => {
  const side = { estate: "local", digest: "0".repeat(64), stacks: ["dublin"], resources: 9, channels: [] };
  const base = { ...side, places: [place("dublin", "planned"), place("norway", "active")] };
  const within = channel({ to: "dublin" });
  const head = { ...side, places: [place("dublin", "active"), place("cork", "active")], channels: [within] };

  it("say what they were, that they are new, that they are gone, and what opens within", () => {
    const { places, remarks } = comparedMap(sample([ENTRY], { base, head }));
    expect(places.map(({ id }) => [id, remarks!.get(id)])).toEqual([
      ["dublin", ["≠ was eu-west-1 · IE · planned", "+✓ 1 within: new, covered"]],
      ["cork", ["+ new"]],
      ["norway", ["− gone"]],
    ]);
  });

  it("count what changes on their stack, without what weakens and strengthens nothing", () => {
    expect(comparedMap(sample([ENTRY, REST], { base, head })).counts.get("dublin")).toBe(1);
  });
});

describe("the page of a review", () => {
  it("says of an entry what was and what is, who approves, and what the filters ask for", () => {
    const page = html(sample([ENTRY]));
    expect(page).toContain(
      '<li id="change-dublin-aws_s3_bucket-data-rule-days" class="finding" data-change="weaker" data-stack="dublin" data-area="D G">',
    );
    expect(page).toContain("<dt>Before</dt><dd><code>730</code></dd>");
    expect(page).toContain("<dt>After</dt><dd><code>&#60;b&#62;365</code></dd>");
    expect(page).toContain("To be approved by security@example.org (1)");
  });

  it("has every entry once, what nothing objects to last, each with an id of its own", () => {
    const page = html(sample([REST, ENTRY, { ...ENTRY }]));
    const ids = [...page.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    expect(page.indexOf("Changes that nothing objects to: 1 moved")).toBeGreaterThan(page.indexOf("What gets weaker"));
  });

  it("says that nothing differs, and draws no map of nothing", () => {
    const page = html(sample([]));
    expect(page).toContain("<h1>Estate local: nothing differs</h1>");
    expect(page).toContain("<p>Nothing differs.</p>");
    expect(page).not.toContain('<section id="map"');
  });
});
