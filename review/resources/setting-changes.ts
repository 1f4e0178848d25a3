import { resourceType } from "../../policies/catalogue/resource-type";
import { isObject, type Data } from "../../policies/model/data";
import type { Resource } from "../../policies/model/resource";
import { legible } from "../../policies/model/symbolic";
import type { Value } from "../../policies/model/value";
import { valuesAt } from "../../policies/model/values-at";
import { canonicalSet } from "../canonical";
import { shiftOf } from "../direction";
import type { Change } from "../entry";
import { whereIs } from "../where";
import type { Comparable } from "./comparable";
import type { Difference } from "./differences";
import { directedOf, type Directed } from "./directed";
import type { Pair } from "./pairing";

/** The settings of which one value protects more than another. */
export function directedChanges(pair: Pair): readonly Change[] {
  return directedOf(pair.head.type).flatMap((directed) => directedChange(pair, directed));
}

function directedChange(
  { base, head }: Pair,
  { path, means, stronger, absent, controls }: Directed,
): readonly Change[] {
  const [before, after] = [base, head].map((resource) => textsAt(resource, path));
  if (before!.length === 0 && after!.length === 0) return [];
  const meant = (texts: readonly (string | undefined)[]) =>
    texts.length > 0 || absent === undefined ? texts : [absent];
  const shift =
    after!.length === 0 && absent === undefined
      ? "weaker"
      : before!.length === 0 && absent === undefined
        ? "stronger"
        : shiftOf(stronger, meant(before!), meant(after!));
  if (shift === "same") return [];
  return [
    {
      verdict: shift === "stronger" ? "stronger" : "weaker",
      about: "setting",
      where: whereIs(head),
      what: shift === "unknown" ? `${path} cannot be known before deployment` : means[shift === "weaker" ? 0 : 1],
      path,
      before: toldTexts(before!, absent),
      after: toldTexts(after!, absent),
      details: [],
      policies: [],
      controls,
    },
  ];
}

/** What stands at a path, in each block; undefined for what cannot be known. */
function textsAt(resource: Resource, path: string): readonly (string | undefined)[] {
  const values = path === "tags.data-class" ? [resource.tag("data-class")] : valuesAt(resource, path);
  return values
    .filter((value) => !value.isAbsent)
    .flatMap((value) => (isBlock(value.data) ? wholes(value) : value.text));
}

/** A list or a block, of which a row compares the elements as they are. */
const isBlock = (data: Data | undefined) => typeof data === "object" && data !== null;

const wholes = ({ data }: Value): readonly string[] => [data].flat().map((element) => canonicalSet(element));

function toldTexts(texts: readonly (string | undefined)[], absent: string | undefined): string {
  if (texts.length === 0)
    return absent === undefined || absent === "Infinity" ? "nothing" : `nothing, which is ${absent}`;
  return short(texts.map((text) => (text === undefined ? "what is not known" : legible(text))).join(", "));
}

/** What runs where Terraform does, whatever the resource is. */
const RUNS = /^(provisioner|connection)\b/;

/** A difference that protects neither more nor less, as far as it tells by itself, where that is judged at all. */
export function plainChange({ head }: Pair, { path, before, after, isOrder }: Difference): Change {
  const isUnjudged = resourceType(head.type) === undefined || RUNS.test(path);
  return {
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
