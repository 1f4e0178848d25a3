import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const GUIDE = readFileSync(join(ROOT, "docs/contributing.md"), "utf8");

describe("the guide for who changes the project", () => {
  it("names files that are there, and of those to be written the folder", () => {
    const paths = [...GUIDE.matchAll(/`([\w.-]+(?:\/[\w.<>*-]*)+)`/g)].map(([, path]) => path!);
    expect(paths.length).toBeGreaterThan(30);
    for (const path of new Set(paths)) {
      const [known] = path.split(/[^/]*[<*]/);
      expect([path, existsSync(join(ROOT, known!))]).toEqual([path, true]);
    }
  });

  it("names commands that there are, and pages", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    for (const [, script] of GUIDE.matchAll(/npm run (\S+?)`/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, page] of GUIDE.matchAll(/\]\(([^)]+)\)/g)) expect(existsSync(join(ROOT, "docs", page!))).toBe(true);
    for (const [, folder] of GUIDE.matchAll(/npx jest (\S+?)[`\s]/g)) {
      expect([folder, existsSync(join(ROOT, folder!)) || existsSync(join(ROOT, `${folder}.test.ts`))]).toEqual([
        folder,
        true,
      ]);
    }
  });
});
