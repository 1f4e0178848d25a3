import type { Conditions, Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";
import { TAGS_OF_PEOPLE } from "./tags-of-people";

/** Services of which a resource control policy binds what holds data. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
const HOLDS_DATA = ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*"];
const WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity";
const ASSUME_ROLE = ["sts:AssumeRole", "sts:AssumeRoleWithSAML"];
/** Only a token of GitHub's provider has it. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const GITHUB_AUDIENCE = "token.actions.githubusercontent.com:aud";

/** AWS services in their own name, which the confused deputy's statement is about. */
const NOT_A_SERVICE: Conditions = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };

export interface ResourceControlProps {
  readonly organizationId: string;
  /** Patterns of the roles that the monitor takes on in each account. */
  readonly visitedRoleArns: readonly string[];
  /** Who may take them on: roles of the monitor's own organization. */
  readonly auditorArns: readonly string[];
  /** The only roles that a token opens: in which the pipeline plans and deploys. */
  readonly pipelineRoleArns: readonly string[];
  readonly breakGlassRoleArn: string;
  /** The role in which people arrive, with the tags that their identity provider set. */
  readonly peopleRoleArn: string;
}

/**
 * Whatever a policy of a resource says: principals of other organizations do not reach it, a service does not act
 * on it for somebody else, nobody reaches it without TLS 1.2, the monitor's roles are the monitor's alone, a token
 * opens the pipeline's roles alone and is one of GitHub's for AWS, and the break-glass role needs its second
 * factor. Controls: B14, E37, E38, E40, E42.
 *
 * A negated operator holds where its key is absent: an anonymous caller has no organization, and is denied.
 */
export function resourceControl(props: ResourceControlProps): readonly Statement[] {
  const outside = { StringNotEquals: { "aws:PrincipalOrgID": props.organizationId }, ...NOT_A_SERVICE };
  const statements: readonly Omit<Statement, "Principal">[] = [
    deny("OurPrincipalsAlone", HOLDS_DATA, outside),
    {
      Sid: "OurPrincipalsAloneAssume",
      Effect: "Deny",
      Action: ASSUME_ROLE,
      NotResource: props.visitedRoleArns,
      Condition: outside,
    },
    deny("MonitorAloneVisits", [...ASSUME_ROLE, WEB_IDENTITY], exceptRole(props.auditorArns), props.visitedRoleArns),
    // Who comes with a token is in no organization: its role and its audience tell it from a stranger's.
    { Sid: "TokensForThePipelineAlone", Effect: "Deny", Action: [WEB_IDENTITY], NotResource: props.pipelineRoleArns },
    deny("TokensOfGithubAlone", [WEB_IDENTITY], { StringNotEquals: { [GITHUB_AUDIENCE]: "sts.amazonaws.com" } }),
    deny("ServicesForUsAlone", [...HOLDS_DATA, "sts:AssumeRole"], {
      StringNotEquals: { "aws:SourceOrgID": props.organizationId },
      Null: { "aws:SourceAccount": "false" },
      Bool: { "aws:PrincipalIsAWSService": "true" },
    }),
    deny("TlsAlone", HOLDS_DATA, { BoolIfExists: { "aws:SecureTransport": "false" } }),
    deny("ModernTlsAlone", ["s3:*"], { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
    deny("BreakGlassHasSecondFactor", [...HOLDS_DATA, "sts:AssumeRole"], {
      ArnEquals: { "aws:PrincipalArn": props.breakGlassRoleArn },
      BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
    }),
    deny("TagsOfPeopleAreTheirs", ["sts:TagSession"], {
      "ForAnyValue:StringEquals": { "aws:TagKeys": TAGS_OF_PEOPLE },
      ...exceptRole(props.peopleRoleArn),
    }),
  ];
  return statements.map(({ Sid, Effect, ...rest }) => ({ Sid, Effect, Principal: "*", ...rest }));
}
