import type { ChainProblemKind, ChainReader, Period, PublicKey, StoredObject, TrailChain } from "./chain";
import { readKey } from "./delivered-key";
import { inflate } from "./inflate";
import { isSignatureOf, readDigest, signedText, type TrailDigest } from "./trail-digest";

const HOUR = 60 * 60 * 1000;

/** A digest as it is in the archive, with what is wrong with it by itself. */
export interface ReadDigest {
  readonly key: string;
  readonly at: Date;
  readonly backfill: boolean;
  readonly object?: StoredObject;
  readonly content?: Buffer;
  readonly digest?: TrailDigest;
  readonly problem?: ChainProblemKind;
}

/** A region's public keys: of the period at once, of a backfill's time when one needs it. */
export class Signers {
  private readonly known = new Map<string, Promise<readonly PublicKey[]>>();

  constructor(
    private readonly region: string,
    private readonly period: Period,
    private readonly reader: ChainReader,
  ) {}

  async find(fingerprint: string, { backfill, object }: ReadDigest): Promise<PublicKey | undefined> {
    const generated = Date.parse(object?.metadata["backfill-generation-timestamp"] ?? "");
    const during = backfill && !Number.isNaN(generated) ? around(generated, generated) : this.ofPeriod();
    const id = `${during.from.toISOString()}/${during.to.toISOString()}`;
    const keys = this.known.get(id) ?? this.reader.publicKeys(this.region, during);
    this.known.set(id, keys);
    return (await keys).find((key) => key.fingerprint === fingerprint);
  }

  private ofPeriod(): Period {
    return around(this.period.from.getTime(), this.period.to.getTime());
  }
}

const around = (from: number, to: number): Period => ({ from: new Date(from - HOUR), to: new Date(to + HOUR) });

/** A digest whose signature was looked at. */
export async function readSigned(
  chain: TrailChain,
  key: string,
  reader: ChainReader,
  signers: Signers,
): Promise<ReadDigest> {
  const read = await readOne(chain, key, reader);
  if (read.problem) return read;
  const { digest, content, object } = read;
  const signer = await signers.find(digest!.digestPublicKeyFingerprint, read);
  if (!signer) return { ...read, problem: "key-not-found" };
  const signature = object!.metadata["signature"] ?? "";
  const algorithm = object!.metadata["signature-algorithm"];
  const signed = isSignatureOf(signature, signedText(digest!, content!), signer.value);
  return signed && algorithm === digest!.digestSignatureAlgorithm ? read : { ...read, problem: "signature-invalid" };
}

/** A digest, read and not yet believed. */
export async function readOne(chain: TrailChain, key: string, reader: ChainReader): Promise<ReadDigest> {
  const named = readKey(key, chain);
  const about = { key, at: named?.at ?? new Date(0), backfill: named?.fields["backfill"] === "_backfill" };
  const object = await reader.object(key);
  if (!object) return { ...about, problem: "digest-missing" };
  const content = inflate(object.body);
  const digest = content && readDigest(content);
  const expected = named?.service === "trail-digests" && named.region === chain.region;
  if (!expected || named.fields["trail"] !== chain.trailName || digest?.awsAccountId !== chain.account) {
    return { ...about, object, content, problem: "digest-unreadable" };
  }
  const inPlace = digest.digestS3Bucket === chain.bucket && digest.digestS3Object === key;
  const inTime = about.backfill || Date.parse(digest.digestEndTime) === about.at.getTime();
  return { ...about, object, content, digest, problem: inPlace && inTime ? undefined : "digest-moved" };
}
