"""Lambda: a function's dead-letter queue is kept, which moto forgets. Functions do not run."""

from moto.awslambda.models import LambdaFunction

from patch import around


@around(LambdaFunction, "__init__")
def create(original, self, account_id, spec, *args, **kwargs):
    original(self, account_id, spec, *args, **kwargs)
    self.dead_letter_config = spec.get("DeadLetterConfig")


@around(LambdaFunction, "update_configuration")
def update_configuration(original, self, config_updates):
    if "DeadLetterConfig" in config_updates:
        self.dead_letter_config = config_updates["DeadLetterConfig"]
    return original(self, config_updates)


@around(LambdaFunction, "get_configuration")
def get_configuration(original, self, on_create=False):
    configuration = original(self, on_create)
    queue = getattr(self, "dead_letter_config", None)
    if not queue or not queue.get("TargetArn"):
        return configuration
    return {**configuration, "DeadLetterConfig": queue}
