import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DrainEvidence } from "../../config/drain-evidence";
import type { Enclave } from "../../config/estate";
import { evidenceFile, loadEstate } from "../../config/load";
import { EstateError, pathText } from "../../config/problem";
import { declaredEstate, TODAY } from "../support/estates";
import { evidenceOf } from "../support/evidence";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-evidence-"));
const LOCAL = readFileSync(join(__dirname, "../../config/environments/local.yaml"), "utf8");
const local = { ...declaredEstate("local"), name: "ending" };

let files = 0;

/** Loads the local estate in a phase, with some evidence beside it. */
function loaded(phase: Enclave["phase"], evidence?: unknown) {
  const file = join(FOLDER, `${files++}.yaml`);
  writeFileSync(file, LOCAL.replace("phase: serving", `phase: ${phase}`));
  if (evidence !== undefined) writeFileSync(evidenceFile(file), JSON.stringify(evidence, null, 2));
  return loadEstate(file, { today: TODAY });
}

function refusals(phase: Enclave["phase"], evidence?: unknown): readonly string[] {
  try {
    loaded(phase, evidence);
    return [];
  } catch (error) {
    if (error instanceof EstateError) return error.problems.map(({ code, path }) => `${code} ${pathText(path)}`);
    throw error;
  }
}

describe("the evidence of a drain", () => {
  it("lies beside the estate, and lets it be retired", () => {
    const { enclave } = loaded("retired", evidenceOf(local));
    expect(enclave.drained).toEqual(evidenceOf(local));
    expect(evidenceFile("local")).toMatch(/config\/environments\/local\.drain\.json$/);
  });

  it("is read while the enclave is still draining", () => {
    expect(loaded("draining", evidenceOf(local)).enclave.drained).toBeDefined();
    expect(loaded("draining").enclave.drained).toBeUndefined();
  });

  const { objects, items, source, target } = evidenceOf(local);
  const moved = (part: Partial<DrainEvidence>) => evidenceOf(local, part);
  const REFUSED: readonly (readonly [string, Enclave["phase"], unknown, readonly string[]])[] = [
    ["the enclave is retired without it", "retired", undefined, ["estate.retired-without-evidence enclave.phase"]],
    ["the enclave serves again", "serving", evidenceOf(local), ["estate.phase-went-back enclave.phase"]],
    [
      "an object was not home",
      "retired",
      moved({ objects: { ...objects, target: { ...objects.target, versions: 2 } } }),
      ["estate.incomplete-evidence objects.target"],
    ],
    [
      "an item was another one at home",
      "retired",
      moved({ items: { ...items, target: { ...items.target, digest: `sha256:${"1".repeat(64)}` } } }),
      ["estate.incomplete-evidence items.target"],
    ],
    [
      "an object is not accounted for",
      "retired",
      moved({ objects: { ...objects, held: 6 } }),
      ["estate.incomplete-evidence objects.held"],
    ],
    [
      "an item is not accounted for",
      "retired",
      moved({ items: { ...items, erasedAtHome: 0 } }),
      ["estate.incomplete-evidence items.held"],
    ],
    [
      "it is of another bucket",
      "retired",
      moved({ source: { ...source, bucket: "other" } }),
      ["estate.foreign-evidence source.bucket"],
    ],
    [
      "it is of another site",
      "retired",
      moved({ target: { ...target, site: "norway", account: "400000000004" } }),
      ["estate.foreign-evidence target.account", "estate.foreign-evidence target.site"],
    ],
    ["it is of another sunset", "retired", moved({ sunset: "2028-09-30" }), ["estate.foreign-evidence sunset"]],
    [
      "somebody changed it",
      "retired",
      { ...evidenceOf(local), comparedOn: "2026-11-23" },
      ["estate.changed-evidence digest"],
    ],
    [
      "it is of a day that has not come",
      "retired",
      moved({ comparedOn: "2026-11-25" }),
      ["estate.evidence-of-the-future comparedOn"],
    ],
    ["it lacks a part", "retired", { ...evidenceOf(local), items: undefined }, ["estate.missing items"]],
    [
      "a digest is none",
      "draining",
      moved({ objects: { ...objects, source: { ...objects.source, digest: "x" } } }),
      ["estate.malformed objects.source.digest"],
    ],
  ];
  it.each(REFUSED)("is refused when %s", (_title, phase, evidence, expected) => {
    expect([...refusals(phase, evidence)].sort()).toEqual([...expected].sort());
  });

  it("has every refusal documented, and every documented one refused here", () => {
    const [, ofEvidence] = readFileSync(join(__dirname, "../../docs/estate.md"), "utf8").split("## The evidence");
    const documented = [...ofEvidence!.matchAll(/`(estate\.[a-z-]+)`/g)].map(([, code]) => code);
    const refused = new Set(REFUSED.flatMap(([, , , told]) => told.map((text) => text.split(" ")[0])));
    refused.delete("estate.missing"); // of any file
    expect([...refused].sort()).toEqual([...documented].sort());
  });

  it("reads like this when it is refused", () => {
    expect(() => loaded("retired", { ...evidenceOf(local), sunset: "2028-09-30" })).toThrow(
      /\[estate\.foreign-evidence\] \S+\.drain\.json:\d+:\d+ sunset: must be 2027-09-30, as the estate declares it, got "2028-09-30"; put the evidence of this estate's own drain there/,
    );
  });
});
