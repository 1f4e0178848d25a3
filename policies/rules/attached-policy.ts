import type { PolicyDocument } from "../access/document";
import { evaluateAlone } from "../access/evaluate";
import { deniesAll, grants, type Question } from "../access/question";
import type { Request } from "../access/request";
import type { World } from "../access/world";
import type { Resource } from "../model/resource";
import { legible } from "../model/symbolic";
import type { Value } from "../model/value";
import { all, fail, pass, undecided, type Verdict } from "../verdict";
import { allDenied } from "./all-denied";
import { atWorst, untoldKeys } from "./at-worst";
import { nothingGranted } from "./nothing-granted";
import { documentIn } from "./policy-values";

/** Where the resource policy of a type stands: on itself, or on a resource that names it. */
export interface PolicyPlace {
  readonly inline?: string;
  readonly companion: { readonly type: string; readonly by: string };
}

/** A resource policy that was found, with the questions that policies ask of it. */
export class AttachedPolicy {
  constructor(
    private readonly value: Value,
    readonly document: PolicyDocument,
  ) {}

  /** Passes when every request within the question is denied explicitly. */
  mustDeny(question: Question, expected: string, document = this.document): Verdict {
    return allDenied(this.value.at, deniesAll(document, question), expected);
  }

  /** Passes when no request within the question is allowed, however the grant is written. */
  mustNotGrant(question: Question, expected: string, document = this.document): Verdict {
    const found = grants(document, question).map((grant) => {
      const at = grant.statement ? `.Statement[${grant.statement.index}]` : "";
      return nothingGranted({ ...this.value.at, jsonPath: this.value.jsonPath + at }, [grant], expected);
    });
    return all(pass(this.value.at), ...found);
  }

  /** Passes when one request is allowed for certain, whatever it says beside what is told of it. */
  mustAllow(request: Request, world: World): Verdict {
    const { decision, why } = evaluateAlone(request, this.document, world);
    const expected = `a grant of ${request.action} on ${request.resource}`;
    if (decision === "allowed") {
      const worst = atWorst(this.document, request.context);
      if (worst === this.document || evaluateAlone(request, worst, world).decision === "allowed") {
        return pass(this.value.at);
      }
      const keys = untoldKeys(this.document, request.context).join(", ");
      return undecided(this.value.at, `a grant that turns on ${keys}`, expected);
    }
    if (decision === "unknown") return undecided(this.value.at, legible(why ?? "perhaps a grant"), expected);
    return fail(this.value.at, decision === "explicitDeny" ? "a denial" : "none", expected);
  }

  /** Passes when some request within the question is not denied. */
  mustLeaveOpen(question: Question, expected: string): Verdict {
    const { answer, why } = deniesAll(this.document, question);
    if (answer === "no") return pass(this.value.at);
    if (answer === "yes") return fail(this.value.at, "a denial of all of them", expected);
    return undecided(this.value.at, legible(why ?? "perhaps a denial of all of them"), expected);
  }
}

/** What `judge` says of a resource's one policy: a failure where it has none, undecided where that cannot be known. */
export function judgeAttached(
  resource: Resource,
  { inline, companion }: PolicyPlace,
  judge: (policy: AttachedPolicy) => Verdict,
): Verdict {
  const expected = "exactly one resource policy";
  const values = [
    ...(inline ? [resource.value(inline)] : []),
    ...resource.companions(companion.type, companion.by).map((one) => one.value("policy")),
  ].filter((value) => !value.isAbsent);
  const [value, ...others] = values;
  if (!value) return fail(resource.root.at, "none", expected);
  if (others.length > 0) return undecided(value.at, "several, of which one replaces the others", expected);
  if (value.resource.exists !== "yes") return undecided(value.at, "a number that an expression decides", expected);
  return judge(new AttachedPolicy(value, documentIn(value)));
}
