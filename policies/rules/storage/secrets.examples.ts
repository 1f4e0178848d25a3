import type { Examples } from "../../examples";

const database = (more: Readonly<Record<string, unknown>>) => ({ aws_db_instance: { people: more } });
const lambda = (variables: Readonly<Record<string, string>>) => ({
  aws_lambda_function: { report: { function_name: "report", environment: { variables } } },
});
const instance = (more: Readonly<Record<string, unknown>>) => ({ aws_instance: { worker: more } });
const task = (environment: unknown) => ({
  aws_ecs_task_definition: { report: { container_definitions: JSON.stringify([{ name: "report", environment }]) } },
});

export const secretsExamples: Examples = {
  policy: "STO-012",
  pass: {
    "the service keeps the password": database({ manage_master_user_password: true }),
    "an argument is write-only": database({ password_wo: "${var.password}", password_wo_version: 1 }),
    "an environment names the secret by its ARN": lambda({
      DB_PASSWORD: "arn:aws:secretsmanager:eu-west-1:200000000002:secret:database",
    }),
    "an instance starts without one": instance({ user_data: "#!/bin/sh\nexec /opt/report" }),
    "the password policy of an account is no password": {
      aws_iam_account_password_policy: { all: { minimum_password_length: 16, allow_users_to_change_password: true } },
    },
  },
  fail: {
    "a password is written down": database({ password: "correct-horse" }),
    "one of several is": { aws_elasticache_user: { cache: { passwords: ["correct-horse-battery"] } } },
    "an environment holds one": lambda({ DB_PASSWORD: "correct-horse" }),
    "a container's environment holds one": task([{ name: "API_TOKEN", value: "correct-horse" }]),
    "a parameter holds one": { aws_ssm_parameter: { api: { type: "SecureString", value: "correct-horse" } } },
    "what an instance starts with holds an access key": instance({
      user_data: "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
    }),
    "what an instance starts with holds one, encoded": instance({
      user_data_base64: Buffer.from("export DB_PASSWORD=correct-horse").toString("base64"),
    }),
    "a private key is written down": {
      aws_acm_certificate: { site: { private_key: "-----BEGIN RSA PRIVATE KEY-----\nMIIE" } },
    },
    "an address holds one": lambda({ DATABASE: "postgres://report:correct-horse@people.internal/people" }),
  },
  undecided: {
    "a password comes from a variable: it would be in the state": database({ password: "${var.password}" }),
    "a function makes what an instance starts with": instance({ user_data: '${templatefile("start.sh", {})}' }),
  },
};
