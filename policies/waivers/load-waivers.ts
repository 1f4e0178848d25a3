import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isDate } from "../../config/calendar";
import { parsePlainYaml } from "../../config/plain-yaml";
import { ROOT } from "../../config/root";
import { InputError } from "../model/input-error";
import type { Waiver } from "./waiver";

const text = z.string().trim().min(1);
const WAIVERS = z.array(
  z.strictObject({
    policy: z.string().regex(/^[A-Z]{3}-\d{3}$/, "must be a policy's id, e.g. ENC-003"),
    stack: text.optional(),
    address: text,
    finding: z
      .string({ error: "must be what `clover check` tells as the finding, 16 digits" })
      .regex(/^[0-9a-f]{16}$/, "must be what `clover check` tells as the finding, 16 digits")
      .optional(),
    reason: text.min(20, "must say why, in 20 characters or more"),
    owner: text,
    expires: z.string().refine(isDate, "must be a date that exists, YYYY-MM-DD"),
  }),
);

/** Thousands of waivers; nobody reviews so many. */
const LARGEST_FILE = 1024 * 1024;
const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** The file of the waivers that the project keeps for an estate, where there is one. */
export function waiversFile(estate: string): string | undefined {
  const file = join(ROOT, "policies", "waivers", `${estate}.yaml`);
  return existsSync(file) ? file : undefined;
}

/** The waivers that the project keeps for an estate: none when there is no file of its name. */
export function waiversOf(estate: string): readonly Waiver[] {
  const file = waiversFile(estate);
  return file ? loadWaivers(file) : [];
}

/**
 * Reads a file of waivers: a YAML list of `policy`, `stack` (may be left out), `address`, `finding` (as well),
 * `reason`, `owner`, `expires`.
 *
 * @throws InputError with every problem when the file is no such list
 */
export function loadWaivers(file: string): readonly Waiver[] {
  const { value, problems: misspelt, lines } = parsePlainYaml(readText(file), { mostAliases: 0, schema: "failsafe" });
  const [first] = misspelt;
  if (first) {
    const { line, col } = lines.linePos(first.range[0]);
    throw new InputError(
      file,
      `it is no valid YAML: line ${line || 1}, column ${col || 1}, must ${first.rule}; ${first.fix}`,
    );
  }
  const { data, error: refused } = WAIVERS.safeParse(value ?? []);
  if (data) return data;
  const problems = refused.issues.map(({ path, message }) => `[${path.map(String).join(".")}] ${message}`);
  throw new InputError(file, `these waivers cannot be read: ${problems.join("; ")}`);
}

function readText(file: string): string {
  const unreadable = (why: string | undefined) => new InputError(file, `the waivers cannot be read: ${why}`);
  try {
    const status = statSync(file);
    if (!status.isFile()) throw unreadable("it is no file; write them to one");
    const { size } = status;
    if (size > LARGEST_FILE) throw unreadable(`${size} bytes are too many; ${LARGEST_FILE} is the most`);
    return UTF_8.decode(readFileSync(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw unreadable(code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "save them as UTF-8" : code);
  }
}
