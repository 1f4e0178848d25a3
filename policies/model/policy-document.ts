import { z } from "zod";
import { isObject, type Data } from "./data";
import { listOf } from "./synth-source";

type Json = Readonly<Record<string, unknown>>;

/** The data source that writes an IAM document, and its attributes that are the document's text. */
export const POLICY_DOCUMENT = "aws_iam_policy_document";
export const TEXTS: readonly string[] = ["json", "minified_json"];

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const list = z.preprocess(listOf, z.array(text));
/** A list in which a policy variable is written `&{aws:username}`. */
const withVariables = list.transform((texts) => texts.map((each) => each.replaceAll("&{", "${")));
const blocks = <T extends z.core.$ZodLooseShape>(shape: T) => z.preprocess(listOf, z.array(z.strictObject(shape)));

const principals = blocks({ type: text, identifiers: withVariables });
const condition = blocks({ test: text, variable: text, values: withVariables });
const statement = blocks({
  sid: text.nullish(),
  effect: text.nullish(),
  actions: list,
  not_actions: list,
  resources: withVariables,
  not_resources: withVariables,
  principals,
  not_principals: principals,
  condition,
});
const document = text.transform((written, context): Json => {
  try {
    const json: unknown = JSON.parse(written);
    if (isObject(json)) return json;
    context.addIssue("must be a JSON object");
  } catch {
    context.addIssue("must be JSON");
  }
  return z.NEVER;
});
const documents = z.preprocess(listOf, z.array(document));
const body = z.strictObject({
  statement,
  version: text.nullish(),
  policy_id: text.nullish(),
  source_policy_documents: documents,
  override_policy_documents: documents,
  // What every data source may have, and what changes nothing in its text.
  "//": z.unknown().optional(),
  provider: z.unknown().optional(),
  depends_on: z.unknown().optional(),
});

type Body = z.infer<typeof body>;
type Statement = Body["statement"][number];
type Lists = readonly (readonly [key: string, values: readonly string[]])[];

/**
 * The text that the data source makes of its arguments; undefined where that cannot be told, e.g. of one that is
 * repeated or has dynamic blocks. What is not known of an argument is not known of the text.
 *
 * @param block with references resolved
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 */
export function policyDocumentText(block: Data): string | undefined {
  const [only, ...others] = listOf(block);
  const { data } = body.safeParse(others.length === 0 ? only : block);
  return data && JSON.stringify(documentOf(data));
}

function documentOf({ version, policy_id: id, ...written }: Body): Json {
  const own = { Version: version ?? "2012-10-17", Statement: written.statement.map(statementOf) };
  const all: readonly Json[] = [...written.source_policy_documents, own, ...written.override_policy_documents];
  return { ...all.reduce(overridden), ...(id ? { Id: id } : {}) };
}

/** A statement takes the place of the earlier one that has its name. */
function overridden(earlier: Json, later: Json): Json {
  const [before, after] = [listOf(earlier["Statement"]), listOf(later["Statement"])];
  const inPlaceOf = (one: unknown) => after.find((other) => sidOf(other) !== "" && sidOf(other) === sidOf(one));
  const kept = before.map((one) => inPlaceOf(one) ?? one);
  return { ...earlier, ...later, Statement: [...kept, ...after.filter((each) => !kept.includes(each))] };
}

const sidOf = (node: unknown): unknown => (isObject(node) ? (node["Sid"] ?? "") : "");

function statementOf(written: Statement): Json {
  return {
    ...(written.sid ? { Sid: written.sid } : {}),
    Effect: written.effect ?? "Allow",
    ...unlessEmpty("Action", written.actions),
    ...unlessEmpty("NotAction", written.not_actions),
    ...unlessEmpty("Resource", written.resources),
    ...unlessEmpty("NotResource", written.not_resources),
    ...unlessEmpty("Principal", written.principals, principalsOf),
    ...unlessEmpty("NotPrincipal", written.not_principals, principalsOf),
    ...unlessEmpty("Condition", written.condition, conditionsOf),
  };
}

function unlessEmpty<T>(element: string, written: T[], meaning?: (written: T[]) => unknown): Json {
  if (written.length === 0) return {};
  return { [element]: meaning ? meaning(written) : written };
}

function principalsOf(whom: Statement["principals"]): unknown {
  const isEveryone = whom.length === 1 && whom[0]!.type === "*" && whom[0]!.identifiers.join() === "*";
  return isEveryone ? "*" : together(whom.map(({ type, identifiers }) => [type, identifiers]));
}

function conditionsOf(conditions: Statement["condition"]): Json {
  const tests = [...new Set(conditions.map(({ test }) => test))];
  return Object.fromEntries(
    tests.map((test) => {
      const ofTest = conditions.filter((each) => each.test === test);
      return [test, together(ofTest.map(({ variable, values }) => [variable, values]))] as const;
    }),
  );
}

/** Several blocks of one kind mean all that they list. */
function together(lists: Lists): Json {
  const found = new Map<string, readonly string[]>();
  for (const [key, values] of lists) found.set(key, [...(found.get(key) ?? []), ...values]);
  return Object.fromEntries(found);
}
