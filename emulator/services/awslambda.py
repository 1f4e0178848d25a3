"""Lambda: a function's dead-letter queue is kept. Functions do not run."""

from moto.awslambda.models import LambdaFunction as _LF


_lfi, _lfu, _lfg = _LF.__init__, _LF.update_configuration, _LF.get_configuration


def _lf_init(self, account_id, spec, *a, **kw):
    _lfi(self, account_id, spec, *a, **kw)
    self.dead_letter_config = spec.get("DeadLetterConfig")


def _lf_update(self, config_updates):
    if "DeadLetterConfig" in config_updates:
        self.dead_letter_config = config_updates["DeadLetterConfig"]
    return _lfu(self, config_updates)


def _lf_get(self, on_create=False):
    d = _lfg(self, on_create)
    c = getattr(self, "dead_letter_config", None)
    return {**d, "DeadLetterConfig": c} if c and c.get("TargetArn") else d


_LF.__init__, _LF.update_configuration, _LF.get_configuration = _lf_init, _lf_update, _lf_get
