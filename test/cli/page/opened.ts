import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const PROBES = readFileSync(join(__dirname, "probes.mjs"), "utf8");

const folder = mkdtempSync(join(tmpdir(), "clover-page-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the browser was asked for, and what it complained of. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** A page, opened from a file. */
export async function opened(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
  link = "",
): Promise<Opened> {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => complaints.push("a dialog")));
  await page.goto(`${pathToFileURL(file).href}${link}`);
  if (options.javaScriptEnabled !== false) await page.evaluate(PROBES);
  return { page, requests, complaints };
}

/** A measure of the page as it is drawn: `smallTexts(10)`. */
export function probe(page: Page, call: string): Promise<unknown> {
  return page.evaluate(`probes.${call}`);
}
