import type { Access } from "../../../config/estate";
import { DataAccessRole } from "../../../constructs/identity/data-access-role";
import { WorkloadBoundary } from "../../../constructs/identity/workload-boundary";
import { lockedStack, Synthesized } from "../../support/synth";

const PEOPLE = "arn:aws:iam::111111111111:role/clover-people";
const ACCESS: Access = {
  id: "support",
  at: "dublin",
  role: "support-engineer",
  team: "customer-support",
  countryOfWork: "IE",
  dataClasses: ["restricted"],
  purpose: "Answering a user's request",
  owner: "customer-support@example.org",
  expires: "2027-06-30",
};

function roleFor(access: Partial<Access> = {}, doors: readonly string[] = ["vpce-1", "vpce-2"]): Synthesized {
  const stack = lockedStack();
  new DataAccessRole(stack, "access", {
    access: { ...ACCESS, ...access },
    peopleRoleArn: PEOPLE,
    doors,
    boundaryArn: "arn:aws:iam::222222222222:policy/boundary",
    bucketArns: ["arn:aws:s3:::data"],
    tableArns: ["arn:aws:dynamodb:eu-west-1:222222222222:table/data"],
    keyArns: ["arn:aws:kms:eu-west-1:222222222222:key/k"],
  });
  return new Synthesized(stack);
}

describe("DataAccessRole", () => {
  const synthesized = roleFor();
  const permissions = Synthesized.statements(synthesized.only("aws_iam_role_policy"));

  it("trusts people of the declared role and country, with a second factor, until the declared day", () => {
    expect(Synthesized.statements(synthesized.only("aws_iam_role"), "assume_role_policy")).toEqual([
      {
        Sid: "DeclaredPeople",
        Effect: "Allow",
        Principal: { AWS: PEOPLE },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: {
            "aws:PrincipalTag/country-of-work": "IE",
            "aws:PrincipalTag/multi-factor": "true",
            "aws:PrincipalTag/role": "support-engineer",
          },
          DateLessThanEquals: { "aws:CurrentTime": "2027-06-30T23:59:59Z" },
        },
      },
    ]);
  });

  it("ends each permission on that day too, since a session may outlive its trust", () => {
    for (const { Condition } of permissions.filter(({ Effect }) => Effect === "Allow")) {
      expect(Condition).toEqual({ DateLessThanEquals: { "aws:CurrentTime": "2027-06-30T23:59:59Z" } });
    }
    expect(permissions.at(-1)).toMatchObject({
      Effect: "Deny",
      Action: "*",
      Condition: { DateGreaterThan: { "aws:CurrentTime": "2027-06-30T23:59:59Z" } },
    });
  });

  it("reads, and does nothing else", () => {
    const allowed = permissions.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => Action);
    expect(allowed).toEqual([
      "s3:ListBucket",
      "s3:GetObject",
      "s3:GetObjectVersion",
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:Query",
      "kms:Decrypt",
    ]);
  });

  it("reaches named resources alone, through the doors alone", () => {
    for (const { Resource } of permissions.filter(({ Effect }) => Effect === "Allow"))
      expect(Resource).not.toContain("*");
    expect(permissions.find(({ Sid }) => Sid === "OutsideDoors")).toMatchObject({
      Effect: "Deny",
      Condition: { StringNotEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } },
    });
  });

  it("lasts an hour, carries the boundary, and says whose it is", () => {
    expect(synthesized.only("aws_iam_role")).toMatchObject({
      max_session_duration: 3600,
      permissions_boundary: "arn:aws:iam::222222222222:policy/boundary",
      tags: {
        access: "support",
        owner: "customer-support@example.org",
        expires: "2027-06-30",
        "country-of-work": "IE",
      },
    });
  });

  it("fails when data could be reached from anywhere", () => {
    expect(() => roleFor({}, [])).toThrow(
      "[access.no-door] dublin/access: 'doors' must name the segment's endpoints, got none",
    );
  });

  it("fails when the access is declared for another stack", () => {
    expect(() => roleFor({ at: "norway" })).toThrow(
      "[access.foreign-place] dublin/access: 'access.at' must be dublin, got norway",
    );
  });

  it("fails when the last day is no date", () => {
    expect(() => roleFor({ expires: "2027-02-31" })).toThrow(
      "[access.malformed-expiry] dublin/access: 'access.expires' must be a date of the calendar, got 2027-02-31",
    );
  });
});

describe("WorkloadBoundary", () => {
  const stack = lockedStack();
  const boundary = new WorkloadBoundary(stack, "boundary", { organizationId: "o-cloverexample" });
  const policy = new Synthesized(stack).only("aws_iam_policy");
  const statements = Object.fromEntries(
    Synthesized.statements(policy).map((statement) => [statement["Sid"], statement]),
  );

  it("has the ARN that it says", () => {
    expect(boundary.arn).toBe("arn:aws:iam::222222222222:policy/clover-dublin-workload-boundary");
    expect(policy["name"]).toBe("clover-dublin-workload-boundary");
  });

  it("allows the data plane and no administration", () => {
    const actions = statements["DataPlane"]!["Action"] as string[];
    expect(
      actions.filter((action) =>
        /\*|^(iam|ec2|organizations|sts):|Policy|CreateGrant|ScheduleKeyDeletion/.test(action),
      ),
    ).toEqual([]);
  });

  it("denies other regions, other organizations, and data from outside any network", () => {
    expect(statements["OtherRegions"]!["Condition"]).toEqual({
      StringNotEquals: { "aws:RequestedRegion": "eu-west-1" },
    });
    expect(statements["OtherOrganizations"]!["Condition"]).toEqual({
      StringNotEqualsIfExists: { "aws:ResourceOrgID": "o-cloverexample" },
    });
    expect(statements["OutsideAnyNetwork"]!["Condition"]).toMatchObject({ Null: { "aws:SourceVpce": "true" } });
  });

  it("fits into what IAM takes", () => expect(policy["policy"].length).toBeLessThan(6144));
});
