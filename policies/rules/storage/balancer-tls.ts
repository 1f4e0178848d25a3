import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import { all, fail, type Verdict } from "../../verdict";
import { textMust } from "../text-must";

const LISTENERS = ["aws_alb_listener", "aws_lb_listener"];
const TARGETS = ["aws_alb_target_group", "aws_lb_target_group"];
export const BALANCERS: readonly string[] = [...LISTENERS, ...TARGETS, "aws_elb"];

/** Policies that take no TLS older than 1.2. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const TLS_12 = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;
const HTTPS_PORT = 443;

/** What a balancer takes and what it sends on is TLS. Bytes that it passes through unread are on the port of HTTPS. */
export function balancerTls(resource: Resource): Verdict {
  if (LISTENERS.includes(resource.type)) return listenerTls(resource);
  if (TARGETS.includes(resource.type)) return passesOn(resource, ["HTTPS", "TLS", "GENEVE"]);
  const protocols = ["listener.lb_protocol", "listener.instance_protocol"].flatMap((path) => valuesAt(resource, path));
  const [first, ...others] = protocols.map((protocol) => protocol.mustBe("https", "HTTPS", "ssl", "SSL"));
  return all(first!, ...others);
}

function listenerTls(listener: Resource): Verdict {
  const protocol = listener.value("protocol");
  if (protocol.is("HTTPS", "TLS") === "yes") {
    return textMust(listener.value("ssl_policy"), "a policy of TLS 1.2 or newer", (text) => TLS_12.test(text));
  }
  // Answering in clear is right where the one answer is to come back under TLS.
  if (protocol.is("HTTP") === "yes") return redirects(listener);
  return passesOn(listener, []);
}

function redirects(listener: Resource): Verdict {
  const actions = listener.value("default_action").items();
  const [first, ...others] = actions.map((action) => action.value("redirect[0].protocol").mustBe("HTTPS"));
  return first ? all(first, ...others) : fail(listener.value("default_action").at, "HTTP", "a redirection to HTTPS");
}

function passesOn(resource: Resource, encrypted: readonly string[]): Verdict {
  const protocol = resource.value("protocol");
  if (protocol.is(...encrypted) === "yes") return protocol.mustBe(...encrypted);
  return all(protocol.mustBe("TCP", ...encrypted), resource.value("port").mustBe(HTTPS_PORT));
}
