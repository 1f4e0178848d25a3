import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** @throws Error that says how to install Chromium where there is none */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `The page is tested in Chromium, and there is none at ${CHROMIUM}: ` +
        "apt-get update && apt-get install -y chromium, or name another one in the variable CHROMIUM.",
    );
  }
  // Chromium's sandbox refuses to run as root, which is who CI's containers are.
  return chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
