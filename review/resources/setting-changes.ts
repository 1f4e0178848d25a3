import { resourceType } from "../../policies/catalogue/resource-type";
import { isObject, type Data } from "../../policies/model/data";
import type { Resource } from "../../policies/model/resource";
import { legible } from "../../policies/model/symbolic";
import type { Value } from "../../policies/model/value";
import { valuesAt } from "../../policies/model/values-at";
import { canonicalSet } from "../canonical";
import { shiftOf, type Shift } from "../direction";
import type { Change } from "../entry";
import { spelled, spelledJson } from "../spelling";
import { whereIs } from "../where";
import type { Comparable } from "./comparable";
import type { Difference } from "./differences";
import { lossControls, lossUntilAgain } from "./fate";
import { keyMeaning } from "./key-change";
import { directedOf, type Directed } from "./directed";
import type { Pair } from "./pairing";
import type { Renamed } from "./renamed";

/** The settings of which one value protects more than another. */
export interface DirectedChanges {
  readonly changes: readonly Change[];
  /** Paths at which both sides say the same, the one by its default. */
  readonly same: readonly string[];
}

export function directedChanges(pair: Pair, renamed: Renamed): DirectedChanges {
  const found = directedOf(pair.head.type).map((directed) => ({ directed, ...sidesOf(pair, directed, renamed) }));
  return {
    changes: found.flatMap(({ directed, before, after }) => directedChange(pair, directed, before, after)),
    same: found.filter(({ isSame }) => isSame).map(({ directed }) => directed.path),
  };
}

type Texts = readonly (string | undefined)[];

/** What both sides have at a row's path, and whether a default makes them the same. */
function sidesOf({ base, head }: Pair, { path, absent }: Directed, renamed: Renamed) {
  const before = textsAt(base, path).map((text) => text && renamed.text(text));
  const after = textsAt(head, path);
  const isDefault = (texts: Texts) => texts.every((text) => text === absent);
  const isSame = absent !== undefined && (before.length === 0) !== (after.length === 0);
  return { before, after, isSame: isSame && isDefault(before) && isDefault(after) };
}

function directedChange({ head }: Pair, directed: Directed, before: Texts, after: Texts): readonly Change[] {
  const { path, means, absent, controls } = directed;
  const shift = shiftAt(directed, before, after);
  if (shift === "same") return [];
  return [
    {
      verdict: shift === "stronger" ? "stronger" : "weaker",
      about: "setting",
      where: whereIs(head),
      what: shift === "unknown" ? `${path} cannot be known before deployment` : means[shift === "weaker" ? 0 : 1],
      path,
      before: toldTexts(before, absent),
      after: toldTexts(after, absent),
      details: [],
      policies: [],
      controls,
    },
  ];
}

/** How what stands at a row's path moved, by what an absent one means. */
export function shiftAt(
  { stronger, absent }: Pick<Directed, "stronger" | "absent">,
  before: Texts,
  after: Texts,
): Shift {
  if (before.length === 0 && after.length === 0) return "same";
  if (absent === undefined) {
    if (after.length === 0) return "weaker";
    return before.length === 0 ? "stronger" : shiftOf(stronger, before, after);
  }
  const meant = (texts: Texts) => (texts.length > 0 ? texts : [absent]);
  const shift = shiftOf(stronger, meant(before), meant(after));
  // Where any value is weaker than none, none is the strongest.
  const isReturn = stronger === "none" && meant(after).every((text) => text === absent);
  return isReturn && shift === "weaker" ? "stronger" : shift;
}

/** What stands at a path, in each block; undefined for what cannot be known. */
function textsAt(resource: Resource, path: string): readonly (string | undefined)[] {
  const values = path === "tags.data-class" ? [resource.tag("data-class")] : valuesAt(resource, path);
  return values
    .filter((value) => !value.isAbsent)
    .flatMap((value) => (isBlock(value.data) ? wholes(value) : value.text && oneSpelling(value.text)));
}

const oneSpelling = (text: string): string => spelledJson(text) ?? spelled(text);

/** A list or a block, of which a row compares the elements as they are. */
const isBlock = (data: Data | undefined) => typeof data === "object" && data !== null;

const wholes = ({ data }: Value): readonly string[] => [data].flat().map((element) => canonicalSet(element));

export function toldTexts(texts: readonly (string | undefined)[], absent: string | undefined): string {
  if (texts.length === 0)
    return absent === undefined || absent === "Infinity" ? "nothing" : `nothing, which is ${absent}`;
  return short(texts.map((text) => (text === undefined ? "what is not known" : legible(text))).join(", "));
}

/** What runs where Terraform does, whatever the resource is. */
const RUNS = /^(provisioner|connection)\b/;
/** How many of it there are, perhaps none. */
const COUNTS = /^(count|for_each)\b/;

/** A difference that protects neither more nor less, as far as it tells by itself, where that is judged at all. */
export function plainChange({ head }: Pair, difference: Difference): Change {
  const { path, before, after, isOrder } = difference;
  if (COUNTS.test(path)) return countChange(head, difference);
  const isUnjudged = resourceType(head.type) === undefined || RUNS.test(path);
  const told: Change = {
    verdict: isUnjudged ? "weaker" : "other",
    about: "setting",
    where: whereIs(head),
    what: isOrder
      ? `${path} is in another order`
      : before === undefined
        ? `${path} is new`
        : after === undefined
          ? `${path} is gone`
          : `${path} is another`,
    path,
    ...(isOrder || before === undefined ? {} : { before: toldComparable(before) }),
    ...(isOrder || after === undefined ? {} : { after: toldComparable(after) }),
    details: [],
    policies: [],
    controls: isUnjudged ? ["G55"] : [],
  };
  return { ...told, ...keyMeaning(head.type, difference) };
}

/** Which of them are there decides Terraform: what one of them held may go. */
function countChange(head: Resource, { path, before, after }: Difference): Change {
  const loss = lossUntilAgain(head);
  return {
    verdict: loss ? "destroys" : "weaker",
    about: "resource",
    where: whereIs(head),
    what: `there is another number of it, perhaps none${loss ? `: it may be destroyed ${loss}` : ""}`,
    path,
    ...(before === undefined ? {} : { before: toldComparable(before) }),
    ...(after === undefined ? {} : { after: toldComparable(after) }),
    details: [],
    policies: [],
    controls: loss ? lossControls(head) : ["G55"],
  };
}

/** Longer ones are cut: the output says them in full. */
const LONGEST = 200;

export function toldComparable(node: Comparable): string {
  const text = legible(
    typeof node === "string"
      ? node
      : Array.isArray(node) && node.every((each) => !isObject(each) && !Array.isArray(each))
        ? node.join(", ")
        : JSON.stringify(node),
  );
  return short(text);
}

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
