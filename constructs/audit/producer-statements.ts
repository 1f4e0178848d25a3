import type { AuditSource } from "../../config/names";
import { regionalArn } from "../../config/place";
import type { Conditions, Statement } from "../iam/policy-document";

/** What one service needs of the bucket that it delivers into. */
interface Producer {
  readonly sid: string;
  readonly service: string;
  /** Actions on the bucket itself, before anything is delivered. */
  readonly looksAt: readonly string[];
  /** What ties the service to the account that it delivers for. */
  readonly boundTo: (source: AuditSource) => Conditions;
}

const ofAccount = ({ account }: AuditSource) => ({ StringEquals: { "aws:SourceAccount": account } });

/** Conditions as AWS documents them, service by service; the bucket's ACL is nobody's business, so none asks for one. */
const INTO_ARCHIVE: readonly Producer[] = [
  {
    sid: "Trail",
    service: "cloudtrail.amazonaws.com",
    looksAt: ["s3:GetBucketAcl"],
    boundTo: ({ trailArn }) => ({ StringEquals: { "aws:SourceArn": trailArn } }),
  },
  {
    sid: "Logs",
    service: "delivery.logs.amazonaws.com",
    looksAt: ["s3:GetBucketAcl", "s3:ListBucket"],
    boundTo: (source) => ({
      ...ofAccount(source),
      ArnLike: { "aws:SourceArn": regionalArn(source, "logs", "*") },
    }),
  },
  {
    sid: "Findings",
    service: "guardduty.amazonaws.com",
    looksAt: ["s3:GetBucketLocation"],
    boundTo: (source) => ({
      ...ofAccount(source),
      ArnLike: { "aws:SourceArn": regionalArn(source, "guardduty", "detector/*") },
    }),
  },
];

const INTO_INTAKE: readonly Producer[] = [
  {
    sid: "Config",
    service: "config.amazonaws.com",
    looksAt: ["s3:GetBucketAcl", "s3:ListBucket"],
    boundTo: ofAccount,
  },
];

/**
 * What lets every source's services deliver, each under its own stack's prefix and its own account
 * alone: one account's service can never write what looks like another's record.
 */
function deliveries(
  bucketArn: string,
  producers: readonly Producer[],
  sources: readonly AuditSource[],
): readonly Statement[] {
  return producers.flatMap(({ sid, service, looksAt, boundTo }) =>
    sources.flatMap((source): readonly Statement[] => {
      const allowed = { Effect: "Allow", Principal: { Service: service }, Condition: boundTo(source) } as const;
      const name = sid + source.account;
      return [
        { Sid: `${name}Look`, ...allowed, Action: looksAt, Resource: bucketArn },
        {
          Sid: name,
          ...allowed,
          Action: "s3:PutObject",
          Resource: `${bucketArn}/${source.stack}/AWSLogs/${source.account}/*`,
        },
      ];
    }),
  );
}

export const archiveDeliveries = (bucketArn: string, sources: readonly AuditSource[]) =>
  deliveries(bucketArn, INTO_ARCHIVE, sources);

export const intakeDeliveries = (bucketArn: string, sources: readonly AuditSource[]) =>
  deliveries(bucketArn, INTO_INTAKE, sources);
