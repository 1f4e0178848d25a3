"""An answer that got lost on its way is given again.

AWS's SDKs send a request again when its connection breaks, under the same invocation id. AWS recognises most such
repetitions; moto would do the thing twice, or refuse the second because the first was done.
"""

from collections import OrderedDict
from threading import Lock

KEPT = 4096


class Replay:
    """Remembers what each changing request was answered with, and answers its repetition alike."""

    def __init__(self, app) -> None:
        self.app = app
        self.answers: OrderedDict[str, tuple[str, list, list[bytes]]] = OrderedDict()
        self.lock = Lock()

    def __call__(self, environ, start_response):
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if not invocation or environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return self.app(environ, start_response)
        with self.lock:
            known = self.answers.get(invocation)
        if known:
            status, headers, body = known
            print(f"answered again: {environ['REQUEST_METHOD']} {environ.get('HTTP_X_AMZ_TARGET', '')}", flush=True)
            start_response(status, headers)
            return body
        return self.first(invocation, environ, start_response)

    def first(self, invocation, environ, start_response):
        begun = {}

        def note(status, headers, *error):
            begun.update(status=status, headers=headers)
            return start_response(status, headers, *error)

        body = list(self.app(environ, note))
        # Only what succeeded: an SDK repeats a failed request on purpose, and hopes for another answer.
        if begun["status"].startswith("2"):
            with self.lock:
                self.answers[invocation] = (begun["status"], begun["headers"], body)
                if len(self.answers) > KEPT:
                    self.answers.popitem(last=False)
        return body
