import { isIP } from "node:net";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { Estate } from "../../config/estate";
import { deployRoleArn } from "../../config/names";
import type { StackPlace } from "../../config/places";

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Settings of a client; what is not set, AWS's SDK takes from its environment. */
export interface Settings {
  readonly endpoint?: string;
  readonly region: string;
  readonly credentials?: Credentials;
  readonly maxAttempts?: number;
}

/** Of a client that has signed in to a role. */
export type SignedIn = Settings & { readonly credentials: Credentials };

/** In a URL an address of IPv6 stands in brackets. */
function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}

/** AWS's own SDK, signed in to each account as its deploy role. */
export class Cloud {
  private readonly signedIn = new Map<string, Promise<Credentials>>();

  /**
   * @param endpoint of the emulator; without one, where the environment points AWS's SDK, with its credentials
   */
  constructor(
    private readonly estate: Estate,
    private readonly endpoint?: string,
  ) {}

  /**
   * Settings of a client for one place.
   *
   * @param roleArn of that account; its deploy role by default
   */
  async at(place: StackPlace, roleArn = deployRoleArn(this.estate, place)): Promise<SignedIn> {
    return { ...this.settings(place.region), credentials: await this.credentials(place, roleArn) };
  }

  /**
   * Settings for a service that prefixes the host's name with the account: where the endpoint is a number, which can have
   * no prefix, the host is named for the SDK, and every request goes to the number all the same. Any other is as it is.
   */
  async hostPrefixed(
    place: StackPlace,
    roleArn?: string,
  ): Promise<Settings & { readonly requestHandler?: NodeHttpHandler }> {
    const endpoint = this.endpoint ?? process.env["AWS_ENDPOINT_URL"];
    if (endpoint === undefined) return this.at(place, roleArn);
    const url = new URL(endpoint);
    if (!isAddress(url.hostname)) return this.at(place, roleArn);
    const { hostname } = url;
    url.hostname = "localhost";
    const handler = new NodeHttpHandler();
    const handle = handler.handle.bind(handler);
    handler.handle = (request, options) => handle(Object.assign(request, { hostname }), options);
    return { ...(await this.at(place, roleArn)), endpoint: url.href, requestHandler: handler };
  }

  private settings(region: string): Settings {
    if (this.endpoint === undefined) return { region };
    return {
      endpoint: this.endpoint,
      region,
      credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
      maxAttempts: 2,
    };
  }

  private credentials(place: StackPlace, roleArn: string): Promise<Credentials> {
    const known = this.signedIn.get(roleArn);
    if (known) return known;
    const fresh = this.assume(place, roleArn);
    this.signedIn.set(roleArn, fresh);
    return fresh;
  }

  private async assume(place: StackPlace, roleArn: string): Promise<Credentials> {
    const sts = new STSClient(this.settings(place.region));
    const command = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "clover" });
    const { Credentials } = await sts.send(command);
    return {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken,
    };
  }
}
