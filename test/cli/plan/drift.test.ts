import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../../../cli/failure";
import { reportDrift } from "../../../cli/plan/drift";
import type { PlanRecord } from "../../../cli/plan/plan-record";
import { declaredEstate } from "../../support/estates";

const production = declaredEstate("production");
const record: PlanRecord = {
  estate: "production",
  stack: "dublin",
  digest: "a".repeat(64),
  terraform: "1.11.4",
  changes: [{ address: "aws_s3_bucket.data", actions: ["update"], attributes: ["force_destroy"] }],
};

/** EventBridge, as far as it is asked here. */
let bus: Server;
let answer: { readonly status: number; readonly body: object };
const heard: { readonly region: string; readonly entry: any }[] = [];

const before = { ...process.env };
beforeAll(async () => {
  bus = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const [, region = ""] = /\/(\w+-\w+-\d)\/events\//.exec(request.headers.authorization ?? "") ?? [];
      heard.push({ region, entry: JSON.parse(body).Entries[0] });
      response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => bus.listen(0, "127.0.0.1", resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(bus.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: "testing",
    AWS_SECRET_ACCESS_KEY: "testing",
    AWS_MAX_ATTEMPTS: "1",
  });
});
beforeEach(() => heard.splice(0));
afterAll(() => {
  process.env = before;
  // The SDK keeps its connections, which would keep the test's process.
  bus.closeAllConnections();
  bus.close();
});

describe("drift", () => {
  it("is told on the bus of the stack's account, in its region, with what differs and no value of it", async () => {
    answer = { status: 200, body: { FailedEntryCount: 0, Entries: [{ EventId: "1" }] } };
    await reportDrift(production, record);
    const [{ region, entry }] = heard as [(typeof heard)[number]];
    expect(region).toBe("eu-west-1");
    expect(entry).not.toHaveProperty("EventBusName");
    expect(entry).toMatchObject({
      Source: "clover.drift",
      DetailType: "Deployment differs from its declaration",
    });
    expect(JSON.parse(entry.Detail)).toEqual({
      estate: "production",
      stack: "dublin",
      plan: record.digest,
      count: 1,
      resources: [{ address: "aws_s3_bucket.data", actions: ["update"] }],
    });
  });

  it("fits into an event however much differs, and says how much", async () => {
    const address = `aws_s3_bucket.${"a".repeat(200)}`;
    const changes = Array.from({ length: 5000 }, () => ({ address, actions: ["update"], attributes: [] }));
    await reportDrift(production, { ...record, changes });
    const { Detail } = heard[0]!.entry;
    expect(Detail.length).toBeLessThan(256 * 1024);
    expect(JSON.parse(Detail)).toMatchObject({ count: 5000 });
  });

  it.each([
    ["refuses the event", 200, { FailedEntryCount: 1, Entries: [{ ErrorCode: "X", ErrorMessage: "not allowed" }] }, "not allowed"], // prettier-ignore
    ["refuses the caller", 400, { __type: "AccessDeniedException", message: "who are you" }, "who are you"],
    ["answers nothing", 200, {}, "it answered nothing"],
  ])("is a failure when the bus %s", async (_what, status, body, message) => {
    answer = { status, body };
    const told = reportDrift(production, record);
    await expect(told).rejects.toThrow(Failure);
    await expect(told).rejects.toThrow(
      `dublin has drifted, and the event bus of its account did not take the finding: ${message}`,
    );
  });
});
