import type { TrailRecord } from "../../../audit/trail-records";
import { batches, entryOf } from "../../../functions/trail-alerts/entries";

const record = (more: object = {}): TrailRecord => ({
  eventID: "0c8e2ab1-0000-4000-8000-000000000001",
  eventTime: "2026-11-24T10:00:00Z",
  eventSource: "iam.amazonaws.com",
  eventName: "CreateUser",
  awsRegion: "us-east-1",
  ...more,
});
const long = (kilobytes: number) => "x".repeat(kilobytes * 1024);
const of = (one: TrailRecord) => entryOf("Way In Made", one, "200000000002");

describe("the event of a record", () => {
  it("is the record, of its time and of the account whose trail it is", () => {
    expect(of(record({ requestParameters: { userName: "one" } }))).toEqual({
      Time: new Date("2026-11-24T10:00:00Z"),
      Source: "clover.trail",
      DetailType: "Way In Made",
      Detail: JSON.stringify({
        ...record({ requestParameters: { userName: "one" } }),
        recipientAccountId: "200000000002",
      }),
    });
  });

  it("is the same for the same record", () => {
    expect(of(record())).toEqual(of(record()));
  });

  it("leaves out, and says so, what would make it longer than EventBridge takes", () => {
    const parameters = { requestParameters: long(10), responseElements: long(300) };
    expect(JSON.parse(of(record(parameters)).Detail)).toEqual({
      ...record({ requestParameters: long(10) }),
      recipientAccountId: "200000000002",
      omitted: ["responseElements"],
    });
  });

  it("fails when it is too long even so: none is passed over", () => {
    expect(() => of(record({ userAgent: long(300) }))).toThrow(
      "The record 0c8e2ab1-0000-4000-8000-000000000001 is too long to be told of",
    );
  });
});

describe("calls of PutEvents", () => {
  const sizes = (...kilobytes: readonly number[]) =>
    batches(kilobytes.map((size) => of(record({ requestParameters: long(size) })))).map((batch) => batch.length);

  it("have ten events and 256 KB at most", () => {
    expect(sizes(...Array.from({ length: 23 }, () => 1))).toEqual([10, 10, 3]);
    expect(sizes(100, 100, 100, 1)).toEqual([2, 2]);
    expect(sizes(200, 200)).toEqual([1, 1]);
    expect(sizes()).toEqual([]);
  });
});
