import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Estate } from "../../../config/estate";
import { auditSinks, auditSources, bucketName, VERIFICATION_PROBE, type AuditSource } from "../../../config/names";
import { enclavePlace, monitorPlace, sitePlaces, type StackPlace } from "../../../config/places";
import type { Check } from "./check";
import type { Cloud } from "../../aws/cloud";
import { keyArnOf } from "./storage";

/** What is written, and read back, says so. */
const CONTENT = "written by clover local verify";

/** What can be seen by doing: encryption under the right key, an archive that keeps, a drain that copies. */
export function probeChecks(cloud: Cloud, estate: Estate): readonly Check[] {
  const { prefix } = estate.organization;
  const s3At = async (place: StackPlace) => new S3Client({ ...(await cloud.at(place)), forcePathStyle: true });
  const userData = (place: StackPlace) => bucketName(prefix, place.stack, "user-data", place.account);
  const active = sitePlaces(estate).filter((_, index) => estate.sites[index]!.status === "active");
  return [
    ...active.map((place): Check => ({
      stack: place.stack,
      name: "probe: an object that is written is encrypted with the site's own key",
      control: "B10",
      expected: ["aws:kms", true],
      observe: async () => {
        const s3 = await s3At(place);
        await s3.send(new PutObjectCommand({ Bucket: userData(place), Key: VERIFICATION_PROBE, Body: CONTENT }));
        const head = await s3.send(new HeadObjectCommand({ Bucket: userData(place), Key: VERIFICATION_PROBE }));
        return [head.ServerSideEncryption, head.SSEKMSKeyId === (await keyArnOf(cloud, prefix, place, "user-data"))];
      },
    })),
    ...auditSources(estate).map((source) => archiveKeeps(estate, source, s3At)),
    // A draining enclave takes nothing new, and a retired one has nothing.
    ...(estate.enclave.phase !== "serving" ? [] : [drainCopies(cloud, estate, s3At, userData)]),
  ];
}

type S3At = (place: StackPlace) => Promise<S3Client>;

function archiveKeeps(estate: Estate, source: AuditSource, s3At: S3At): Check {
  const place = monitorPlace(estate);
  return {
    stack: place.stack,
    name: `probe: an object in the archive of ${source.stack} cannot be deleted, nor its retention shortened`,
    control: "D32",
    expected: [403, 403, CONTENT],
    observe: async () => {
      const s3 = await s3At(place);
      const where = { Bucket: auditSinks(estate, source.stack).archiveBucket, Key: VERIFICATION_PROBE };
      const { VersionId } = await s3.send(new PutObjectCommand({ ...where, Body: CONTENT }));
      const refused = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 200,
          (error: { $metadata?: { httpStatusCode?: number } }) => error.$metadata?.httpStatusCode,
        );
      const version = { ...where, VersionId, BypassGovernanceRetention: true };
      const soon = { Mode: "GOVERNANCE", RetainUntilDate: new Date(Date.now() + 60_000) } as const;
      const deletion = await refused(s3.send(new DeleteObjectCommand(version)));
      const shortening = await refused(s3.send(new PutObjectRetentionCommand({ ...version, Retention: soon })));
      const { Body } = await s3.send(new GetObjectCommand({ ...where, VersionId }));
      return [deletion, shortening, await Body!.transformToString()];
    },
  };
}

function drainCopies(cloud: Cloud, estate: Estate, s3At: S3At, userData: (place: StackPlace) => string): Check {
  const source = enclavePlace(estate);
  const target = sitePlaces(estate).find(({ stack }) => stack === estate.enclave.drainTarget)!;
  const Key = "verification/drained.txt";
  return {
    stack: source.stack,
    name: `probe: an object of the enclave arrives in ${target.stack}, under ${target.stack}'s key`,
    control: "F46",
    expected: [CONTENT, true],
    observe: async () => {
      const [from, to] = [await s3At(source), await s3At(target)];
      await from.send(new PutObjectCommand({ Bucket: userData(source), Key, Body: CONTENT }));
      const copy = await to.send(new GetObjectCommand({ Bucket: userData(target), Key }));
      const own = await keyArnOf(cloud, estate.organization.prefix, target, "user-data");
      return [await copy.Body!.transformToString(), copy.SSEKMSKeyId === own];
    },
  };
}
