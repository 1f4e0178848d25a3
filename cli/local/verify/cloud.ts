import { NodeHttpHandler } from "@smithy/node-http-handler";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { Estate } from "../../../config/estate";
import { deployRoleArn } from "../../../config/names";
import type { StackPlace } from "../../../config/places";

interface Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly maxAttempts: number;
}

/** AWS's own SDK, pointed at the emulator and signed in to each account as its deploy role. */
export class Cloud {
  private readonly signedIn = new Map<string, Promise<Settings["credentials"]>>();

  constructor(
    private readonly estate: Estate,
    private readonly endpoint: string,
  ) {}

  /** Settings of a client for one place. */
  async at(place: StackPlace): Promise<Settings> {
    return { ...this.settings(place.region), credentials: await this.credentials(place) };
  }

  /**
   * Settings for a service that prefixes the host's name with the account: a number's name can have no
   * prefix, so the host is named for the SDK, and every request goes to the number all the same.
   */
  async hostPrefixed(place: StackPlace): Promise<Settings & { readonly requestHandler: NodeHttpHandler }> {
    const { hostname, port } = new URL(this.endpoint);
    const handler = new NodeHttpHandler();
    const handle = handler.handle.bind(handler);
    handler.handle = (request, options) => handle(Object.assign(request, { hostname }), options);
    return { ...(await this.at(place)), endpoint: `http://localhost:${port}`, requestHandler: handler };
  }

  private settings(region: string): Settings {
    return {
      endpoint: this.endpoint,
      region,
      credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
      maxAttempts: 2,
    };
  }

  private credentials(place: StackPlace): Promise<Settings["credentials"]> {
    const known = this.signedIn.get(place.account);
    if (known) return known;
    const fresh = this.assume(place);
    this.signedIn.set(place.account, fresh);
    return fresh;
  }

  private async assume(place: StackPlace): Promise<Settings["credentials"]> {
    const sts = new STSClient(this.settings(place.region));
    const command = new AssumeRoleCommand({ RoleArn: deployRoleArn(this.estate, place), RoleSessionName: "verify" });
    const { Credentials } = await sts.send(command);
    return {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken,
    };
  }
}
