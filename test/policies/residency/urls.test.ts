import { loadEstate } from "../../../config/load";
import { synthSource } from "../../../policies/model/synth-source";
import { Model } from "../../../policies/model/model";
import { Atlas } from "../../../policies/residency/atlas";
import { urlNode } from "../../../policies/residency/destination";
import { TODAY } from "../../support/estates";

const estate = loadEstate("local", { today: TODAY });
const BUCKET = "clover-local-dublin-user-data-200000000002";

/** What a URL of a resource in Dublin names. */
function nodeOf(url: string) {
  const source = synthSource(
    "dublin",
    "dublin/cdk.tf.json",
    {
      provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["200000000002"] }] },
      resource: { aws_s3_bucket: { data: { bucket: BUCKET } }, aws_sns_topic_subscription: { x: { endpoint: url } } },
    },
    [],
  );
  const context = { model: new Model([source]), estate, today: TODAY, whole: true };
  const [subscription] = context.model.resources("aws_sns_topic_subscription");
  return urlNode(subscription!.value("endpoint"), new Atlas(context));
}

describe("what a URL names", () => {
  it.each([
    `https://${BUCKET}.s3.eu-west-1.amazonaws.com/in`,
    `${BUCKET}.s3.amazonaws.com`,
    `https://${BUCKET}.s3.dualstack.eu-west-1.amazonaws.com:443/`,
    `https://${BUCKET}.s3-eu-west-1.amazonaws.com/\${var.prefix}`,
    `s3://${BUCKET}`,
    `s3a://${BUCKET}/\${var.prefix}`,
  ])("is the bucket, by %s", (url) => {
    expect(nodeOf(url)).toMatchObject({ kind: "store", stands: "inside" });
  });

  it.each([
    "https://sqs.eu-west-1.amazonaws.com/200000000002/work",
    "200000000002.dkr.ecr.eu-west-1.amazonaws.com/app",
  ])("is the site, by %s", (url) => {
    expect(nodeOf(url)).toMatchObject({ kind: "place", stands: "inside" });
  });

  it("is where the endpoint of a bucket is that is asked for elsewhere", () => {
    expect(nodeOf(`https://${BUCKET}.s3.us-east-1.amazonaws.com/`)).toMatchObject({ kind: "place", stands: "outside" });
  });

  it.each([
    `https://${BUCKET}.s3.eu-west-1.amazonaws.com.collector.example/in`,
    `https://${BUCKET}.s3.eu-west-1.amazonaws.com:secret@collector.example/in`,
    `https://${BUCKET}.s3.amazonaws.com@collector.example/in`,
    `https://${BUCKET}.s3.amazonaws.com\\@collector.example/in`,
    `https://${BUCKET}.s3.collector.amazonaws.io/in`,
    `https://${BUCKET}.s3-accelerate.amazonaws.com/in`,
    `s3://${BUCKET}@collector.example/in`,
    "https://sqs.eu-west-1.amazonaws.com@collector.example/200000000002/work",
    "https://sqs.eu-west-1.amazonaws.io/200000000002/work",
    "https://sqs.eu-west-1.amazonaws.com.collector.example/200000000002/work",
    "200000000002.dkr.ecr.eu-west-1.amazonaws.com.collector.example/app",
  ])("is anybody's host, by %s", (url) => {
    expect(nodeOf(url)).toMatchObject({ kind: "elsewhere", stands: "outside" });
  });

  it.each([
    `https://${BUCKET}.s3.eu-west-1.amazonaws.com\${var.suffix}/in`,
    `https://\${var.bucket}.s3.eu-west-1.amazonaws.com/in`,
  ])("cannot be known, by %s", (url) => {
    expect(nodeOf(url)).toMatchObject({ kind: "unknown" });
  });
});
