import { gzipSync } from "node:zlib";
import { trailRecords } from "../../audit/trail-records";

const KEY = "dublin/AWSLogs/200000000002/CloudTrail/us-east-1/2026/11/24/one.json.gz";
const RECORD = {
  eventID: "0c8e2ab1-0000-4000-8000-000000000001",
  eventTime: "2026-11-24T10:00:00Z",
  eventSource: "iam.amazonaws.com",
  eventName: "CreateUser",
  awsRegion: "us-east-1",
  requestParameters: { userName: "one" },
};
const file = (content: unknown) => gzipSync(JSON.stringify(content));

describe("a trail's log file", () => {
  it("has its records as they are", () => {
    expect(trailRecords(KEY, file({ Records: [RECORD] }))).toEqual([RECORD]);
    expect(trailRecords(KEY, file({ Records: [] }))).toEqual([]);
  });

  it.each([
    ["no gzip file", Buffer.from("{}"), "it is no gzip file, or a damaged one"],
    ["cut short", file({ Records: [RECORD] }).subarray(0, 60), "it is no gzip file, or a damaged one"],
    ["no JSON", gzipSync("Records"), "it is no JSON"],
    ["a file of something else", file({ items: [] }), "Records: "],
    [
      "a file with a record without an id",
      file({ Records: [RECORD, { ...RECORD, eventID: undefined }] }),
      "Records.1.eventID",
    ],
    ["a file with a record of no time", file({ Records: [{ ...RECORD, eventTime: "noon" }] }), "Records.0.eventTime"],
  ])("fails when it is %s", (_, body, message) => {
    expect(() => trailRecords(KEY, body)).toThrow(`${KEY} cannot be read: ${message}`);
  });
});
