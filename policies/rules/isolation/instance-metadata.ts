import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { inEveryStack, mustNotExist } from "../in-every-stack";
import { mustName, type Names } from "./must-name";

const TEMPLATE = "aws_launch_template";
const MACHINES = ["aws_instance", "aws_launch_configuration", TEMPLATE, "aws_spot_instance_request"];
const IMAGES = "aws_imagebuilder_infrastructure_configuration";
const NOTEBOOK = "aws_sagemaker_notebook_instance";
/** Start machines by a request in which the metadata service cannot be closed. */
const CANNOT_CLOSE = ["aws_opsworks_instance", "aws_spot_fleet_request"];
const SPECIFICATION = "launch_template_specification";
const OF_TEMPLATE: Names = { "launch_template.id": [TEMPLATE], "launch_template.name": [TEMPLATE] };
/** Start machines from a template, which is judged itself. */
const FROM_TEMPLATE: Readonly<Record<string, Names>> = {
  aws_autoscaling_group: {
    ...OF_TEMPLATE,
    launch_configuration: ["aws_launch_configuration"],
    [`mixed_instances_policy.launch_template.${SPECIFICATION}.launch_template_id`]: [TEMPLATE],
    [`mixed_instances_policy.launch_template.${SPECIFICATION}.launch_template_name`]: [TEMPLATE],
    [`mixed_instances_policy.launch_template.override.${SPECIFICATION}.launch_template_id`]: [TEMPLATE],
  },
  aws_ec2_fleet: {
    [`launch_template_config.${SPECIFICATION}.launch_template_id`]: [TEMPLATE],
    [`launch_template_config.${SPECIFICATION}.launch_template_name`]: [TEMPLATE],
  },
  aws_eks_node_group: OF_TEMPLATE,
};
/** One for the machine, one for a container in it. */
const MOST_HOPS = 2;

export const instanceMetadata: WholeEstate = {
  kind: "whole",
  id: "ISO-019",
  title: "A machine gives its credentials to nobody without a session token, and not beyond itself",
  severity: "high",
  controls: ["C24"],
  rationale:
    "One forged request to a workload is enough to read its role's credentials from the old metadata service, and with them every user's data that the role may read.",
  remediation: "Set metadata_options of the launch template: http_tokens 'required', a hop limit of at most 2.",
  sources: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html"],
  construct: "account/account-baseline",

  check(context) {
    const types = [...MACHINES, ...CANNOT_CLOSE, ...Object.keys(FROM_TEMPLATE), IMAGES, NOTEBOOK];
    return inEveryStack(context, context.model.resources(...types), judged);
  },
};

function judged(resource: Resource): Verdict {
  const templates = FROM_TEMPLATE[resource.type];
  if (templates) return mustName(resource, templates, "a launch template of its stack");
  if (CANNOT_CLOSE.includes(resource.type)) return mustNotExist(resource, "machines from a launch template");
  if (resource.type === NOTEBOOK) {
    const path = "instance_metadata_service_configuration[0].minimum_instance_metadata_service_version";
    return resource.value(path).mustBe(2);
  }
  return isClosed(resource, resource.type === IMAGES ? "instance_metadata_options" : "metadata_options");
}

function isClosed(resource: Resource, options: string): Verdict {
  if (resource.value(options).isAbsent && !resource.value("launch_template").isAbsent) {
    return mustName(resource, OF_TEMPLATE, "a launch template of its stack");
  }
  const [endpoint, tokens, hops] = ["http_endpoint", "http_tokens", "http_put_response_hop_limit"].map((name) =>
    resource.value(`${options}[0].${name}`),
  ) as [Value, Value, Value];
  if (endpoint.is("disabled") === "yes") return pass(endpoint.at);
  const isNear = hops.isAbsent
    ? pass(hops.at)
    : hops.mustSatisfy(`at most ${MOST_HOPS}`, ({ data }) => Number(data) <= MOST_HOPS);
  return all(tokens.mustBe("required"), isNear);
}
