import { z } from "zod";
import { identifier } from "../../config/fields";
import { code, markdownTable } from "../report/markdown";
import { visible } from "../report/visible";
import { changesOf } from "./changes";
import { planDigest } from "./digest";
import type { PlanJson } from "./plan-json";

const CHANGE = z.strictObject({
  address: z.string(),
  actions: z.array(z.string()).readonly(),
  /** Paths of the attributes that an update changes. */
  attributes: z.array(z.string()).readonly(),
});
const RECORD = z.strictObject({
  estate: z.string(),
  // It names a file beside the record.
  stack: z.string().refine((name) => identifier.safeParse(name).success, "must be the id of a stack"),
  /** SHA-256 of what the plan will do. */
  digest: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex"),
  terraform: z.string(),
  changes: z.array(CHANGE).readonly(),
});

/** What is kept of a plan, and shown to who approves it: no value of any attribute. */
export type PlanRecord = z.infer<typeof RECORD>;
type RecordedChange = z.infer<typeof CHANGE>;

/** The record, or what is wrong with it. */
export function parseRecord(text: string): PlanRecord | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "it is no JSON";
  }
  const { data, error } = RECORD.safeParse(json);
  if (data) return data;
  const [first] = error.issues;
  return first?.path.length ? `'${first.path.map(String).join(".")}' ${first.message}` : String(first?.message);
}

export function recordOf(estate: string, stack: string, plan: PlanJson): PlanRecord {
  return {
    estate,
    stack,
    digest: planDigest(plan),
    terraform: plan.terraform_version,
    changes: changesOf(plan).map(({ address, actions, attributes }) => ({
      address,
      actions,
      attributes: actions.includes("update") ? attributes.map(({ path }) => path) : [],
    })),
  };
}

/** The record for people, as Markdown. An address holds keys of whoever wrote the code: none of them is markup. */
export function described(record: PlanRecord): string {
  const { stack, digest, changes } = visible(record);
  const heading = `### ${stack}: ${changes.length === 0 ? "no changes" : counted(changes)}`;
  const rows = changes.map(({ address, actions, attributes }) => [
    code(address),
    verb(actions),
    attributes.map(code).join(", "),
  ]);
  const table = rows.length > 0 ? ["", markdownTable(["Resource", "Plan", "Attributes"], rows)] : [];
  return [heading, ...table, "", `Plan digest \`${digest}\``, ""].join("\n");
}

function counted(changes: readonly RecordedChange[]): string {
  const counts = new Map<string, number>();
  for (const { actions } of changes) counts.set(verb(actions), (counts.get(verb(actions)) ?? 0) + 1);
  return [...counts].map(([what, count]) => `${count} to ${what}`).join(", ");
}

/** `replace`, and not the two steps that Terraform takes. An import or a move alone is no action of its own. */
function verb(actions: readonly string[]): string {
  if (actions.includes("create") && actions.includes("delete")) return "replace";
  return actions[0] === "no-op" ? "adopt" : actions.join(" and ");
}
