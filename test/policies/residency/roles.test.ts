import type { Access, DataClass } from "../../../config/estate";
import { loadEstate } from "../../../config/load";
import { proofOf } from "../../../policies/residency/proof";
import { sampleContext } from "../../support/sample-context";
import { TODAY } from "../../support/estates";

const local = loadEstate("local", { today: TODAY });

function accessFromTheUs(...dataClasses: readonly DataClass[]): Access {
  return { ...local.accesses[0]!, id: "analysts", role: "analyst", countryOfWork: "US", dataClasses };
}

function roleOf(principal: string, resource: string, condition: object, name = "analyst") {
  const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return {
    aws_s3_bucket: {
      people: { bucket: "people", tags: { "data-class": "restricted" } },
      figures: { bucket: "figures", tags: { "data-class": "aggregated" } },
    },
    aws_iam_role: {
      analyst: {
        name,
        assume_role_policy: document({
          Effect: "Allow",
          Principal: { AWS: principal },
          Action: "sts:AssumeRole",
          Condition: condition,
        }),
      },
    },
    aws_iam_role_policy: {
      analyst: {
        role: "${aws_iam_role.analyst.name}",
        policy: document({ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${resource}/*` }),
      },
    },
  };
}

const analyst = (resource: string, ends = "2027-06-30") =>
  roleOf(local.organization.peopleRoleArn, resource, {
    StringEquals: {
      "aws:PrincipalTag/country-of-work": "US",
      "aws:PrincipalTag/multi-factor": "true",
      "aws:PrincipalTag/role": "analyst",
    },
    DateLessThanEquals: { "aws:CurrentTime": `${ends}T23:59:59Z` },
  });
const auditor = (resource: string, name = "clover-local-dublin-auditor") =>
  roleOf(
    local.monitor.auditorPrincipals[0]!,
    resource,
    { StringEquals: { "sts:ExternalId": local.monitor.externalId } },
    name,
  );

function verdictsOf(resources: ReturnType<typeof roleOf>, accesses: readonly Access[]): readonly string[] {
  const context = sampleContext(resources, { ...local, accesses }, TODAY);
  return proofOf(context).leaks.map(({ verdict }) => verdict);
}

describe("a declared access", () => {
  it("lets people outside reach aggregated data", () => {
    expect(verdictsOf(analyst("figures"), [accessFromTheUs("aggregated")])).toEqual([]);
  });

  it("fails when the role reads restricted data", () => {
    expect(verdictsOf(analyst("people"), [accessFromTheUs("aggregated")])).toEqual(["leaves"]);
  });

  it("fails when the role reads whatever there is", () => {
    expect(verdictsOf(analyst("*"), [accessFromTheUs("aggregated")])).toEqual(["leaves"]);
  });

  it("fails when it has ended", () => {
    const ended = { ...accessFromTheUs("aggregated"), expires: "2026-11-23" };
    expect(verdictsOf(analyst("figures"), [ended])).toEqual(["undeclared"]);
  });

  it("fails when the role stays open after its end", () => {
    expect(verdictsOf(analyst("figures", "2027-07-01"), [accessFromTheUs("aggregated")])).toEqual(["undeclared"]);
  });

  it("fails when there is none", () => {
    expect(verdictsOf(analyst("figures"), [])).toEqual(["undeclared"]);
  });
});

describe("the monitor's auditors", () => {
  it("may take on a role of theirs that reads nothing restricted", () => {
    expect(verdictsOf(auditor("figures"), [])).toEqual([]);
  });

  it("fails when the role reads restricted data", () => {
    expect(verdictsOf(auditor("people"), [])).toEqual(["leaves"]);
  });

  it("fails when the role is none of theirs, whatever it reads", () => {
    expect(verdictsOf(auditor("figures", "analyst"), [])).toEqual(["undeclared"]);
  });
});
