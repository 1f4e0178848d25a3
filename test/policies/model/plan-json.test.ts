import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../../policies/check";
import { InputError } from "../../../policies/model/input-error";
import { readInputs } from "../../../policies/model/read";
import { declaredEstate, TODAY } from "../../support/estates";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-plan-json-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const PLAN = JSON.parse(readFileSync(join(__dirname, "fixtures/plan.json"), "utf8"));
const estate = declaredEstate("local");
const FILE = join(FOLDER, "plan.json");

/** What is said of a plan: why it cannot be read, or nothing. */
function refusalOf(plan: unknown): string | undefined {
  writeFileSync(FILE, JSON.stringify(plan));
  try {
    check(readInputs([FILE]), { estate, today: TODAY, waivers: [] });
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
}

type Path = readonly string[];

function replaced(node: any, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const copy = Array.isArray(node) ? [...node] : { ...node };
  copy[step] = replaced(copy[step], rest, value);
  return copy;
}

/** Every field down to a depth. Of a list, the first two are like the others. */
function pathsOf(node: unknown, depth: number): readonly Path[] {
  if (depth === 0 || typeof node !== "object" || node === null) return [];
  const keys = Array.isArray(node) ? Object.keys(node).slice(0, 2) : Object.keys(node);
  return keys.flatMap((key) => [[key], ...pathsOf((node as any)[key], depth - 1).map((path) => [key, ...path])]);
}

const VALUES = [null, "x", 1, [], {}, [null], { constructor: null }].map((value) => ({ value }));

describe("a plan", () => {
  it("is read as Terraform writes it", () => expect(refusalOf(PLAN)).toBeUndefined());

  it.each([
    ["resource_changes", {}, "'resource_changes' must be a list, got {}"],
    ["resource_changes.0.change.actions", null, "'resource_changes.0.change.actions' must be a list, got null"],
    ["resource_changes.1.address", 7, "'resource_changes.1.address' must be a text, got 7"],
    ["planned_values", "x", "it has no planned_values"],
    ["planned_values.root_module", "x", "'planned_values.root_module' must be an object, got \"x\""],
    ["planned_values.root_module.resources", {}, "'planned_values.root_module.resources' must be a list, got {}"],
    ["configuration", null, "'configuration' must be an object, got null"],
    [
      "configuration.root_module.module_calls",
      { a: [] },
      "'configuration.root_module.module_calls.a' must be an object",
    ],
    ["complete", "false", "'complete' must be true or false, got \"false\""],
  ])("is refused with the field, the value and the fix when %s is %j", (field, value, message) => {
    const said = refusalOf(replaced(PLAN, field.split("."), value));
    expect(said).toMatch(new RegExp(`^${FILE}: `));
    expect(said).toContain(message);
    expect(said).toContain("give ");
    expect(said!.length).toBeLessThan(400);
  });

  it.each<{ readonly value: unknown }>(VALUES)(
    "is judged or refused with a sentence, whichever of its fields is $value",
    ({ value }) => {
      const paths = pathsOf(PLAN, 5);
      expect(paths.length).toBeGreaterThan(50);
      for (const path of paths) refusalOf(replaced(PLAN, path, value));
    },
  );

  it("is refused when it is nested deeper than Terraform nests", () => {
    const deep = (depth: number): unknown => (depth === 0 ? {} : { child_modules: [deep(depth - 1)] });
    expect(refusalOf({ ...PLAN, planned_values: { root_module: deep(150) } })).toContain(
      "nested deeper than 200 levels",
    );
  });
});
