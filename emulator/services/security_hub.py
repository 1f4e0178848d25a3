"""Security Hub: `AutoEnableControls` is a setting, not a constant."""

from moto.securityhub.models import SecurityHubBackend as _SH, securityhub_backends


_dh2 = _SH.describe_hub
_SH.describe_hub = lambda self, hub_arn=None: {
    **_dh2(self, hub_arn),
    "AutoEnableControls": getattr(self, "auto_enable_controls", True),
}


def securityhub(method, path, p, s, acct, region):
    if path != "/accounts" or method != "PATCH":
        return None
    securityhub_backends[acct][region].auto_enable_controls = p.get("AutoEnableControls", True)
    return {}
