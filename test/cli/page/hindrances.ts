import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds serious on a page with everything unfolded; it must have looked at the contrast of texts. */
export async function graveHindrances(page: Page): Promise<readonly string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
  await page.evaluate(axe.source);
  const { violations, passes } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as axe.AxeResults;
  if (!passes.some(({ id }) => id === "color-contrast")) return ["the contrast of texts was not looked at"];
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
