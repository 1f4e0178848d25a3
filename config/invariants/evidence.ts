import type { Draft } from "../draft";
import { canonical } from "../digest";
import { evidenceDigest, type DrainEvidence } from "../drain-evidence";
import { drainStores } from "../drain-stores";
import type { Estate } from "../estate";
import type { Problem } from "../problem";

/**
 * Phases never go back: without the evidence of a complete drain the enclave is not retired, and with it, it does not
 * serve again.
 */
export function* phaseHolds(
  { enclave }: Draft,
  evidence: { readonly file: string; readonly exists: boolean },
): Generator<Problem> {
  if (!enclave) return;
  const path = ["enclave", "phase"];
  if (enclave.phase === "retired" && !evidence.exists) {
    yield {
      code: "estate.retired-without-evidence",
      path,
      value: enclave.phase,
      rule: `not be retired before there is ${evidence.file}`,
      fix: "declare it draining, drain it, and take `clover enclave status --evidence`",
    };
  }
  if (enclave.phase === "serving" && evidence.exists) {
    yield {
      code: "estate.phase-went-back",
      path,
      value: enclave.phase,
      rule: `not be serving, since ${evidence.file} says that it is drained`,
      fix: "declare it draining or retired: what has come home is not sent away again",
    };
  }
}

/** What evidence says that is not so: of another estate, of an incomplete drain, or changed since it was written. */
export function* evidenceHolds(evidence: DrainEvidence, estate: Estate, today: string): Generator<Problem> {
  const expected = evidenceDigest(evidence);
  if (evidence.digest !== expected) {
    yield {
      code: "estate.changed-evidence",
      path: ["digest"],
      value: evidence.digest,
      rule: `be ${expected}, which is what the rest of the file amounts to`,
      fix: "restore the file as it was written; nobody edits evidence",
    };
  }
  const { sunset, source, target } = evidence;
  yield* foreign({ sunset, source, target }, { sunset: estate.enclave.sunset, ...drainStores(estate) }, []);
  yield* incomplete("objects", evidence.objects, evidence.objects.source.versions);
  yield* incomplete("items", evidence.items, evidence.items.source.count);
  if (evidence.comparedOn > today) {
    yield {
      code: "estate.evidence-of-the-future",
      path: ["comparedOn"],
      value: evidence.comparedOn,
      rule: `be ${today} or before`,
      fix: "restore the file as it was written",
    };
  }
}

/** @param same how many of what the enclave held are at home as they were there */
function* incomplete(
  part: "objects" | "items",
  compared: DrainEvidence[typeof part],
  same: number,
): Generator<Problem> {
  const { source, target, held, newerAtHome, erasedAtHome } = compared;
  const fix = "drain what is missing and take the evidence again, while the enclave is draining";
  const code = "estate.incomplete-evidence";
  if (canonical(source) !== canonical(target)) {
    const rule = `be equal to ${part}.source, ${canonical(source)}`;
    yield { code, path: [part, "target"], value: target, rule, fix };
  }
  const accounted = same + newerAtHome + erasedAtHome;
  if (held !== accounted) {
    const rule = `be ${accounted}: what is the same at home, newer there and erased there`;
    yield { code, path: [part, "held"], value: held, rule, fix };
  }
}

type Named = { readonly [name: string]: string | Named };

function* foreign(said: Named, declared: Named, path: readonly string[]): Generator<Problem> {
  for (const [name, value] of Object.entries(said)) {
    const expected = declared[name]!;
    if (typeof value === "object") {
      yield* foreign(value, expected as Named, [...path, name]);
    } else if (value !== expected) {
      yield {
        code: "estate.foreign-evidence",
        path: [...path, name],
        value,
        rule: `be ${expected as string}, as the estate declares it`,
        fix: "put the evidence of this estate's own drain there",
      };
    }
  }
}
