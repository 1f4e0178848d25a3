import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { html } from "../../../cli/report/review/html/html";
import type { Review } from "../../../review/review";
import { launchBrowser } from "./browser";
import { graveHindrances } from "./hindrances";
import { DESKTOP, opened, PHONE, probe } from "./opened";
import { largeReview } from "./reviews";

const large = largeReview();
const none: Review = {
  ...large,
  base: { ...large.base, places: [], channels: [] },
  head: { ...large.head, places: [], channels: [] },
  entries: [],
  counts: { weaker: 0, leaves: 0, opens: 0, destroys: 0, stronger: 0, other: 0 },
  isGrave: false,
};
const hostile: Review = {
  ...large,
  entries: large.entries.map((entry) => ({ ...entry, before: "<img src=x onerror=alert(1)>", what: "</script><b>" })),
};

/** What the organization sends to the monitor was declared by nothing before. */
const judgedOtherwise: Review = {
  ...large,
  base: {
    ...large.base,
    channels: large.base.channels.map((each) =>
      each.from === "organization" ? { ...each, verdict: "undeclared" } : each,
    ),
  },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 30_000);
afterAll(async () => {
  await browser?.close();
});

const open = (review: Review, options: BrowserContextOptions = {}, link = "") =>
  opened(browser, html(review), options, link);
const shown = (page: Page) => page.locator(".finding:visible").count();

describe("the page of a review", () => {
  it.each([
    ["of many changes", large],
    ["of no change", none],
    ["with texts that would be markup", hostile],
  ])("%s loads from a file: no other request, no message, no error", async (_what, review) => {
    const { page, requests, complaints } = await open(review);
    await page.waitForTimeout(200);
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
    expect(await page.locator(".finding").count()).toBe(review.entries.length);
    await page.context().close();
  });

  it.each([
    ["in the light", { colorScheme: "light" }],
    ["in the dark", { colorScheme: "dark" }],
    ["on a phone", { colorScheme: "light", viewport: PHONE }],
  ] as const)(
    "hinders nobody %s: axe finds nothing serious, everything unfolded",
    async (_how, options) => {
      const { page } = await open(large, options);
      expect(await graveHindrances(page)).toEqual([]);
      await page.context().close();
    },
    40_000,
  );

  it("tells who must approve, and what was and is, without its script too", async () => {
    const { page } = await open(large, { javaScriptEnabled: false });
    expect(await page.locator(".notes").textContent()).toContain("To be approved by");
    const entry = large.entries.find(({ before, after, approvers }) => before && after && approvers.length > 0)!;
    const item = page
      .locator(".finding", { has: page.getByRole("heading", { name: entry.what, exact: true }) })
      .first();
    await item.locator("summary").click();
    for (const text of [entry.before!, entry.after!, ...entry.controls, ...entry.approvers]) {
      expect(await item.locator("dl").textContent()).toContain(text);
    }
    await page.context().close();
  });

  it("prints every change, and nothing to click", async () => {
    const { page } = await open(large);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("#save").isVisible()).toBe(false);
    const heights = await page.locator(".finding dl").evaluateAll((lists) => lists.map((each) => each.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThan(0);
    await page.context().close();
  });

  it("saves the review as JSON", async () => {
    const { page } = await open(large);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    expect(download.suggestedFilename()).toBe("review.json");
    expect(JSON.parse(readFileSync(await download.path(), "utf8")).entries).toHaveLength(large.entries.length);
    await page.context().close();
  });
});

describe("the filters of a review", () => {
  it.each([
    ["change", "opens"],
    ["change", "other"],
    ["stack", "dublin"],
    ["area", "E"],
  ])("by %s leave those changes alone, and a link leads to the same", async (name, value) => {
    const { page } = await open(large);
    await page.locator(`#filters [name=${name}]`).selectOption(value);
    const left = await page
      .locator(".finding:visible")
      .evaluateAll((items, field) => items.map((item) => item.getAttribute(`data-${field}`)!.split(" ")), name);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(large.entries.length);
    expect(left.filter((values) => !values.includes(value))).toEqual([]);
    const counted = `${left.length} of ${large.entries.length} changes`;
    expect(await page.locator("#filters output").textContent()).toBe(counted);
    expect(await page.locator(".group:visible:not(:has(.finding:not([hidden])))").count()).toBe(0);
    const again = await open(large, {}, `#?${name}=${value}`);
    expect(await shown(again.page)).toBe(left.length);
    await again.page.context().close();
    await page.context().close();
  });

  it("search texts, and give way to a link to what they hide", async () => {
    const { page } = await open(large);
    await page.getByRole("searchbox").fill("no such words");
    expect(await page.getByText("No change is of that kind.").isVisible()).toBe(true);
    const id = await page.locator(".finding").first().getAttribute("id");
    await page.evaluate(`location.hash = "${id}"`);
    await page.locator(`#${id} dl`).waitFor({ state: "visible" });
    await page.context().close();
  });
});

describe("the map of a review", () => {
  it.each([
    ["at 1280×800", DESKTOP],
    ["on a phone", PHONE],
  ])("is legible %s: no text is small or cut off, no line is hidden", async (_where, viewport) => {
    const { page } = await open(large, { viewport });
    expect(await probe(page, "smallTexts(9.99)")).toEqual([]);
    expect(await probe(page, "textsOutsideTheirCards()")).toEqual([]);
    expect(await probe(page, "overlappingCards()")).toEqual([]);
    expect(await probe(page, "hiddenLines()")).toEqual([]);
    expect(await probe(page, "looseEnds()")).toEqual([]);
    expect(await probe(page, "beyondTheSide()")).toEqual([]);
    await page.context().close();
  });

  it("tells changed, new, gone and unchanged channels apart by line, by sign, and in its table", async () => {
    const { page } = await open(judgedOtherwise);
    const lines = new Set<unknown>();
    for (const [became, sign] of [
      ["changed", "≠"],
      ["new", "+"],
      ["gone", "−"],
      ["kept", "="],
    ] as const) {
      const style = `getComputedStyle(document.querySelector("svg.wide .line.${became}"))`;
      lines.add(await page.evaluate(`${style}.strokeDasharray + " " + ${style}.strokeWidth`));
      expect((await page.locator(`svg.wide .badge.${became}`).first().textContent())?.startsWith(sign)).toBe(true);
      expect(await page.locator(`#map td .verdict.${became}`).count()).toBeGreaterThan(0);
    }
    expect(lines.size).toBe(4);
    await page.context().close();
  });

  it("opens a leak with its whole path", async () => {
    const { page } = await open(large);
    const leak = large.entries.find(({ verdict }) => verdict === "leaves")!;
    const item = page.locator(".finding[data-change=leaves]").first();
    expect(await item.locator(".witness li:visible").count()).toBe(leak.witness!.length);
    await page.context().close();
  });
});
