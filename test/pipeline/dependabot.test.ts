import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const ROOT = join(__dirname, "../..");
const { version, updates } = parse(readFileSync(join(ROOT, ".github/dependabot.yml"), "utf8"));
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** What of each kind is looked at, by the file that pins it. */
const PINNED_IN: Readonly<Record<string, string>> = {
  npm: "package-lock.json",
  "github-actions": ".github/workflows",
  pip: "requirements.txt",
};

describe("the updates of what is pinned", () => {
  it("are looked for every week wherever something is pinned", () => {
    expect(version).toBe(2);
    expect(updates.map((update: any) => update["package-ecosystem"])).toEqual(Object.keys(PINNED_IN));
    for (const { "package-ecosystem": kind, directory, schedule } of updates) {
      expect([kind, existsSync(join(ROOT, directory, PINNED_IN[kind]!)), schedule]).toEqual([kind, true, { interval: "weekly" }]); // prettier-ignore
    }
  });

  it("leave out nothing but what is installed, each with its reason in the decisions", () => {
    const decision = readFileSync(join(ROOT, "docs/decisions/framework-and-versions.md"), "utf8");
    const left = updates.flatMap(({ ignore = [] }: any) => ignore.map((each: any) => each["dependency-name"]));
    expect(left).not.toEqual([]);
    for (const name of left) {
      expect(Object.keys({ ...dependencies, ...devDependencies })).toContain(name);
      expect([name, decision.toLowerCase().includes(name)]).toEqual([name, true]);
    }
  });
});
