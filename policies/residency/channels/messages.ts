import { along } from "../along";
import type { Channel } from "../channel";

const GUIDE = "https://docs.aws.amazon.com";
const PUSHING = ["adm", "apns", "apns_sandbox", "apns_voip", "apns_voip_sandbox", "baidu", "gcm"];

/** Messages that leave AWS for people's devices, by way of whoever reaches those. */
export const messages: readonly Channel[] = [
  along({
    title: "Push notification",
    types: ["aws_sns_platform_application"],
    moves: "bytes",
    what: "Messages go to the service of Amazon, Apple, Baidu, Google or Microsoft that brings them to a device",
    source: `${GUIDE}/sns/latest/dg/sns-mobile-application-as-subscriber.html`,
    to: [{ always: "a push notification service" }],
    also: ["platform"],
  }),
  along({
    title: "Push notification",
    types: PUSHING.map((service) => `aws_pinpoint_${service}_channel`),
    moves: "bytes",
    what: "Messages go to the service of Amazon, Apple, Baidu or Google that brings them to a device, unless the channel is off",
    source: `${GUIDE}/pinpoint/latest/userguide/channels-mobile.html`,
    to: [{ always: "a push notification service" }],
    also: ["enabled"],
    unless: (channel) => channel.value("enabled").is(false) === "yes",
  }),
  along({
    title: "Pinpoint message",
    types: ["email", "sms"].map((medium) => `aws_pinpoint_${medium}_channel`),
    moves: "bytes",
    what: "Messages go to telephones and mailboxes, unless the channel is off",
    source: `${GUIDE}/pinpoint/latest/userguide/channels.html`,
    to: [{ always: "telephones and mailboxes" }],
    also: ["enabled"],
    unless: (channel) => channel.value("enabled").is(false) === "yes",
  }),
];
