import { DataKey } from "../../../constructs/encryption/data-key";
import { lockedStack, Synthesized } from "../../support/synth";

const ADMIN = "arn:aws:iam::222222222222:role/clover-deploy";
const PROPS = { purpose: "user-data", description: "User data", administratorArns: [ADMIN] };

function keyWith(use: (key: DataKey) => void, props: Partial<ConstructorParameters<typeof DataKey>[2]> = {}) {
  const stack = lockedStack();
  use(new DataKey(stack, "key", { ...PROPS, ...props }));
  return new Synthesized(stack);
}

const statement = (synthesized: Synthesized, sid: string) =>
  Synthesized.statements(synthesized.only("aws_kms_key")).find(({ Sid }) => Sid === sid);

describe("DataKey", () => {
  it("stays in one region, rotates yearly, takes thirty days to delete and is kept", () => {
    const key = keyWith(() => undefined).only("aws_kms_key");
    expect(key).toMatchObject({
      multi_region: false,
      enable_key_rotation: true,
      rotation_period_in_days: 365,
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has an alias of the stack's own name", () => {
    expect(keyWith(() => undefined).only("aws_kms_alias")["name"]).toBe("alias/clover-dublin-user-data");
  });

  it("lets its administrators neither use nor end it, and gives nobody everything", () => {
    const actions = statement(
      keyWith(() => undefined),
      "Administration",
    )!["Action"] as string[];
    expect(actions).toContain("kms:PutKeyPolicy");
    expect(
      actions.filter((action) => /\*|crypt|DataKey|CreateGrant|ScheduleKeyDeletion|DisableKey$/.test(action)),
    ).toEqual([]);
  });

  it("names no principal but its administrators and who reads its configuration, unless it was let in", () => {
    const document = Synthesized.statements(keyWith(() => undefined).only("aws_kms_key"));
    expect(document.map(({ Principal }) => Principal)).toEqual([
      { AWS: [ADMIN] },
      { AWS: "arn:aws:iam::222222222222:root" },
    ]);
  });

  it("is used by its own account through the named services of its own region, and in no other way", () => {
    const synthesized = keyWith((key) => {
      key.allowUseThrough("s3");
      key.allowUseThrough("dynamodb");
    });
    expect(statement(synthesized, "UseThroughServices")!["Condition"]).toEqual({
      StringEquals: {
        "kms:CallerAccount": "222222222222",
        "kms:ViaService": ["dynamodb.eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"],
      },
    });
  });

  it("lets who plans its stack or audits its account read how it is configured, and neither use nor change it", () => {
    const role = (name: string) => `arn:aws:iam::222222222222:role/${name}`;
    expect(
      statement(
        keyWith(() => undefined),
        "ReadConfiguration",
      ),
    ).toEqual({
      Sid: "ReadConfiguration",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::222222222222:root" },
      Action: [
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListGrants",
        "kms:ListKeyPolicies",
        "kms:ListResourceTags",
      ],
      Resource: "*",
      Condition: {
        ArnEquals: {
          "aws:PrincipalArn": [
            role("clover-plan"),
            role("clover-dublin-auditor"),
            role("aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"),
            role("aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer"),
          ],
        },
      },
    });
  });

  it("gives grants to AWS's resources alone", () => {
    const synthesized = keyWith((key) => key.allowGrantsThrough("ec2"));
    expect(statement(synthesized, "GrantsForResources")).toMatchObject({
      Action: ["kms:CreateGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
  });

  it("lets a role of another account encrypt through one service, and never decrypt", () => {
    const role = { account: "555555555555", arn: "arn:aws:iam::555555555555:role/drain" };
    const allowed = statement(
      keyWith((key) => key.allowEncryptionBy("Replicas", role, "s3")),
      "Replicas",
    );
    expect(allowed).toMatchObject({
      Principal: { AWS: "arn:aws:iam::555555555555:root" },
      Action: ["kms:Encrypt", "kms:GenerateDataKey"],
      Condition: {
        ArnEquals: { "aws:PrincipalArn": role.arn },
        StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
      },
    });
  });

  it("lets its administrators end a leaving key, and no deployment keep it", () => {
    const synthesized = keyWith(() => undefined, { leaving: true });
    expect(statement(synthesized, "Administration")!["Action"]).toContain("kms:ScheduleKeyDeletion");
    expect(synthesized.only("aws_kms_key")["lifecycle"]).toEqual({ prevent_destroy: false });
  });

  it("refuses to be deployed under another ARN than the declared one, and says which to declare", () => {
    const declaredArn = "arn:aws:kms:eu-west-1:222222222222:key/00000000-0000-4000-8000-000000000000";
    const { lifecycle } = keyWith(() => undefined, { declaredArn }).only("aws_kms_key");
    expect(lifecycle.postcondition).toEqual([
      {
        condition: `\${self.arn == "${declaredArn}"}`,
        error_message: expect.stringContaining("AWS named it ${self.arn}"),
      },
    ]);
  });

  it("fails when nobody may administer it", () => {
    expect(() => keyWith(() => undefined, { administratorArns: [] })).toThrow(
      "[key.no-administrator] dublin/key: 'administratorArns' must name at least one role, got none; a key without one can never be changed",
    );
  });

  it("fails when an administrator is of another account", () => {
    expect(() => keyWith(() => undefined, { administratorArns: ["arn:aws:iam::333333333333:role/deploy"] })).toThrow(
      "[key.foreign-administrator] dublin/key: 'administratorArns' must be roles of account 222222222222, got arn:aws:iam::333333333333:role/deploy",
    );
  });

  it("fails when a service is let in that nothing ties to an account", () => {
    expect(() => keyWith((key) => key.allowService("Logs", "logs.amazonaws.com", ["kms:Decrypt"], {}))).toThrow(
      "[key.unbound-service] dublin/key: 'conditions' must tie logs.amazonaws.com to an account",
    );
  });

  it("fails when two statements have one name, which AWS refuses", () => {
    const twice = (key: DataKey) => {
      const conditions = { StringEquals: { "aws:SourceAccount": "222222222222" } };
      for (const service of ["logs", "events"]) key.allowService("Logs", service, ["kms:Decrypt"], conditions);
    };
    expect(() => keyWith(twice)).toThrow(
      "[policy.repeated-sid] dublin/key: 'Sid' must be another in each statement, got Logs twice; name each statement after what it is about",
    );
  });
});
