import { comparesAmounts } from "./compares-amounts";
import { Kept } from "../kept";
import { once } from "../once";
import type { PolicyDocument } from "./document";
import type { Request } from "./request";
import { isNameBlind, jointShape, namesOf, placesIn, replaceNames, type Shape, shapeOf } from "./shape";
import type { Statement } from "./statement";
import type { Names, World } from "./world";

/** Whatever is asked about: all of it but the actions may name somebody or something. */
interface Asked {
  readonly actions?: readonly string[];
  readonly world: World;
  readonly context?: Readonly<Record<string, readonly string[] | string>>;
}

/** The parts of an answer that are told by names. */
interface Told {
  readonly request?: Request;
  readonly statement?: Statement;
  readonly why?: string;
}

interface Answered<Found> {
  readonly names: readonly string[];
  readonly documents: readonly PolicyDocument[];
  readonly found: readonly Found[];
}

const answers = new Kept<Answered<Told>>();
const NO_NAMES: Names = new Set();

/**
 * The answer to a question, worked out once for all documents and questions that differ in nothing but the names in
 * them: the sites of an estate have the same policies, each about itself.
 *
 * @param kind what is asked: answers of one kind are never taken for another's, and are of one type
 */
export function remembered<Found extends Told>(
  kind: string,
  documents: readonly PolicyDocument[],
  asked: Asked,
  find: () => readonly Found[],
): readonly Found[] {
  const stacks = sameNames(asked.world.names ?? NO_NAMES);
  const form = formOf(documents, asked, stacks);
  if (form === undefined) return find();
  const { names, places } = form;
  const key = `${kind}|${places}|${organizations(names, asked.world)}`;
  const known = answers.get(key) as Answered<Found> | undefined;
  if (known) return toldFor(known, names, documents, stacks);
  const found = find();
  answers.set(key, { names, documents, found });
  return found;
}

const sets = new Kept<Names>();
/** One set for the same names, whoever declares them: two versions of an estate mostly have the same. */
const sameNames = once((names: Names): Names => sets.of([...names].join(), () => names));

/** What some documents and a question are apart from the names in them. */
interface Form {
  readonly names: readonly string[];
  readonly places: string;
}

/** Undefined where an answer may turn on what a name says. */
function formOf(documents: readonly PolicyDocument[], asked: Asked, stacks: Names): Form | undefined {
  const { world, ...rest } = asked;
  const { resourceAccount, resourceOrganization, managementAccounts } = world;
  const whole = { ...rest, resourceAccount, resourceOrganization, managementAccounts };
  const written = JSON.stringify(whole);
  return forms(stacks).of(`${documents.map(idOf).join()} ${written}`, () => {
    if (documents.some((document) => comparesAmounts(document, asked.context))) return undefined;
    const ofAsked = askedShapes(stacks).of(written, () => shapeOf(whole, { ...rest, actions: undefined }, stacks));
    const shapes = [...documents.map(shapesOf(stacks)), ofAsked];
    if (!isNameBlind(shapes)) return undefined;
    const names = namesOf(shapes);
    return { names, places: placesIn(shapes, names) };
  });
}

const forms = once((_: Names) => new Kept<Form | undefined>());
/** By what was asked in full: of many documents the same is. */
const askedShapes = once((_: Names) => new Kept<Shape>());

let documentsSeen = 0;
const idOf = once((_: PolicyDocument) => documentsSeen++);

/** Each document's shape, for each set of names: documents that are made of one another's statements share theirs. */
const shapesOf = once((stacks: Names) => {
  const shapeOfStatement = once((statement: Statement) => {
    const { actions: _actions, notActions: _others, ...matched } = statement;
    return shapeOf(statement, matched, stacks);
  });
  return once(({ version, statements, problems }: PolicyDocument) =>
    jointShape([shapeOf({ version, problems }, undefined, stacks), ...statements.map(shapeOfStatement)]),
  );
});

function organizations(names: readonly string[], { organizationOf }: World): string {
  return names.map((name) => organizationOf(name) ?? "").join();
}

/** An answer by the names of those who ask. */
function toldFor<Found extends Told>(
  { names, documents, found }: Answered<Found>,
  now: readonly string[],
  asking: readonly PolicyDocument[],
  stacks: Names,
): readonly Found[] {
  if (names.every((name, at) => name === now[at]) && documents.every((each, at) => each === asking[at])) return found;
  const renamed = new Map(names.map((name, at) => [name, now[at]!]));
  // A name is known as it stands in JSON.
  const told = <Part>(part: Part): Part =>
    JSON.parse(replaceNames(JSON.stringify(part), stacks, (name) => renamed.get(name) ?? name)) as Part;
  const standing = (statement: Statement) => {
    const at = documents.findIndex(({ statements }) => statements.includes(statement));
    return asking[at]!.statements[documents[at]!.statements.indexOf(statement)]!;
  };
  return found.map((one) => {
    const { request, statement, why } = one;
    return {
      ...one,
      ...(request ? { request: told(request) } : {}),
      ...(statement ? { statement: standing(statement) } : {}),
      ...(why === undefined ? {} : { why: told(why) }),
    };
  });
}
