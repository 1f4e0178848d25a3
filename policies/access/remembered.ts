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
  const stacks = asked.world.names ?? NO_NAMES;
  if (documents.some((document) => comparesAmounts(document, asked.context))) return find();
  const shapes = [...documents.map(shapesOf(stacks)), askedShape(asked, stacks)];
  if (!isNameBlind(shapes)) return find();
  const names = namesOf(shapes);
  const key = `${kind}|${placesIn(shapes, names)}|${organizations(names, asked.world)}`;
  const known = answers.get(key) as Answered<Found> | undefined;
  if (known) return toldFor(known, names, documents, stacks);
  const found = find();
  answers.set(key, { names, documents, found });
  return found;
}

/** The shapes of what was asked, by what was asked in full: of many documents the same is. */
const askedShapes = once((_stacks: Names) => new Kept<Shape>());

function askedShape({ world, ...asked }: Asked, stacks: Names): Shape {
  const { resourceAccount, resourceOrganization, managementAccounts } = world;
  const whole = { ...asked, resourceAccount, resourceOrganization, managementAccounts };
  return askedShapes(stacks).of(JSON.stringify(whole), () => shapeOf(whole, { ...asked, actions: undefined }, stacks));
}

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
