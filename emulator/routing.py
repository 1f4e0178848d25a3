"""Which requests this emulator answers itself, and how it says that it cannot."""

import io
import json
import re
from typing import Any
from urllib.parse import urlsplit

from moto import backends
from moto.iam.models import get_account_id_from

import state
from request import Refusal, Request
from services import (
    access_analyzer,
    awslambda,
    backup,
    cloudtrail,
    dns_firewall,
    guardduty,
    network_firewall,
    oam,
    s3,
    s3_batch,
    security_hub,
    signer,
)

# Imported for what they change in moto.
from services import dynamodb, ec2, elbv2, iam, kinesis, kms, organizations, ram, route53, ssm  # noqa: F401

# moto looks its own folders up for every request, while all others wait.
_modules = tuple(backends.list_of_moto_modules())
backends.list_of_moto_modules = lambda: _modules

CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")

# Signing name -> what answers instead of moto, or leaves it to moto.
HANDLERS = {
    "access-analyzer": access_analyzer.handle,
    "backup": backup.handle,
    "guardduty": guardduty.handle,
    "lambda": awslambda.handle,
    "network-firewall": network_firewall.handle,
    "oam": oam.handle,
    "route53resolver": dns_firewall.handle,
    "securityhub": security_hub.handle,
    "signer": signer.handle,
}


class Router:
    """Answers what the service modules implement and hands everything else to moto."""

    def __init__(self, app, seed, health: dict[str, Any]) -> None:
        self.app = app
        self.seed = seed
        self.health = health

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "/")
        if path == "/clover-emulator/health":
            return answer(start_response, 200, json.dumps(self.health))
        if path == "/moto-api/reset":
            return self.reset(environ, start_response)
        if path.startswith("/clover-emulator/forget/"):
            return self.forget(path.rsplit("/", 1)[-1], start_response)
        if path.startswith("/clover-emulator/trail-signer/"):
            return answer(start_response, 200, json.dumps(cloudtrail.signer(path.rsplit("/", 1)[-1])))
        signed = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if not signed:
            return self.app(environ, start_response)
        access_key, region, service = signed.groups()
        if service == "s3" and not path.startswith("/v20180820"):
            return s3.handle_bucket_request(environ, start_response, self.app)
        handle = s3_batch.handle if path.startswith("/v20180820/jobs") else HANDLERS.get(service)
        if handle is None:
            return self.app(environ, start_response)
        request = read_request(environ, get_account_id_from(access_key), region, service)
        result = handle(request)
        if result is None:
            return self.app(environ, start_response)
        if isinstance(result, Refusal):
            return refuse(start_response, result)
        if isinstance(result, str):
            return answer(start_response, 200, result, kind="application/xml")
        return answer(start_response, 200, json.dumps(result))

    def reset(self, environ, start_response):
        state.clear()
        result = self.app(environ, start_response)
        self.seed.apply()
        return result

    def forget(self, account, start_response):
        state.forget(account)
        self.seed.apply(account)
        return answer(start_response, 200, "{}")


def read_request(environ, account: str, region: str, service: str) -> Request:
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)  # moto may read it again
    try:
        parameters = json.loads(body or b"{}")
    except ValueError:
        parameters = {}
    return Request(
        method=environ["REQUEST_METHOD"],
        path=urlsplit(environ["RAW_URI"]).path,
        operation=environ.get("HTTP_X_AMZ_TARGET", "").split(".")[-1],
        parameters=parameters,
        body=body,
        state=state.state_of(account, region, service),
        account=account,
        region=region,
    )


class FailFast:
    """Says plainly that something is not emulated.

    moto answers 500 for a missing action or a fault of its own, which the provider retries for more than
    twelve minutes, and an HTML page for a missing route.
    """

    def __init__(self, app) -> None:
        self.app = app

    def __call__(self, environ, start_response):
        service = _service(environ)
        seen: dict[str, Any] = {}

        def note(status, headers, *error):
            html = any(name.lower() == "content-type" and "html" in value for name, value in headers)
            seen["missing"] = html and status.startswith("404") and service not in ("", "s3")
            seen["fault"] = status.startswith("500")
            if seen["missing"] or seen["fault"]:
                return lambda data: None
            return start_response(status, headers, *error)

        try:
            result = self.app(environ, note)
        except NotImplementedError as error:
            return self.not_emulated(environ, start_response, str(error))
        what = f"{environ['REQUEST_METHOD']} {environ.get('PATH_INFO')} of {service}"
        if seen.get("missing"):
            return self.not_emulated(environ, start_response, f"{what} is not emulated")
        if seen.get("fault"):
            return self.not_emulated(environ, start_response, f"{what} made the emulator fail: see its log")
        return result

    @staticmethod
    def not_emulated(environ, start_response, text):
        error = f"<Error><Code>NotEmulated</Code><Message>{text}</Message></Error>"
        if _service(environ) == "ec2":
            body = f"<Response><Errors>{error}</Errors></Response>"
            return answer(start_response, 400, body, kind="text/xml")
        if "form-urlencoded" in environ.get("CONTENT_TYPE", ""):
            body = f"<ErrorResponse>{error}</ErrorResponse>"
            return answer(start_response, 400, body, kind="text/xml")
        return refuse(start_response, Refusal("NotEmulated", text))


def _service(environ) -> str:
    signed = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
    return signed.group(3) if signed else ""


def answer(start_response, status, body, headers=(), kind="application/x-amz-json-1.1"):
    data = body.encode()
    start_response(f"{status} X", [("Content-Type", kind), ("Content-Length", str(len(data))), *headers])
    return [data]


def refuse(start_response, refusal: Refusal):
    body = json.dumps({"__type": refusal.code, "message": refusal.message})
    return answer(start_response, refusal.status, body, [("x-amzn-ErrorType", refusal.code)])
