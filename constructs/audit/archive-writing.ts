import type { Estate } from "../../config/estate";
import { archivePurpose, auditSinks, auditSources } from "../../config/names";
import type { Statement } from "../iam/policy-document";
import type { RegionLock } from "../region/region-lock";

/** What a function of the monitor needs to keep what it writes in one folder of every archive, under the archive's own key. */
export function archiveWriting(folder: string, estate: Estate, lock: RegionLock): readonly Statement[] {
  const archives = lock.bucketName(archivePurpose("*"));
  return [
    { Sid: "List", Effect: "Allow", Action: "s3:ListBucket", Resource: lock.bucketArn(archives) },
    { Sid: "Keep", Effect: "Allow", Action: "s3:PutObject", Resource: lock.bucketArn(archives, `${folder}/*`) },
    {
      Sid: "Keys",
      Effect: "Allow",
      // Bucket keys are on: writing means decrypting the bucket's key too.
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: auditSources(estate).map(({ stack }) => auditSinks(estate, stack).keyArn),
      Condition: { StringEquals: { "kms:ViaService": lock.endpoint("s3") } },
    },
  ];
}
