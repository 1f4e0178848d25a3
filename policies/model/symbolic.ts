/**
 * Text whose parts may not be known before deployment.
 *
 * Policy documents, ARNs and names are judged as text. What Terraform only learns later stands in it as a mark of two
 * kinds, so that text around it is still judged:
 *
 * - a **hole** can become anything: a variable, a function, a data source;
 * - an **identity** is what AWS will assign to one resource, e.g. a key's id: another resource's never equals it, the
 *   same resource's always does, and a literal may turn out to be it.
 *
 * The marks are characters of Unicode's private use area. Input that carries them itself is refused where it is read.
 */
const HOLE = { opens: "\uE000", closes: "\uE001" } as const;
const IDENTITY = { opens: "\uE002", closes: "\uE003" } as const;
const MARK = /[\uE000-\uE003]/;
const HOLES = /\uE000([^\uE001]*)\uE001/g;
const IDENTITIES = /\uE002([^\uE003]*)\uE003/g;

/** @param expression what stands there, e.g. `var.region` */
export function hole(expression: string): string {
  return `${HOLE.opens}${expression.replace(/[\uE000-\uE003]/g, "")}${HOLE.closes}`;
}

/** @param of the resource and the attribute that AWS assigns, e.g. `dublin/aws_kms_key.data.key_id` */
export function identity(of: string): string {
  return `${IDENTITY.opens}${of}${IDENTITY.closes}`;
}

export function hasMark(text: string): boolean {
  return MARK.test(text);
}

export function hasHole(text: string): boolean {
  return text.includes(HOLE.opens);
}

/** Whether AWS chooses a part of it. */
export function isAssigned(text: string): boolean {
  return text.includes(IDENTITY.opens);
}

/** The expressions of every hole. */
export function holesOf(text: string): readonly string[] {
  return [...text.matchAll(HOLES)].map((match) => match[1]!);
}

/** As a person reads it: `arn:aws:kms:eu-west-1:111111111111:key/${aws_kms_key.data.key_id}`. */
export function legible(text: string): string {
  return text
    .replace(HOLES, (_, expression: string) => `\${${expression}}`)
    .replace(IDENTITIES, (_, of: string) => `\${${of.slice(of.indexOf("/") + 1)}}`);
}

/** A piece of symbolic text: one literal run, one hole, or one identity. */
export type Piece =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "hole"; readonly text: string }
  | { readonly kind: "identity"; readonly text: string };

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(/[\uE000\uE002]([^\uE001\uE003]*)[\uE001\uE003]/g)) {
    if (match.index > at) pieces.push({ kind: "literal", text: text.slice(at, match.index) });
    pieces.push({ kind: match[0].startsWith(HOLE.opens) ? "hole" : "identity", text: match[1]! });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: "literal", text: text.slice(at) });
  return pieces;
}
