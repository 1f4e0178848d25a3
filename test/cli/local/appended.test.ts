import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendedTo } from "../../../cli/local/appended";

it("gives each line once, when it has ended, whatever is written in between", () => {
  const file = join(mkdtempSync(join(tmpdir(), "clover-appended-")), "log");
  writeFileSync(file, "");
  const appended = appendedTo(file);
  expect(appended()).toEqual([]);
  appendFileSync(file, "one\ntw");
  expect(appended()).toEqual(["one"]);
  expect(appended()).toEqual([]);
  const [first, second] = [Buffer.from("é").subarray(0, 1), Buffer.from("é").subarray(1)];
  appendFileSync(file, Buffer.concat([Buffer.from("o\nthr"), first]));
  expect(appended()).toEqual(["two"]);
  appendFileSync(file, Buffer.concat([second, Buffer.from("e\nfour\n")]));
  expect(appended().at(-1)).toBe("four");
  expect(appended()).toEqual([]);
});
