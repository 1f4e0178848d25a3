import { Kept } from "../kept";
import type { Carried, ConditionKey, KeyType } from "./carried";
import { conditionKey } from "./condition-keys";
import { type Literal, textLiteral } from "./literal";
import { type PatternForm, patternList } from "./pattern";
import type { PrincipalClass } from "./principal-class";
import type { World } from "./world";
import { writtenOut } from "./written-out";

/** What a variable of a request may be. */
export interface Domain {
  readonly presence: "always" | "never" | "maybe";
  readonly multivalued: boolean;
  readonly type: KeyType;
  /** What every value meets; absence meets them all. */
  readonly limits: readonly Literal[];
}

/** Undefined for a condition key that is not modelled. */
export type Scope = (variable: string) => Domain | undefined;

export interface Bounds {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly context?: Readonly<Record<string, readonly string[] | "absent" | "any">>;
  readonly world: World;
}

type Bound = readonly string[] | "absent" | "any" | undefined;

/** One domain for all that is the same, so that what is found in it once is found again. */
const domains = new Kept<Domain | undefined>();

/**
 * The requests of one class of principals within some bounds.
 *
 * @param organizations the ids that policies or question name
 */
export function scopeOf(principal: PrincipalClass, bounds: Bounds, organizations: readonly string[]): Scope {
  const known = new Map<string, Domain | undefined>();
  const bound = new Map(Object.entries(bounds.context ?? {}).map(([name, values]) => [name.toLowerCase(), values]));
  const of = (variable: string): Domain | undefined => {
    const { carriedBy, ...key } = conditionKey(variable) ?? { carriedBy: undefined };
    const carried = carriedBy?.(principal, bounds.world, organizations);
    const within = ofRequest(variable, bounds) ?? bound.get(variable);
    const limits = typeof within === "object" ? writtenOut(within) : within;
    return domains.of(`${variable} ${JSON.stringify(carried)} ${limits}`, () =>
      domainOf(variable, { ...key, ...carried }, within),
    );
  };
  return (variable) => {
    if (!known.has(variable)) known.set(variable, of(variable));
    return known.get(variable);
  };
}

/** What is no condition key. */
function ofRequest(variable: string, { actions, resources }: Bounds): readonly string[] | undefined {
  return variable === "action" ? actions : variable === "resource" ? resources : undefined;
}

function domainOf(variable: string, carried: Partial<Carried & ConditionKey>, values: Bound): Domain | undefined {
  if (variable === "action" || variable === "resource") return required(variable, values as readonly string[]);
  const free = sent(variable, carried);
  if (values === undefined || values === "any") return free ?? (values && UNMODELLED);
  const { presence, limits, ...rest } = free ?? UNMODELLED;
  if (values === "absent") {
    return presence === "always" ? { ...rest, presence, limits: [IMPOSSIBLE] } : { ...rest, presence: "never", limits };
  }
  const within = limit(variable, values, true, formOf(rest.type));
  return { ...rest, presence: "always", limits: [...limits, within, ...(presence === "never" ? [IMPOSSIBLE] : [])] };
}

const UNMODELLED: Domain = { presence: "maybe", multivalued: false, type: "text", limits: [] };
/** Bounds that no request of this principal is within. */
const IMPOSSIBLE = limit("", [], true);

function sent(variable: string, key: Partial<Carried & ConditionKey>): Domain | undefined {
  const { presence, values, except = [], type, multivalued } = key;
  if (presence === undefined || type === undefined || multivalued === undefined) return undefined;
  const limits = [
    ...(values === undefined ? [] : [limit(variable, values, true, formOf(type))]),
    ...(except.length === 0 ? [] : [limit(variable, except, false, formOf(type))]),
    ...(type === "bool" ? [limit(variable, ["true", "false"], true, formOf("bool"))] : []),
  ];
  return { presence, multivalued, type, limits };
}

function formOf(type: KeyType): PatternForm {
  return {
    wildcards: true,
    ...(type === "arn" ? { arn: "parts" } : {}),
    ...(type === "bool" ? { anyCase: true } : {}),
  };
}

function required(variable: string, texts: readonly string[]): Domain {
  const isAction = variable === "action";
  const form = { wildcards: true, anyCase: isAction };
  const limits = [texts, ...(isAction ? [["?*:?*"]] : [])].map((each) => limit(variable, each, true, form));
  return { presence: "always", multivalued: false, type: "text", limits };
}

function limit(
  variable: string,
  texts: readonly string[],
  wanted: boolean,
  form: PatternForm = { wildcards: true },
): Literal {
  const quantifier = wanted ? "all" : "any";
  return textLiteral(patternList(texts, form), { variable, quantifier, negated: false, whenAbsent: wanted, wanted });
}
