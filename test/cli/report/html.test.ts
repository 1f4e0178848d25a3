import { createHash } from "node:crypto";
import { found } from "../../../cli/report/html/found";
import { html } from "../../../cli/report/html/html";
import { judgedMap } from "../../../cli/report/html/judged-map";
import { bundles } from "../../../cli/report/html/map/bundle";
import { narrowLayout, wideLayout, type Layout } from "../../../cli/report/html/map/layout";
import { parties } from "../../../cli/report/html/map/party";
import { VERDICTS } from "../../../cli/report/html/map/verdicts";
import { routes } from "../../../cli/report/html/map/route";
import { counted, markup, Markup, scriptJson } from "../../../cli/report/html/markup";
import type { ReportedChannel, ReportedPlace } from "../../../policies/report";
import { FAILED, LEAK, sampleReport, WAIVED } from "../../support/report";

const place = (id: string, differs: Partial<ReportedPlace> = {}): ReportedPlace => ({
  id,
  kind: "site",
  title: id,
  account: "200000000002",
  region: "eu-west-1",
  country: "IE",
  jurisdiction: "EEA",
  isProtected: true,
  ...differs,
});
const US = { country: "US", jurisdiction: "US", isProtected: false } as const;
const channel = (from: string, to: string, differs: Partial<ReportedChannel> = {}): ReportedChannel => ({
  from,
  to,
  mechanism: "S3 replication",
  verdict: "covered",
  count: 1,
  ...differs,
});

describe("markup", () => {
  it("escapes every text, and no markup", () => {
    const text = `<b a="1" b='2'>&`;
    expect(markup`<p>${text}${new Markup("<i>")}${["<", 1]}${undefined}</p>`.text).toBe(
      "<p>&#60;b a=&#34;1&#34; b=&#39;2&#39;&#62;&#38;<i>&#60;1</p>",
    );
  });

  it("lets JSON end neither its script element nor a line", () => {
    const value = { text: "</script><!-- \u2028\u2029" };
    const { text } = scriptJson(JSON.stringify(value));
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(value);
  });

  it("counts in words", () => {
    expect([counted(1, "finding"), counted(0, "finding")]).toEqual(["1 finding", "0 findings"]);
  });
});

