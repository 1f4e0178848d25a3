import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { GetPublicAccessBlockCommand, S3ControlClient } from "@aws-sdk/client-s3-control";
import { STSClient } from "@aws-sdk/client-sts";
import { Cloud } from "../../../cli/aws/cloud";
import { monitorPlace } from "../../../config/places";
import { declaredEstate } from "../../support/estates";

const estate = declaredEstate("local");
const place = monitorPlace(estate);
const credentials = { accessKeyId: "id", secretAccessKey: "secret", sessionToken: "token" };

const before = { ...process.env };
beforeAll(() => {
  const Credentials = { AccessKeyId: "id", SecretAccessKey: "secret", SessionToken: "token" };
  jest.spyOn(STSClient.prototype, "send").mockImplementation(async () => ({ Credentials }));
});
afterEach(() => {
  process.env = { ...before };
});
afterAll(() => jest.restoreAllMocks());

describe("a service that prefixes the host's name", () => {
  it("is reached where the endpoint is a number", async () => {
    const heard: Pick<IncomingMessage, "url" | "headers">[] = [];
    const server: Server = createServer(({ url, headers }, response) => {
      heard.push({ url, headers });
      response.end("<PublicAccessBlockConfiguration/>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const cloud = new Cloud(estate, `http://127.0.0.1:${port}`);
    const client = new S3ControlClient(await cloud.hostPrefixed(place));
    await client.send(new GetPublicAccessBlockCommand({ AccountId: place.account }));
    client.destroy();
    server.close();
    expect(heard).toHaveLength(1);
    expect(heard[0]!.headers.host).toBe(`${place.account}.localhost:${port}`);
    expect(heard[0]!.url).toBe("/v20180820/configuration/publicAccessBlock");
    expect(heard[0]!.headers.authorization).toContain("Credential=id/");
  });

  it.each([
    ["http://127.0.0.1:4566", "http://localhost:4566/"],
    ["https://127.0.0.1", "https://localhost/"],
    ["https://[::1]:8443/emulator", "https://localhost:8443/emulator"],
  ])("keeps all of %s but the number", async (given, endpoint) => {
    process.env["AWS_ENDPOINT_URL"] = given;
    expect(await new Cloud(estate).hostPrefixed(place)).toEqual({
      region: place.region,
      credentials,
      endpoint,
      requestHandler: expect.anything(),
    });
  });

  it.each([undefined, "https://vpce-0a1b.s3-control.eu-west-2.vpce.amazonaws.com", "http://emulator:4566"])(
    "is reached as AWS's SDK reaches it where its endpoint has a name or is none: %s",
    async (given) => {
      if (given === undefined) delete process.env["AWS_ENDPOINT_URL"];
      else process.env["AWS_ENDPOINT_URL"] = given;
      expect(await new Cloud(estate).hostPrefixed(place)).toEqual({ region: place.region, credentials });
    },
  );
});
