import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { isDate } from "../../config/calendar";
import type { Access } from "../../config/estate";
import { GuaranteeError } from "../guarantee-error";
import { policyDocument, type Conditions, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";

/** The least that IAM offers. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const SESSION_SECONDS = 3600;

export interface DataAccessRoleProps {
  /** The declared access that this role is for, and the only one. */
  readonly access: Access;
  /** The role in which people arrive after single sign-on. */
  readonly peopleRoleArn: string;
  /** VPC endpoints through which alone data is reached. */
  readonly doors: readonly string[];
  readonly boundaryArn: string;
  readonly bucketArns: readonly string[];
  readonly tableArns: readonly string[];
  readonly keyArns: readonly string[];
}

/**
 * Guarantee: people of one declared role, working in one declared country, signed in with a second
 * factor, can read this store's data from inside the segment until the declared day, and nobody else
 * can, nor anything more.
 *
 * Emits `aws_iam_role` and its one policy. Country, role and second factor are session tags that the
 * identity provider sets: `aws:MultiFactorAuthPresent` is absent from a federated session, so a trust
 * that asked for it would let nobody in (docs/decisions/people.md).
 * Controls: E40, E41, H62.
 *
 * @throws access.no-door when data could be reached from anywhere
 * @throws access.foreign-place when the access is declared for another stack
 * @throws access.malformed-expiry when the last day is no date
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export class DataAccessRole extends Construct {
  constructor(scope: Construct, id: string, props: DataAccessRoleProps) {
    super(scope, id);
    const { access } = props;
    this.requireLimits(props);
    const name = RegionLock.of(this).name(`access-${access.id}`);
    const role = new IamRole(this, "role", {
      name,
      description: access.purpose,
      maxSessionDuration: SESSION_SECONDS,
      permissionsBoundary: props.boundaryArn,
      assumeRolePolicy: policyDocument([trust(access, props.peopleRoleArn)]),
      tags: {
        access: access.id,
        owner: access.owner,
        expires: access.expires,
        "country-of-work": access.countryOfWork,
      },
    });
    new IamRolePolicy(this, "read", { name: "read", role: role.name, policy: policyDocument(permissions(props)) });
  }

  private requireLimits({ access, doors }: DataAccessRoleProps): void {
    const { stack } = RegionLock.of(this);
    if (doors.length === 0) {
      throw new GuaranteeError(
        "access.no-door",
        this.node.path,
        "'doors' must name the segment's endpoints, got none; data is reached through them alone",
      );
    }
    if (access.at !== stack) {
      throw new GuaranteeError(
        "access.foreign-place",
        this.node.path,
        `'access.at' must be ${stack}, got ${access.at}; build the role in the stack that it is declared for`,
      );
    }
    if (!isDate(access.expires)) {
      throw new GuaranteeError(
        "access.malformed-expiry",
        this.node.path,
        `'access.expires' must be a date of the calendar, got ${access.expires}; write YYYY-MM-DD`,
      );
    }
  }
}

/** The last day is the whole day, in UTC. */
const untilLastDay = ({ expires }: Access): Conditions[string] => ({ "aws:CurrentTime": `${expires}T23:59:59Z` });

function trust(access: Access, peopleRoleArn: string): Statement {
  return {
    Sid: "DeclaredPeople",
    Effect: "Allow",
    Principal: { AWS: peopleRoleArn },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: {
        "aws:PrincipalTag/country-of-work": access.countryOfWork,
        "aws:PrincipalTag/multi-factor": "true",
        "aws:PrincipalTag/role": access.role,
      },
      DateLessThanEquals: untilLastDay(access),
    },
  };
}

/** Reading only: no declared access is for writing. A session may outlive its trust, so the end is said here again. */
function permissions({ access, doors, bucketArns, tableArns, keyArns }: DataAccessRoleProps): readonly Statement[] {
  const read = (Sid: string, Action: readonly string[], Resource: readonly string[]): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    Condition: { DateLessThanEquals: untilLastDay(access) },
  });
  const objects = bucketArns.map((arn) => `${arn}/*`);
  return [
    read("ListObjects", ["s3:ListBucket"], bucketArns),
    read("ReadObjects", ["s3:GetObject", "s3:GetObjectVersion"], objects),
    read("ReadItems", ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"], tableArns),
    read("Decrypt", ["kms:Decrypt"], keyArns),
    {
      Sid: "OutsideDoors",
      Effect: "Deny",
      Action: ["dynamodb:*", "s3:*"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:SourceVpce": doors } },
    },
    {
      Sid: "AfterLastDay",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { DateGreaterThan: untilLastDay(access) },
    },
  ];
}