describe("the HTML report", () => {
  const page = html(sampleReport({ waived: [WAIVED] }));

  it("is the same for the same report", () => {
    expect(html(sampleReport({ waived: [WAIVED] }))).toBe(page);
  });

  it("lets the browser run and load nothing but what is in it", () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)!;
    const [, style] = /<style>([^]*?)<\/style>/.exec(page)!;
    const [, script] = /<script type="module">([^]*?)<\/script>/.exec(page)!;
    const hashOf = (text: string) => `&#39;sha256-${createHash("sha256").update(text).digest("base64")}&#39;`;
    expect(policy).toContain("default-src &#39;none&#39;");
    expect(policy).toContain(`style-src ${hashOf(style!)};`);
    expect(policy).toContain(`script-src ${hashOf(script!)};`);
    expect(page).not.toMatch(/\s(src|style|onclick)=|@import|url\(["']?http/);
  });

  it("says what is wrong, what was counted, and what was waived", () => {
    expect(page).toContain("<h1>Restricted data can leave: 1 leak among 3 findings</h1>");
    expect(page).toContain("AES256 | &#60;b&#62;");
    expect(page).toContain("Stand-in: norway is in eu-north-1");
    expect(page).toContain("Holds nothing but public pictures");
    expect(page).toContain("cdktf.out/stacks/norway/cdk.tf.json");
  });

  it("claims no more than was judged", () => {
    const nothing = { pass: 0, fail: 0, undecided: 0, notApplicable: 3, waived: 0 };
    const { policies } = sampleReport();
    const idle = html(sampleReport({ findings: [], policies: policies.map((each) => ({ ...each, counts: nothing })) }));
    expect(idle).toContain('id="control-B12" class="control" data-control="B12" data-outcome="none"');
    expect(idle).not.toContain(">holds<");
    const undecided = { ...FAILED, outcome: "undecided" } as const;
    expect(html(sampleReport({ findings: [undecided] }))).toContain("<h1>1 requirement could not be decided</h1>");
    const waived = html(sampleReport({ findings: [], waived: [WAIVED] }));
    expect(waived).toContain("<h1>Everything that was asked holds, 1 by waiver</h1>");
    expect(waived).toContain('id="control-B12" class="control" data-control="B12" data-outcome="waived"');
  });

  it("leads with leaks, and names each finding for links", () => {
    const ids = found([FAILED, { ...FAILED, actual: "nothing" }, LEAK]).map(({ id }) => id);
    expect(ids).toEqual([
      "finding-RES-001-dublin-aws_s3_bucket_policy-data-rule-0",
      "finding-ENC-003-dublin-aws_s3_bucket-data-rule-0",
      "finding-ENC-003-dublin-aws_s3_bucket-data-rule-0-2",
    ]);
  });
});

describe("the map", () => {
  it("bundles the channels between two places by their verdict, the gravest drawn last", () => {
    const { channels, looks } = judgedMap(
      sampleReport({
        channels: [
          channel("a", "b", { verdict: "leaves" }),
          channel("a", "b", { count: 3 }),
          channel("a", "b", { mechanism: "RAM share" }),
          channel("a", "a"),
        ],
      }),
    );
    expect(bundles(channels, looks)).toEqual([
      { from: "a", to: "b", look: VERDICTS.covered, count: 4, mechanisms: ["S3 replication", "RAM share"] },
      { from: "a", to: "b", look: VERDICTS.leaves, count: 1, mechanisms: ["S3 replication"] },
    ]);
  });

  it("has a card for everybody whom a channel names, declared or not, protected jurisdictions first", () => {
    const report = sampleReport({
      places: [place("enclave", { ...US, kind: "enclave" }), place("norway", { standsInFor: "NO", country: "SE" })],
      channels: [channel("norway", "everyone"), channel("norway", "norway", { count: 2 })],
    });
    const everyone = parties(judgedMap(report));
    expect(everyone.map(({ id, area }) => [id, area.title])).toEqual([
      ["norway", "European Economic Area"],
      ["enclave", "United States"],
      ["everyone", "Beyond the estate"],
    ]);
    expect(everyone[0]!.cautions).toEqual(["Stands in for NO:", "its data is in SE"]);
    expect(everyone[0]!.facts).toContain("2 channels within");
    expect(everyone[0]!.count).toBe(1);
  });

  const many = judgedMap(
    sampleReport({
      places: [
        place("organization", { kind: "organization" }),
        ...Array.from({ length: 40 }, (_none, index) => place(`site-${index}`)),
        place("monitor", { kind: "monitor", country: "GB", jurisdiction: "GB", isProtected: false }),
        place("enclave", { ...US, kind: "enclave" }),
      ],
      channels: [
        ...Array.from({ length: 40 }, (_none, index) => channel(`site-${index}`, "monitor")),
        ...Array.from({ length: 40 }, (_none, index) => channel("enclave", `site-${index}`)),
        channel("site-3", "site-30", { verdict: "undeclared" }),
      ],
    }),
  );
  const layouts: readonly (readonly [string, Layout])[] = [
    ["wide", wideLayout(parties(many), bundles(many.channels, many.looks), 1184)],
    ["narrow", narrowLayout(parties(many), bundles(many.channels, many.looks), 358)],
  ];

  it.each(layouts)("of forty sites keeps its cards apart and within a %s page", (_name, { cards, width, height }) => {
    expect(cards).toHaveLength(43);
    for (const [index, one] of cards.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(width);
      expect(one.y + one.height).toBeLessThanOrEqual(height);
      const below = cards.slice(index + 1).filter(({ lane }) => lane === one.lane);
      expect(below.filter(({ y }) => y < one.y + one.height)).toEqual([]);
    }
  });

  it.each(layouts)("draws every line of forty sites on a %s page, no two counts on one spot", (_name, layout) => {
    const drawn = routes(layout);
    expect(drawn).toHaveLength(81);
    expect(new Set(drawn.map(({ badge }) => `${badge.x} ${badge.y}`)).size).toBe(81);
    expect(drawn.filter(({ path }) => /NaN|undefined|Infinity/.test(path))).toEqual([]);
  });

  it("says so when there is no channel in the report", () => {
    const page = html(sampleReport({ places: [place("dublin")] }));
    expect(page).toContain("No channel between places is part of this report.");
  });
});
