"""Lambda: code signing configurations, which moto lacks, and a function's dead-letter queue and log, which it forgets.

No signature is checked, and functions do not run.
"""

import time
import uuid

from moto.awslambda.models import LambdaFunction

from patch import around
from request import Answer, Request, not_found, public

# The version of the API that has them.
SIGNING = "2020-04-22"
# Parameters of a function that moto does not keep.
FORGOTTEN = ("DeadLetterConfig", "LoggingConfig")


def handle(request: Request) -> Answer:
    match request.path_parts:
        case [version, "code-signing-configs"] if version == SIGNING and request.method == "POST":
            return _create_signing(request)
        case [version, "code-signing-configs", arn] if version == SIGNING:
            return _signing(request, arn)
        case [_, "tags", arn] if arn in request.state:
            return _tags(request, request.state[arn])
    return None


def _create_signing(request: Request) -> Answer:
    identifier = f"csc-{uuid.uuid4().hex[:17]}"
    arn = request.arn("lambda", f"code-signing-config:{identifier}")
    request.state[arn] = {
        "CodeSigningConfigId": identifier,
        "CodeSigningConfigArn": arn,
        "CodeSigningPolicies": {"UntrustedArtifactOnDeployment": "Warn"},
        "LastModified": time.strftime("%Y-%m-%dT%H:%M:%S.000+0000", time.gmtime()),
        "_tags": request.parameters.pop("Tags", None) or {},
        **request.parameters,
    }
    return {"CodeSigningConfig": public(request.state[arn])}


def _signing(request: Request, arn: str) -> Answer:
    if arn not in request.state:
        return not_found(404)
    if request.method == "DELETE":
        request.state.pop(arn)
        return {}
    request.state[arn].update(request.parameters)
    return {"CodeSigningConfig": public(request.state[arn])}


def _tags(request: Request, config) -> Answer:
    if request.method == "POST":
        config["_tags"].update(request.parameters["Tags"])
    return {"Tags": config["_tags"]}


@around(LambdaFunction, "__init__")
def create(original, self, account_id, spec, *args, **kwargs):
    original(self, account_id, spec, *args, **kwargs)
    self.kept = {name: spec[name] for name in FORGOTTEN if spec.get(name)}


@around(LambdaFunction, "update_configuration")
def update_configuration(original, self, config_updates):
    self.kept.update({name: config_updates[name] for name in FORGOTTEN if name in config_updates})
    return original(self, config_updates)


@around(LambdaFunction, "get_configuration")
def get_configuration(original, self, on_create=False):
    kept = {name: value for name, value in self.kept.items() if any(value.values())}
    return {**original(self, on_create), **kept}
