import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { html } from "../../../cli/report/html/html";
import type { Report } from "../../../policies/report";
import { launchBrowser } from "./browser";
import { graveHindrances } from "./hindrances";
import { DESKTOP, opened, PHONE, probe } from "./opened";
import { breakMuch, localReport } from "./reports";

const clean = localReport();
const broken = localReport(breakMuch);
const hostile: Report = {
  ...broken,
  estate: "</script><script>alert(1)</script>",
  findings: broken.findings.map((finding) => ({
    ...finding,
    actual: `<img src=x onerror=alert(1)> & "quoted"\u2028</script><!--`,
  })),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 30_000);
afterAll(async () => {
  await browser?.close();
});

const open = (report: Report, options: BrowserContextOptions = {}, link = "") =>
  opened(browser, html(report), { viewport: DESKTOP, ...options }, link);

const shownFindings = (page: Page) => page.locator(".finding:visible").count();
const inAll = (page: Page, attribute: string) =>
  page
    .locator(".finding:visible")
    .evaluateAll((items, name) => items.map((item) => item.getAttribute(name)), attribute);

describe("the page", () => {
  it.each([
    ["of an estate in order", clean],
    ["of a broken one", broken],
    ["with texts that would be markup", hostile],
  ])("%s loads from a file: no other request, no message, no error", async (_what, report) => {
    const { page, requests, complaints } = await open(report);
    await page.waitForTimeout(200);
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
    expect(await page.locator("#filters").isVisible()).toBe(true);
    await page.context().close();
  });

  it("keeps what a text says, letter by letter", async () => {
    const { page } = await open(hostile);
    const [first] = hostile.findings;
    const found = await page.locator(".finding dd code").first().textContent();
    expect(found).toBe(first!.actual);
    const embedded = JSON.parse((await page.locator("#report").textContent())!);
    // Each beside the digest that a waiver names it by.
    const told = embedded.findings.map(({ finding: _digest, ...rest }: Record<string, unknown>) => rest);
    expect(told).toEqual(JSON.parse(JSON.stringify(hostile.findings)));
    await page.context().close();
  });

  it.each([
    ["in the light", broken, { colorScheme: "light" }],
    ["in the dark", broken, { colorScheme: "dark" }],
    ["on a phone", clean, { colorScheme: "light", viewport: PHONE }],
  ] as const)(
    "hinders nobody %s: axe finds nothing serious, everything unfolded",
    async (_how, report, options) => {
      const { page } = await open(report, options);
      expect(await graveHindrances(page)).toEqual([]);
      await page.context().close();
    },
    40_000,
  );

  it("is readable without its script", async () => {
    const { page } = await open(broken, { javaScriptEnabled: false });
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await shownFindings(page)).toBeGreaterThan(10);
    const closed = page.locator(".finding", { hasText: "ENC-003" });
    await closed.locator("summary").click();
    expect(await closed.locator("dl").isVisible()).toBe(true);
    await page.context().close();
  });

  it("prints every finding and the map's tables, and nothing to click", async () => {
    const { page } = await open(broken);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#filters").isVisible()).toBe(false);
    const heights = await page.locator(".finding dl").evaluateAll((lists) => lists.map((each) => each.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThan(0);
    expect(await page.locator("svg.wide").isVisible()).toBe(true);
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.context().close();
  });

  it("saves the report as JSON", async () => {
    const { page } = await open(broken);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(saved.findings).toHaveLength(broken.findings.length);
    await page.context().close();
  });
});

describe("the filters", () => {
  it.each([
    ["stack", "norway", "data-stack"],
    ["control", "B11", "data-control"],
    ["severity", "medium", "data-severity"],
    ["outcome", "undecided", "data-outcome"],
  ])("by %s leave those findings alone, and a link leads to the same", async (name, value, attribute) => {
    const { page } = await open(broken);
    const all = await shownFindings(page);
    await page.locator(`#filters [name=${name}]`).selectOption(value);
    const left = await inAll(page, attribute);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all);
    expect(left.filter((each) => !each?.split(" ").includes(value))).toEqual([]);
    expect(await page.locator("#filters output").textContent()).toContain(`${left.length} of ${all} findings`);

    const link = `#?${name}=${value}`;
    expect(page.url()).toContain(link);
    const again = await open(broken, {}, link);
    expect(await shownFindings(again.page)).toBe(left.length);
    await again.page.context().close();

    await page.getByRole("button", { name: "Clear" }).click();
    await expect(
      page
        .locator(".finding:visible")
        .nth(all - 1)
        .isVisible(),
    ).resolves.toBe(true);
    await page.context().close();
  });

  it("search every word of a finding and of a control, whatever their order", async () => {
    const { page } = await open(broken);
    await page.getByRole("searchbox").fill("norway ROTATE");
    expect(await shownFindings(page)).toBe(
      broken.findings.filter(({ policy, stack }) => policy === "ENC-005" && stack === "norway").length,
    );
    await page.getByRole("searchbox").fill("no such words");
    expect(await page.getByText("No finding is of that kind.").isVisible()).toBe(true);
    expect(await page.getByText("No control is of that kind.").isVisible()).toBe(true);
    await page.context().close();
  });

  it("give way to a link to what they hide", async () => {
    const { page } = await open(broken);
    const id = await page.locator(".finding", { hasText: "ENC-003" }).getAttribute("id");
    await page.getByRole("searchbox").fill("norway");
    expect(await page.locator(`#${id}`).isVisible()).toBe(false);
    await page.evaluate(`location.hash = "${id}"`);
    await page.locator(`#${id} dl`).waitFor({ state: "visible" });
    await page.context().close();
  });
});

