import { DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { bounded } from "../../audit/bounded";
import { digestOf } from "../../config/drain-evidence";
import type { Settings } from "../aws/cloud";
import { listVersions, versionId, type Inventory, type StoredVersion } from "./inventory";

/** How many versions are deleted at the same time. */
const AT_ONCE = 16;

/** Whether no replication has copied it: a batch job would. */
export function isLeft({ replication }: StoredVersion): boolean {
  return replication === undefined || replication === "FAILED";
}

/** Versions that nobody has copied of objects that are deleted: a batch job would bring them home, where they are not deleted. */
export function deletedAndLeft({ versions, deleted }: Inventory): readonly StoredVersion[] {
  const gone = new Set(deleted);
  return versions.filter((version) => isLeft(version) && gone.has(version.key));
}

/** Deletes versions for good, of objects that are still deleted. An inventory knows no key, so that they are listed again. */
export async function endVersions(settings: Settings, Bucket: string, ended: readonly StoredVersion[]): Promise<void> {
  const s3 = new S3Client(settings);
  const ids = new Set(ended.map(versionId));
  const { versions, deleted } = await listVersions(s3, Bucket);
  const gone = new Set(deleted);
  const theirs = versions.filter(
    ({ Key, VersionId }) => gone.has(Key!) && ids.has(versionId({ key: digestOf(Key!), version: VersionId! })),
  );
  await bounded(theirs, AT_ONCE, ({ Key, VersionId }) => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId })));
}
