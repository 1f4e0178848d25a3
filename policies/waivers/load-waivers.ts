import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { isDate } from "../../config/calendar";
import { InputError } from "../model/input-error";
import type { Waiver } from "./waiver";

const text = z.string().trim().min(1);
const WAIVERS = z.array(
  z.strictObject({
    policy: z.string().regex(/^[A-Z]{3}-\d{3}$/, "must be a policy's id, e.g. ENC-003"),
    stack: text.optional(),
    address: text,
    reason: text.min(20, "must say why, in 20 characters or more"),
    owner: text,
    expires: z.string().refine(isDate, "must be a date that exists, YYYY-MM-DD"),
  }),
);

/** The file of the waivers that the project keeps for an estate, where there is one. */
export function waiversFile(estate: string): string | undefined {
  const file = join(__dirname, `${estate}.yaml`);
  return existsSync(file) ? file : undefined;
}

/** The waivers that the project keeps for an estate: none when there is no file of its name. */
export function waiversOf(estate: string): readonly Waiver[] {
  const file = waiversFile(estate);
  return file ? loadWaivers(file) : [];
}

/**
 * Reads a file of waivers: a YAML list of `policy`, `stack` (may be left out), `address`, `reason`, `owner`, `expires`.
 *
 * @throws InputError with every problem when the file is no such list
 */
export function loadWaivers(file: string): readonly Waiver[] {
  const document = parseDocument(readText(file), { uniqueKeys: true, strict: true, schema: "failsafe" });
  const [error] = document.errors;
  if (error) throw new InputError(file, `it is no valid YAML: ${error.message.split("\n")[0]}`);
  const { data, error: refused } = WAIVERS.safeParse(document.toJS({ maxAliasCount: 0 }) ?? []);
  if (data) return data;
  const problems = refused.issues.map(({ path, message }) => `[${path.map(String).join(".")}] ${message}`);
  throw new InputError(file, `these waivers cannot be read: ${problems.join("; ")}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(file, `the waivers cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}
