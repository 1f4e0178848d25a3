import type { Examples } from "../../examples";

const tokens = (http_tokens: unknown, http_put_response_hop_limit: unknown = 1) => ({
  metadata_options: [{ http_tokens, http_put_response_hop_limit }],
});
const template = (options: Readonly<Record<string, unknown>>) => ({ aws_launch_template: { worker: options } });
const FROM_TEMPLATE = { launch_template: [{ id: "${aws_launch_template.worker.id}" }] };

export const instanceMetadataExamples: Examples = {
  policy: "ISO-019",
  pass: {
    "there is no machine": {},
    "a template requires tokens": template(tokens("required", 2)),
    "a machine has no metadata service": {
      aws_instance: { worker: { metadata_options: [{ http_endpoint: "disabled" }] } },
    },
    "machines come from a template that requires tokens": {
      ...template(tokens("required")),
      aws_autoscaling_group: { workers: FROM_TEMPLATE },
      aws_instance: { worker: FROM_TEMPLATE },
    },
  },
  fail: {
    "a template says nothing": template({ image_id: "ami-1" }),
    "tokens are optional": template(tokens("optional")),
    "answers travel too far": template(tokens("required", 64)),
    "a machine says nothing": { aws_instance: { worker: { ami: "ami-1" } } },
    "an older kind of template says nothing": { aws_launch_configuration: { worker: { image_id: "ami-1" } } },
    "a group mixes in a template that is not in the output": {
      aws_autoscaling_group: {
        workers: {
          mixed_instances_policy: [
            {
              launch_template: [{ launch_template_specification: [{ launch_template_id: "lt-0123456789abcdef0" }] }],
            },
          ],
        },
      },
    },
    "nodes come from no template": { aws_eks_node_group: { workers: { cluster_name: "main" } } },
    "machines come from a template that is not in the output": {
      aws_autoscaling_group: { workers: { launch_template: [{ id: "lt-0123456789abcdef0" }] } },
    },
    "a notebook accepts the old protocol": {
      aws_sagemaker_notebook_instance: {
        lab: { instance_metadata_service_configuration: [{ minimum_instance_metadata_service_version: "1" }] },
      },
    },
    "a request for machines cannot close it": { aws_spot_fleet_request: { workers: { target_capacity: 1 } } },
  },
  undecided: {
    "a variable decides": template(tokens("${var.tokens}")),
    "the options are generated": template({
      dynamic: { metadata_options: { for_each: "${var.options}", content: {} } },
    }),
    "the template comes from a variable": {
      aws_autoscaling_group: { workers: { launch_template: [{ id: "${var.template}" }] } },
    },
  },
};
