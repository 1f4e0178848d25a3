import type { StackPlace } from "../../../config/places";
import { allowsAny, evaluate } from "../../access/evaluate";
import { documentsOf, type Layers } from "../../access/layers";
import { deniesAll, grantsAny } from "../../access/question";
import type { Request } from "../../access/request";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { legible } from "../../model/symbolic";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { allDenied } from "../all-denied";
import { arnOf } from "../arn-of";
import { denialOf, type Permitted } from "../denial-of";
import { worldOf } from "../estate-world";
import { inAccount, stackAt } from "../in-account";
import { nothingGranted } from "../nothing-granted";
import { leftByOrganization } from "../organization/left-by-organization";
import { ownPolicies } from "../own-policies";
import { assumption, trustOf } from "./access-trust";
import { carriedBoundary } from "./boundaries";
import { heldPolicies } from "./held-policies";
import { mayIn } from "./role-needs";

/** An action on a resource, with what the request carries. */
export interface Needed {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A role of the monitor's in an account of the operator's, and what is asked of it. */
export class VisitingRole {
  private readonly layers: Layers;
  private readonly unread: readonly Verdict[];

  constructor(
    private readonly role: Resource,
    private readonly context: Context,
  ) {
    const { written, unread } = heldPolicies(role, context);
    const boundary = carriedBoundary(role);
    this.layers = { identity: written.map(({ document }) => document), ...(boundary ? { boundary } : {}) };
    this.unread = unread.map(({ at, legible: text }) =>
      undecided(at, `a policy that is not in the output: ${text}`, "policies that are in the output"),
    );
  }

  /** Passes when each declared auditor is let in with the external id, and the role has a boundary of its stack. */
  letsAuditorsIn(): Verdict {
    const { monitor } = this.context.estate;
    const { at } = this.role.value("assume_role_policy");
    const ofStack = ({ stack, exists }: Resource) => (stack === this.role.stack ? exists : ("no" as const));
    return all(
      this.role.value("permissions_boundary").mustReferTo("a policy of the same stack", ["aws_iam_policy"], ofStack),
      ...monitor.auditorPrincipals.map((arn) => {
        const { answer, why } = grantsAny(trustOf(this.role), {
          ...assumption(this.role, this.context, {
            principals: [{ kind: "principal", arn }],
            context: { "sts:ExternalId": [monitor.externalId] },
          }),
          actions: ["sts:AssumeRole"],
        });
        const expected = `${arn} let in with the external id ${monitor.externalId}`;
        if (answer === "yes") return this.isLeft(this.visitOf(arn));
        return answer === "no" ? fail(at, "it is not", expected) : undecided(at, legible(why ?? "unknown"), expected);
      }),
    );
  }

  /** Passes when nothing else is allowed, by all policies together. */
  mayOnly(permitted: readonly Permitted[], expected: string): Verdict {
    const { identity = [] } = this.layers;
    const found = allowsAny(
      { ...this.layers, identity: [...identity, denialOf(permitted)] },
      { principals: [this.principal], actions: ["*"], resources: ["*"], world: this.world },
    );
    return all(nothingGranted(this.role.root.at, [found], expected), ...this.unread);
  }

  /** Passes when all of this is denied explicitly, so that no resource's own policy can allow it. */
  isDenied(actions: readonly string[], expected: string): Verdict {
    const question = { principals: [this.principal], actions, resources: ["*"], world: this.world };
    return allDenied(this.role.root.at, deniesAll(documentsOf(this.layers), question), expected);
  }

  /** Passes when all of this is allowed for certain, and left to the role by the organization. */
  can(needed: readonly Needed[]): Verdict {
    const verdicts = needed.map(({ action, resource, context = {} }): Verdict => {
      const request = { principal: { kind: "role", arn: this.principal.arn } as const, action, resource, context };
      const { decision, why } = evaluate(request, { ...this.layers, world: this.world });
      const expected = `${action} on ${resource}`;
      if (decision === "allowed") return this.isLeft(request, this.role.account);
      if (decision !== "unknown") return fail(this.role.root.at, decision, expected);
      return undecided(this.role.root.at, legible(why ?? "perhaps"), expected);
    });
    return all(pass(this.role.root.at), ...verdicts, ...this.unread);
  }

  /** Passes when the role may do all of this to a key, by its own policies and by the key's, which alone lets anybody in. */
  reaches(key: Resource, actions: readonly string[]): Verdict {
    const need = { actions, resource: arnOf(key), guards: ownPolicies(key), isSole: true };
    return mayIn(this.role, this.context)(need);
  }

  private visitOf(arn: string): Request {
    const kind = /:role\//.test(arn) ? "role" : /:user\//.test(arn) ? "user" : "root";
    const context = { "sts:ExternalId": [this.context.estate.monitor.externalId] };
    return { principal: { kind, arn }, action: "sts:AssumeRole", resource: this.principal.arn, context };
  }

  /** What the role's own account is bound by may refuse it all the same. */
  private isLeft(request: Request, account?: string): Verdict {
    const { account: resourceAccount, region, root } = this.role;
    const { action, ...call } = request;
    const requests = { ...call, actions: [action] };
    const asked = { requests, resourceAccount, region, ...(account === undefined ? {} : { account }) };
    return leftByOrganization(asked, root.at, this.context);
  }

  private get principal() {
    return { kind: "principal", arn: String(this.role.attribute("arn")) } as const;
  }

  private get world() {
    return worldOf(this.context.estate, this.role.account);
  }
}

/** What `judge` says of the role of an ARN in a place: it must be there. */
export function ofVisitingRole(
  context: Context,
  place: StackPlace,
  arn: string,
  judge: (role: VisitingRole) => Verdict,
): Verdict {
  const roles = inAccount(context, place, "aws_iam_role");
  const role = roles.find((candidate) => candidate.attribute("arn") === arn);
  if (!role) return fail(stackAt(place.stack), "no such role", arn);
  if (role.exists !== "yes") return undecided(role.root.at, "an expression decides whether it exists", arn);
  return judge(new VisitingRole(role, context));
}
