"""Systems Manager: an account's settings in a region, which moto lacks. They are kept and change nothing."""

from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, EmptyResult
from moto.ssm.responses import SimpleSystemManagerResponse

from patch import method_of
from state import state_of

PREFIX = "servicesetting"
DEFAULTS = {"/ssm/documents/console/public-sharing-permission": "Enable"}
CHANGED = 1767225600.0


@method_of(SimpleSystemManagerResponse)
def update_service_setting(self):
    _settings(self)[_path(self)] = self._get_param("SettingValue")
    return EmptyResult()


@method_of(SimpleSystemManagerResponse)
def reset_service_setting(self):
    _settings(self).pop(_path(self), None)
    return get_service_setting(self)


@method_of(SimpleSystemManagerResponse)
def get_service_setting(self):
    path = _path(self)
    settings = _settings(self)
    return ActionResult(
        {
            "ServiceSetting": {
                "SettingId": path,
                "SettingValue": settings.get(path, DEFAULTS[path]),
                "LastModifiedDate": CHANGED,
                "LastModifiedUser": f"arn:aws:iam::{self.current_account}:root",
                "ARN": f"arn:aws:ssm:{self.region}:{self.current_account}:{PREFIX}{path}",
                "Status": "Customized" if path in settings else "Default",
            }
        }
    )


def _settings(response):
    return state_of(response.current_account, response.region, "ssm")


def _path(response):
    """A setting goes by its path or by its ARN; it answers to its path."""
    path = response._get_param("SettingId").split(f":{PREFIX}")[-1]
    if path not in DEFAULTS:
        raise JsonRESTError("ServiceSettingNotFound", f"no setting {path} is emulated")
    return path
