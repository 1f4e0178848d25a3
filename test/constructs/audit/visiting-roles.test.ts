import { AuditorRole } from "../../../constructs/audit/auditor-role";
import { ContainmentRole } from "../../../constructs/audit/containment-role";
import { monitorRoles } from "../../../config/names";
import { sitePlaces } from "../../../config/places";
import { declaredEstate } from "../../support/estates";
import { DUBLIN, lockedStack, Synthesized } from "../../support/synth";

const { monitor } = declaredEstate("production");

describe("AuditorRole", () => {
  const stack = lockedStack();
  new AuditorRole(stack, "auditor", { monitor });
  const synthesized = new Synthesized(stack);
  const role = synthesized.only("aws_iam_role");
  const statements = Synthesized.statements(synthesized.only("aws_iam_policy"));

  it("has the name that the monitor knows", () => {
    const estate = declaredEstate("production");
    const [dublin] = sitePlaces(estate);
    expect(DUBLIN.account).toBe(dublin!.account);
    expect(monitorRoles(estate, dublin!).auditorRoleArn).toBe(`arn:aws:iam::222222222222:role/${role["name"]}`);
  });

  it("lets in the declared auditors alone, with the external id, for an hour", () => {
    expect(Synthesized.statements(role, "assume_role_policy")).toEqual([
      {
        Sid: "DeclaredAuditors",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::999999999999:role/auditor"] },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "clover-audit" } },
      },
    ]);
    expect(role["max_session_duration"]).toBe(3600);
  });

  it("has one policy, which is its boundary too", () => {
    expect(role["permissions_boundary"]).toBe("arn:aws:iam::222222222222:policy/clover-dublin-auditor");
    expect(synthesized.only("aws_iam_policy")["name"]).toBe("clover-dublin-auditor");
    expect(synthesized.all("aws_iam_role_policy")).toEqual([]);
  });

  it("allows reading alone, and denies what shows data", () => {
    const [allow, deny] = statements;
    const verbs = (allow!["Action"] as string[]).map((action) => action.split(":")[1]!);
    expect(verbs.filter((verb) => !/^(Get|List|Describe|Lookup)/.test(verb))).toEqual([]);
    expect(deny!["Effect"]).toBe("Deny");
    expect(deny!["Action"]).toEqual(expect.arrayContaining(["s3:GetObject*", "dynamodb:GetItem", "kms:Decrypt"]));
  });

  it("fits into what IAM takes", () => {
    expect(synthesized.only("aws_iam_policy")["policy"].length).toBeLessThan(6144);
  });
});

describe("ContainmentRole", () => {
  const stack = lockedStack();
  new ContainmentRole(stack, "containment", { monitor });
  const statements = Synthesized.statements(new Synthesized(stack).only("aws_iam_policy"));

  it("ends sessions of people by what gives nobody anything", () => {
    expect(statements[0]).toEqual({
      Sid: "EndSessions",
      Effect: "Allow",
      Action: "iam:AttachRolePolicy",
      Resource: "arn:aws:iam::222222222222:role/clover-dublin-access-*",
      Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AWSDenyAll" } },
    });
  });

  it("rejects connections of this account's gateway, and accepts none", () => {
    expect(statements[1]).toMatchObject({
      Action: "ec2:RejectVpcEndpointConnections",
      Resource: "arn:aws:ec2:eu-west-1:222222222222:vpc-endpoint-service/*",
    });
    expect(statements.flatMap(({ Action }) => Action)).toHaveLength(5);
  });
});