describe("links", () => {
  it("go from a control to its findings, and from a finding to its controls", async () => {
    const { page } = await open(broken);
    const control = page.locator("#control-B11");
    await control.locator("summary").click();
    await control.locator("a").first().click();
    const finding = page.locator(".finding:target");
    await finding.locator("dl").waitFor({ state: "visible" });
    expect(await finding.getAttribute("data-control")).toContain("B11");
    await finding.getByRole("link", { name: "B11" }).click();
    expect(await page.locator("tr:target").getAttribute("id")).toBe("control-B11");
    await page.context().close();
  });

  it("of a leak open it with its whole path", async () => {
    const leak = broken.findings.find(({ verdict }) => verdict === "leaves")!;
    const { page } = await open(broken);
    const first = page.locator(".finding").first();
    expect(await first.getAttribute("id")).toContain(`finding-${leak.policy}-${leak.stack}`);
    expect(await first.locator(".witness li").count()).toBe(leak.witness!.length);
    expect(await page.locator("h1").textContent()).toContain("Restricted data can leave");
    await page.context().close();
  });
});

describe("the map", () => {
  it.each([
    ["at 1280×800", DESKTOP, 10],
    ["on a phone", PHONE, 10],
    ["on a tablet", { width: 1024, height: 768 }, 10],
  ])("is legible %s: no text is small or cut off, no line is hidden", async (_where, viewport, least) => {
    for (const report of [clean, broken]) {
      const { page } = await open(report, { viewport });
      expect(await probe(page, `smallTexts(${least - 0.01})`)).toEqual([]);
      expect(await probe(page, "textsOutsideTheirCards()")).toEqual([]);
      expect(await probe(page, "overlappingCards()")).toEqual([]);
      expect(await probe(page, "hiddenLines()")).toEqual([]);
      expect(await probe(page, "looseEnds()")).toEqual([]);
      expect(await probe(page, "beyondTheSide()")).toEqual([]);
      expect(await probe(page, "lines()")).toBeGreaterThan(10);
      await page.context().close();
    }
  });

  it("of the whole estate is seen without scrolling at 1280×800", async () => {
    for (const report of [clean, broken]) {
      const { page } = await open(report);
      expect(await probe(page, "mapBottom()")).toBeLessThanOrEqual(DESKTOP.height);
      await page.context().close();
    }
  });

  it("shows every verdict, and says the same in its table", async () => {
    const { page } = await open(broken);
    const verdicts = ["leaves", "undeclared", "undecided", "unused", "covered"];
    for (const verdict of verdicts) {
      expect(await page.locator(`svg.wide .line.${verdict}`).count()).toBeGreaterThan(0);
      const counts = await page.locator(`#map tr:has(.verdict.${verdict}) .number`).allTextContents();
      const total = counts.reduce((sum, count) => sum + Number(count), 0);
      expect(await page.locator(`.legend .${verdict} b`).first().textContent()).toContain(` ${total} ${verdict}`);
    }
    await page.context().close();
  });

  it("is walked with the keyboard: each place in turn, its channels in front, its row a link away", async () => {
    const { page } = await open(broken);
    await page.keyboard.press("Tab");
    expect(await page.locator(".skip:focus").count()).toBe(1);
    const walked: (string | null)[] = [];
    while (walked.at(-1) !== "dublin" && walked.length < 20) {
      await page.keyboard.press("Tab");
      walked.push(await page.locator("svg.wide .card:focus").getAttribute("data-place"));
    }
    expect(walked).toEqual(["organization", "people who work in IE", "people who work in NO", "dublin"]);
    expect(await page.locator(`svg.wide .line.dim[data-from=dublin]`).count()).toBe(0);
    expect(await page.locator("svg.wide .line.dim").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    expect(await page.locator("tr:target").getAttribute("id")).toBe("place-dublin");
    expect(await page.locator("tr:target").isVisible()).toBe(true);
    await page.context().close();
  });
});
