import { statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isObject } from "./data";
import { InputError } from "./input-error";
import { isFolder, namesIn, withOtherFiles } from "./other-files";
import { requirePlanForm, type PlanJson } from "./plan-json";
import { planSource, priorTo } from "./plan-source";
import { attempt, readJson, statusOf, type JsonFile } from "./read-json";
import type { StackSource, Unread } from "./source";
import { synthSource } from "./synth-source";
import { withConfiguration } from "./with-configuration";

const PLAN_FORMAT = /^1\./;
const CONFIGURATION = ".tf.json";
const SYNTHESIZED = "cdk.tf.json";
const CONFIGURATION_KEYS = ["resource", "provider", "terraform", "module", "data", "variable", "locals", "output"];

export interface Inputs {
  readonly sources: readonly StackSource[];
  /** Whether a whole synth folder was read, in which every declared stack must be. */
  readonly whole: boolean;
}

/**
 * Reads what is to be judged: synth folders, stack folders, `cdk.tf.json` files and plans from `terraform show -json`.
 * A plan is read together with the configuration of its stack, where that is given too or lies beside it.
 *
 * @param named gives a plan, which says nowhere which stack it is of, its stack's id; by default its file's name
 * @throws InputError when a path cannot be read, or is none of these
 */
export function readInputs(
  paths: readonly string[],
  named: (source: StackSource) => StackSource = (source) => source,
): Inputs {
  return together(paths.map(readPath), named);
}

/**
 * Reads what plans found deployed before they were made.
 *
 * @throws InputError when a path cannot be read, or is no plan
 */
export function readPrior(paths: readonly string[], named: (source: StackSource) => StackSource): Inputs {
  return together(
    paths.map((path) => ({ sources: [readPriorState(path)], whole: false })),
    named,
  );
}

function together(read: readonly Inputs[], named: (source: StackSource) => StackSource): Inputs {
  const stacks = new Map<string, StackSource>();
  for (const source of read.flatMap((inputs) => inputs.sources.map(named))) {
    const other = stacks.get(source.stack);
    stacks.set(source.stack, other ? joined(source, other) : source);
  }
  return { sources: [...stacks.values()], whole: read.some(({ whole }) => whole) };
}

function joined(one: StackSource, other: StackSource): StackSource {
  if (one.kind === other.kind) {
    throw new InputError(one.file, `the stack ${one.stack} is given twice; give each stack once`);
  }
  return one.kind === "plan" ? withConfiguration(one, other) : withConfiguration(other, one);
}

function readPath(path: string): Inputs {
  const status = statusOf(path);
  if (!status.isDirectory()) return { sources: [readFile(path)], whole: false };
  const stacks = join(path, "stacks");
  if (!isFolder(stacks)) return { sources: [readStackFolder(path)], whole: false };
  const folders = namesIn(stacks).filter((name) => isFolder(join(stacks, name)));
  if (folders.length === 0) throw new InputError(path, "its folder stacks/ holds no stack; run `npx cdktf synth`");
  return { sources: folders.sort().map((name) => readSynthesized(name, join(stacks, name))), whole: true };
}

/** A stack that holds nothing is one that is missing: for the policies to say, beside all that the others say. */
function readSynthesized(stack: string, folder: string): StackSource {
  if (namesIn(folder).some((name) => name.endsWith(CONFIGURATION))) return readStackFolder(folder);
  return withOtherFiles(synthSource(stack, folder, {}, []), folder, { name: "", json: {} });
}

function readFile(path: string): StackSource {
  const { json, unread } = readJson(path);
  const isConfiguration = path.endsWith(CONFIGURATION);
  if (typeof json["format_version"] === "string") return readPlan(path, json, unread);
  if ("serial" in json && "lineage" in json) {
    throw new InputError(path, "it is a state file; give the plan, from `terraform show -json PLANFILE`");
  }
  if (!isConfiguration && !CONFIGURATION_KEYS.some((key) => key in json)) {
    throw new InputError(path, "it is neither a Terraform configuration nor a plan from `terraform show -json`");
  }
  const folder = dirname(resolve(path));
  const source = synthSource(stackName(json, basename(folder)), path, json, unread);
  return isConfiguration ? withOtherFiles(source, folder, { name: basename(path), json }) : source;
}

function readPlan(path: string, json: Json, unread: readonly Unread[]): StackSource {
  const plan = planSource(planName(path), path, requirePlan(path, json), unread);
  const beside = join(dirname(resolve(path)), SYNTHESIZED);
  return isThere(beside) ? withConfiguration(plan, readFile(beside)) : plan;
}

/** What is deployed has no configuration beside it: that is of what shall be. */
function readPriorState(path: string): StackSource {
  const { json, unread } = statusOf(path).isFile() ? readJson(path) : { json: {}, unread: [] };
  if (typeof json["format_version"] !== "string") {
    throw new InputError(path, "it is no plan, which alone says what is deployed; give what to compare it with");
  }
  return planSource(planName(path), path, priorTo(requirePlan(path, json)), unread);
}

/** @throws InputError when it is no plan, or one that cannot be judged */
function requirePlan(path: string, json: Json): PlanJson {
  if (!PLAN_FORMAT.test(String(json["format_version"]))) {
    throw new InputError(path, `it is of format version ${String(json["format_version"])}; this reads version 1`);
  }
  if (json["errored"] === true) throw new InputError(path, "it is a plan that failed; plan again and give that one");
  if (!isObject(json["planned_values"])) {
    throw new InputError(path, "it has no planned_values; give the plan, from `terraform show -json PLANFILE`");
  }
  return requirePlanForm(path, json);
}

function planName(path: string): string {
  return basename(path).replace(/(\.tfplan|\.plan)?\.json$/, "");
}

function readStackFolder(folder: string): StackSource {
  const names = namesIn(folder);
  if (names.includes(SYNTHESIZED)) return readFile(join(folder, SYNTHESIZED));
  const others = names.filter((name) => name.endsWith(CONFIGURATION) && !isOverride(name));
  if (others.length === 1) return readFile(join(folder, others[0]!));
  const found =
    others.length === 0 ? "holds neither stacks/ nor a *.tf.json" : `holds ${others.length} *.tf.json files`;
  throw new InputError(folder, `the folder ${found}; give a synth folder, a stack's folder or a file`);
}

type Json = JsonFile["json"];

function isThere(path: string): boolean {
  return attempt(path, () => statSync(path, { throwIfNoEntry: false })) !== undefined;
}

function isOverride(name: string): boolean {
  return /(^|_)override\.tf(\.json)?$/.test(name);
}

function stackName(json: Json, folder: string): string {
  const comment = json["//"] as { metadata?: { stackName?: unknown } } | undefined;
  const named = comment?.metadata?.stackName;
  return typeof named === "string" ? named : folder;
}
