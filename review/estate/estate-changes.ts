import type { Estate } from "../../config/estate";
import { shiftOf, type Shift } from "../direction";
import type { Change, ChangeVerdict } from "../entry";
import { fieldsOf, type Fields } from "./fields";
import { memberChanges } from "./members";
import { ESTATE_RULES, type EstateRule } from "./rules";

const LISTS = ["sites", "flows", "accesses", "counterparties"];

/** What is declared otherwise: every field by what it protects, the members of lists that came and went before them. */
export function estateChanges(base: Estate, head: Estate): readonly Change[] {
  const [before, after] = [fieldsOf(base), fieldsOf(head)];
  const paths = new Set([...before.keys(), ...after.keys()]);
  const fields = [...paths].flatMap((path) => fieldChange(path, before, after));
  return [...memberChanges(base, head), ...fields];
}

function fieldChange(path: string, before: Fields, after: Fields): readonly Change[] {
  const [was = [], is = []] = [before.get(path), after.get(path)];
  if (JSON.stringify(was) === JSON.stringify(is) || isOfOneSide(path, before, after)) return [];
  const rule = ESTATE_RULES.find((each) => matches(each.path, path));
  const shift = rule ? shiftOf(rule.stronger, was, is) : "same";
  const [subject, field] = parted(path);
  const meaning = shift === "stronger" ? rule?.means?.stronger : shift === "same" ? undefined : rule?.means?.weaker;
  return [
    {
      verdict: verdictOf(shift, rule),
      about: "estate",
      what: `${rule?.name ?? field} of ${subject} changes`,
      path,
      ...(was.length > 0 && { before: was.join(", ") }),
      ...(is.length > 0 && { after: is.join(", ") }),
      details: meaning === undefined ? [] : [meaning],
      policies: [],
      controls: rule?.controls ?? [],
    },
  ];
}

/** What cannot be told is never stronger. */
function verdictOf(shift: Shift, rule: EstateRule | undefined): ChangeVerdict {
  if (shift === "same") return "other";
  return shift === "stronger" ? (rule?.strong ?? "stronger") : (rule?.weaker ?? "weaker");
}

/** Fields of a member that came or went are told with it; a key of a stack that came or went, with the stack. */
function isOfOneSide(path: string, before: Fields, after: Fields): boolean {
  const [list, id] = path.split(".") as [string, string];
  if (!LISTS.includes(list)) return /KeyArns?\.|keyArns\./.test(path) && before.has(path) !== after.has(path);
  return before.has(`${list}.${id}.id`) !== after.has(`${list}.${id}.id`);
}

/** `the sunset` of `the enclave`, `the status` of `norway`. */
function parted(path: string): readonly [subject: string, field: string] {
  const [section, ...rest] = path.split(".") as [string, ...string[]];
  const [member, ...field] = rest;
  if (LISTS.includes(section) && member) return [member, field.join(".")];
  return rest.length === 0 ? ["the estate", section] : [`the ${section}`, rest.join(".")];
}

function matches(pattern: EstateRule["path"], path: string): boolean {
  const [wanted, steps] = [pattern.split("."), path.split(".")];
  return wanted.length === steps.length && wanted.every((step, index) => step === "*" || step === steps[index]);
}
