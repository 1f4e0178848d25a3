import { isObject } from "../../policies/model/data";
import type { StackSource } from "../../policies/model/source";
import { listOf } from "../../policies/model/synth-source";
import type { Change, ChangeVerdict } from "../entry";
import { spelled } from "../spelling";
import { differing, toldChange, type Part } from "./parts";
import type { Renamed } from "./renamed";

/** Where a stack's state is, and what is said of it there. */
interface Backend {
  readonly name: string;
  readonly body: Part;
}

/** Whoever answers in AWS's place is handed the state. */
const DIVERTS = /endpoint|insecure|skip_|ca_bundle|proxy|shared_/;
/** What makes it stronger where it stands: truths, and names of what guards it. */
const GUARDS = ["encrypt", "kms_key_id", "use_lockfile", "dynamodb_table"];

/**
 * What becomes of a stack's state. A bucket that encrypts is more than a file, and the other way round; of two places
 * neither is the better one, and whether it is the declared one is for the policies to say.
 */
export function backendChanges(before: StackSource, after: StackSource, renamed: Renamed): readonly Change[] {
  if (!before.terraform || !after.terraform) return [];
  const [was, is] = [backendOf(before.terraform), backendOf(after.terraform)];
  const at = { stack: after.stack, address: "terraform.backend" };
  if (was.name !== is.name) {
    const sides = { path: "the backend", before: toldBackend(was), after: toldBackend(is) };
    const { verdict, what } = exchange(was, is);
    return [{ ...toldChange(at, sides, { verdict, controls: ["G54"] }), what, path: "" }];
  }
  return differing(was.body, is.body, renamed).map((difference) =>
    toldChange(at, difference, { verdict: verdictOf(difference.path, was, is), controls: ["G54"] }),
  );
}

/** Without one, Terraform keeps it in a file. */
function backendOf(terraform: Part): Backend {
  const backends = listOf(terraform["backend"])
    .filter(isObject)
    .flatMap((each) => Object.entries(each));
  const [[name, body] = ["local", {}]] = backends;
  const whole = Object.assign({}, ...listOf(body).filter(isObject)) as Part;
  // Of several, none can be told apart from the others.
  return backends.length > 1 ? { name: "several", body: Object.fromEntries(backends) } : { name, body: whole };
}

function toldBackend({ name, body }: Backend): string {
  const said = Object.entries(body).map(
    ([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return [name, ...said].join(", ");
}

const isEncrypted = ({ name, body }: Backend): boolean => name === "s3" && spelled(String(body["encrypt"])) === "true";

function exchange(was: Backend, is: Backend): { readonly verdict: ChangeVerdict; readonly what: string } {
  if (was.name === "local" && isEncrypted(is))
    return { verdict: "stronger", what: "the state is kept in an encrypted bucket, no longer in a file" };
  if (isEncrypted(was)) return { verdict: "weaker", what: "the state is no longer kept in an encrypted bucket" };
  const isKnown = [was, is].every(({ name }) => name === "local" || name === "s3");
  return { verdict: isKnown ? "other" : "weaker", what: "the state is kept elsewhere" };
}

function verdictOf(path: string, was: Backend, is: Backend): ChangeVerdict {
  if (DIVERTS.test(path) || was.name === "several") return "weaker";
  if (!GUARDS.includes(path)) return "other";
  const [one, other] = [was, is].map(({ body }) => isSet(body[path])) as [boolean, boolean];
  return one === other ? "other" : other ? "stronger" : "weaker";
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && spelled(String(value)) !== "false";
