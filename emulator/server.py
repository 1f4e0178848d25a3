#!/usr/bin/env python3
"""A local AWS: moto's server, what it lacks filled in, and what it promises kept.

    python server.py [--port PORT] [--seed FILE] [--verbose]

Listens on the loopback interface only; port 0 takes a free one. Prints one line, `listening on URL`, when it
is ready. GET /clover-emulator/health says who it is. POST /moto-api/reset forgets everything but the seed, and
POST /clover-emulator/forget/<account> everything of one account. GET /clover-emulator/trail-signer/<region> gives
what CloudTrail signs with there. State is in memory only.
"""

import argparse
import os
import signal
import sys
import time
from pathlib import Path

# AWS's managed policies exist in every account; moto reads the setting when it is imported.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from replay import Replay
from routing import FailFast, Router
from seed import Seed

LOOPBACK = "127.0.0.1"


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass


def main() -> int:
    options = parse_options()
    try:
        seed = Seed(options.seed)
        seed.apply()
    except (OSError, ValueError, KeyError) as error:
        print(f"the seed {options.seed} cannot be used: {error!r}", file=sys.stderr)
        return 2
    health = {"emulator": "clover", "seed": seed.digest, "startedAt": int(time.time())}
    app = Replay(FailFast(Router(DomainDispatcherApplication(create_backend_app), seed, health)))
    try:
        server = make_server(
            LOOPBACK, options.port, app, threaded=True, request_handler=None if options.verbose else Quiet
        )
    except (OSError, SystemExit) as error:
        print(f"port {options.port} cannot be listened on: {error}", file=sys.stderr)
        return 2
    for ending in (signal.SIGTERM, signal.SIGINT):
        # At once: what is kept is in memory, and moto's threads would hold an orderly exit up.
        signal.signal(ending, lambda *_: os._exit(0))
    print(f"listening on http://{LOOPBACK}:{server.server_port}", flush=True)
    server.serve_forever()
    return 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-p", "--port", type=int, default=0)
    parser.add_argument("--seed", type=Path, help="what exists at the start: see seed.py")
    parser.add_argument("-v", "--verbose", action="store_true", help="log every request")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
