import { isObject } from "./data";
import { endOfInterpolation } from "./interpolation";

/** A reference of Terraform's language as it is written: `aws_kms_key.own`, `local.key`, `module.one`. */
const CHAIN = /(?<![\w.\])-])([A-Za-z_][\w-]*)\.([A-Za-z_][\w-]*)(?!\w*\()/g;
const OPENING = /[$%]\{/g;
const QUOTED = /"(?:[^"\\$]|\\.|\$(?!\{))*"/g;
/** Arguments whose texts are references without being templates. */
const BARE = ["depends_on", "replace_triggered_by"];

/**
 * The first two names of everything that a part of a configuration refers to, functions' arguments among them.
 *
 * Quoted text without a template inside is left out; one with a template is searched whole, so that rather too much is
 * found than too little.
 */
export function referencesOf(node: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(node, false, found);
  return found;
}

function collect(node: unknown, isBare: boolean, found: Set<string>): void {
  if (typeof node === "string") {
    const template = isBare && !node.includes("${") ? `\${${node}}` : node;
    if (template.includes("${") || template.includes("%{"))
      for (const expression of expressionsOf(template)) names(expression, found);
  } else if (Array.isArray(node)) {
    for (const item of node) collect(item, isBare, found);
  } else if (isObject(node)) {
    for (const key in node) if (key !== "//") collect(node[key], BARE.includes(key), found);
  }
}

function names(expression: string, found: Set<string>): void {
  for (const [, root, name] of expression.replace(QUOTED, '""').matchAll(CHAIN)) found.add(`${root}.${name}`);
}

function* expressionsOf(template: string): Generator<string> {
  for (let at = next(template, 0); at !== undefined;) {
    const isEscaped = template[at - 1] === template[at];
    const end = isEscaped ? at + 2 : endOfInterpolation(template, at + 2);
    if (!isEscaped) yield template.slice(at + 2, end);
    at = next(template, end);
  }
}

function next(template: string, from: number): number | undefined {
  OPENING.lastIndex = from;
  return OPENING.exec(template)?.index;
}
