import type { AuditSource } from "../../config/names";
import { regionalArn } from "../../config/place";
import type { Conditions, Statement } from "../iam/policy-document";

/** What one service needs of the bucket that it delivers into. */
interface Producer {
  readonly sid: string;
  readonly service: string;
  /** Actions on the bucket itself, before anything is delivered. */
  readonly looksAt: readonly string[];
  /** What the names of its objects begin with. Default: its stack's prefix and its account. */
  readonly under?: string;
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
    // Its destination has no prefix, and there it tries whether it may write, under a name that is not documented.
    under: "",
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

/** What lets a source's services deliver, for its own account alone. */
function deliveries(bucketArn: string, producers: readonly Producer[], source: AuditSource): readonly Statement[] {
  const own = `${source.stack}/AWSLogs/${source.account}/`;
  return producers.flatMap(({ sid, service, looksAt, under = own, boundTo }): readonly Statement[] => {
    const allowed = { Effect: "Allow", Principal: { Service: service }, Condition: boundTo(source) } as const;
    return [
      { Sid: `${sid}Look`, ...allowed, Action: looksAt, Resource: bucketArn },
      { Sid: sid, ...allowed, Action: "s3:PutObject", Resource: `${bucketArn}/${under}*` },
    ];
  });
}

export const archiveDeliveries = (bucketArn: string, source: AuditSource) =>
  deliveries(bucketArn, INTO_ARCHIVE, source);

export const intakeDeliveries = (bucketArn: string, source: AuditSource) => deliveries(bucketArn, INTO_INTAKE, source);
