import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fits } from "../../cli/terraform/find-terraform";
import { downloadedTerraform, PINNED_VERSION } from "../../cli/terraform/release";

const ARCHIVE = Buffer.from("an archive");
const DIGEST = createHash("sha256").update(ARCHIVE).digest("hex");

/** Serves releases on the loopback interface for one test. */
async function withServer<T>(listener: RequestListener, use: (baseUrl: string) => Promise<T>): Promise<T> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const into = () => mkdtempSync(join(tmpdir(), "clover-release-"));
const unpack = (_archive: string, folder: string) => writeFileSync(join(folder, "terraform"), "#!/bin/sh\n");
const from = (baseUrl: string, folder: string) =>
  downloadedTerraform({ baseUrl, folder, platform: "linux_amd64", digests: { linux_amd64: DIGEST }, unpack });

describe("the pinned Terraform", () => {
  it("is downloaded from its release, verified, unpacked, and not downloaded again", async () => {
    const folder = into();
    const asked: string[] = [];
    await withServer(
      (request, response) => {
        asked.push(request.url!);
        response.end(ARCHIVE);
      },
      async (baseUrl) => {
        const executable = await from(baseUrl, folder);
        expect(executable).toBe(join(folder, PINNED_VERSION, "terraform"));
        expect(readFileSync(executable, "utf8")).toBe("#!/bin/sh\n");
        expect(await from(baseUrl, folder)).toBe(executable);
      },
    );
    expect(asked).toEqual([`/${PINNED_VERSION}/terraform_${PINNED_VERSION}_linux_amd64.zip`]);
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      "is another file",
      (_, response) => response.end("something else"),
      /has the SHA-256 [0-9a-f]{64}, not the pinned/,
    ],
    ["is not there", (_, response) => response.writeHead(404).end(), /answered 404/],
    [
      "ends too early",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("an ");
        setTimeout(() => response.destroy(), 20);
      },
      /cannot be read/,
    ],
  ])("is refused when it %s, and nothing is left behind", async (_title, listener, message) => {
    const folder = into();
    const refused = withServer(listener, (baseUrl) => from(baseUrl, folder));
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(`Install Terraform ${PINNED_VERSION} by hand`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is refused when it cannot be unpacked, and nothing is left behind", async () => {
    const folder = into();
    const broken = withServer(
      (_, response) => void response.end(ARCHIVE),
      (baseUrl) => downloadedTerraform({ baseUrl, folder, platform: "linux_amd64", digests: { linux_amd64: DIGEST } }),
    );
    await expect(broken).rejects.toThrow("the archive cannot be unpacked");
    expect(existsSync(join(folder, PINNED_VERSION))).toBe(false);
  });

  it("is not downloaded for a platform that no digest is pinned for", async () => {
    await expect(downloadedTerraform({ folder: into(), platform: "plan9_amd64" })).rejects.toThrow(
      "no digest is pinned for plan9_amd64",
    );
  });

  it("is refused when nobody answers", async () => {
    await expect(from("http://127.0.0.1:9", into())).rejects.toThrow(/cannot be read/);
  });
});

describe("an installed Terraform", () => {
  it.each([
    ["1.11.0", true],
    ["1.11.4", true],
    ["1.14.2", true],
    ["1.10.5", false],
    ["0.15.5", false],
    ["2.0.0", false],
    ["1.12.0-beta1", false],
  ])("of version %s fits: %s", (version, expected) => expect(fits(version)).toBe(expected));
});
