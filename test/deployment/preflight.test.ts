import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConfigServiceClient,
  DeleteConfigurationRecorderCommand,
  DeleteDeliveryChannelCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from "@aws-sdk/client-config-service";
import { CreateDetectorCommand, GuardDutyClient } from "@aws-sdk/client-guardduty";
import { CreateServiceLinkedRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { Cloud, type SignedIn } from "../../cli/aws/cloud";
import { ensureEmulator, stopEmulator } from "../../cli/local/emulator";
import { pointedAt, localEnvironment } from "../../cli/local/environment";
import { preflight } from "../../cli/preflight/preflight";
import { exitCodeOf } from "../../cli/preflight/report";
import { findTerraform } from "../../cli/terraform/find-terraform";
import { chosenEstate } from "../../config/chosen";
import { loadEstate } from "../../config/load";
import { sitePlaces } from "../../config/places";
import { TODAY, writeEstate } from "../support/estates";

const ROOT = join(__dirname, "../..");
const MINUTE = 60_000;
const NAME = "preflight-rehearsal";
const ESTATE = join(mkdtempSync(join(tmpdir(), "clover-preflight-")), `${NAME}.yaml`);
copyFileSync(join(ROOT, "config/environments/local.yaml"), ESTATE);
const estate = loadEstate(ESTATE, { today: TODAY });
const ACCOUNT = "200000000002";

/** Runs in the order written: what is made in the account stays there. */
describe("preflight of a site's account in an emulator", () => {
  const out = writeEstate(estate);
  const inherited = process.env;
  let settings: SignedIn;

  beforeAll(async () => {
    const { url } = await ensureEmulator(estate, () => {});
    process.env = {
      ...pointedAt(localEnvironment(url, await findTerraform())),
      CLOVER_ESTATE: ESTATE,
      CLOVER_TODAY: TODAY,
    };
    settings = await new Cloud(estate, url).at(sitePlaces(estate)[0]!);
  }, MINUTE);
  afterAll(async () => {
    process.env = inherited;
    await stopEmulator(NAME);
  }, MINUTE);

  const look = () => preflight(chosenEstate(process.env), "dublin", out);

  it(
    "looks as that account alone",
    async () => {
      await expect(look()).rejects.toThrow(`in its own account ${ACCOUNT}, and these credentials are of account`);
    },
    MINUTE,
  );

  it(
    "finds nothing in an empty one",
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = settings.credentials;
      Object.assign(process.env, {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        ...(sessionToken ? { AWS_SESSION_TOKEN: sessionToken } : {}),
      });
      const run = await look();
      expect(run.seen.map(({ outcome }) => outcome)).toEqual(Array(7).fill("clear"));
      expect(exitCodeOf(run)).toBe(0);
    },
    MINUTE,
  );

  it(
    "tells what exists, with the commands that take it out of the way: Terraform runs one of them",
    async () => {
      const [iam, config, guardDuty] = [
        new IAMClient(settings),
        new ConfigServiceClient(settings),
        new GuardDutyClient(settings),
      ];
      await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "config.amazonaws.com" }));
      const recorder = { name: "default", roleARN: `arn:aws:iam::${ACCOUNT}:role/config` };
      await config.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: recorder }));
      await config.send(
        new PutDeliveryChannelCommand({ DeliveryChannel: { name: "default", s3BucketName: "somewhere" } }),
      );
      const running = { ConfigurationRecorderName: "default" };
      await config.send(new StartConfigurationRecorderCommand(running));
      const { DetectorId } = await guardDuty.send(new CreateDetectorCommand({ Enable: true }));

      const command = [join(ROOT, "cli/clover.mjs"), "preflight", "dublin", out];
      const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8", env: process.env });
      const commands = [...stdout.matchAll(/^ {2}(.*)$/gm)].map((match) => match[1]!);
      const [role, ...others] = commands;
      const imported = `terraform import aws_guardduty_detector.threat-detection_detector_7E8A7BF7 ${DetectorId}`;
      // The emulator's own spelling of the role's name.
      expect(role).toMatch(
        new RegExp(
          `^terraform import aws_iam_service_linked_role.config-recording_role_1246B994 arn:aws:iam::${ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleFor[Cc]onfig$`,
        ),
      );
      expect(others).toEqual([
        "aws configservice stop-configuration-recorder --configuration-recorder-name default --region eu-west-1",
        "aws configservice delete-configuration-recorder --configuration-recorder-name default --region eu-west-1",
        "aws configservice delete-delivery-channel --delivery-channel-name default --region eu-west-1",
        imported,
      ]);
      expect(status).toBe(1);

      expect(stateAfter(imported)).toMatchObject([
        { instances: [{ attributes: { id: DetectorId, account_id: ACCOUNT } }] },
      ]);

      await config.send(new StopConfigurationRecorderCommand(running));
      await config.send(new DeleteConfigurationRecorderCommand(running));
      await config.send(new DeleteDeliveryChannelCommand({ DeliveryChannelName: "default" }));
      const left = (await look()).seen.filter(({ outcome }) => outcome === "exists");
      expect(left.map(({ commands }) => commands)).toEqual([[role], [imported]]);
    },
    2 * MINUTE,
  );

  /** What the stack's state holds once real Terraform has run an import; the state stays in a folder of the test's own. */
  function stateAfter(command: string): unknown {
    const folder = mkdtempSync(join(tmpdir(), "clover-import-"));
    const { terraform, ...stack } = JSON.parse(readFileSync(join(out, "stacks/dublin/cdk.tf.json"), "utf8"));
    const { backend: _backend, ...settingsOfTerraform } = terraform;
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ ...stack, terraform: settingsOfTerraform }));
    const executable = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
    for (const line of ["terraform init -input=false", command]) {
      const { status, stderr } = spawnSync(executable, line.split(" ").slice(1), {
        cwd: folder,
        encoding: "utf8",
        env: process.env,
      });
      if (status !== 0) throw new Error(`${line}: ${stderr}`);
    }
    return JSON.parse(readFileSync(join(folder, "terraform.tfstate"), "utf8")).resources;
  }
});
