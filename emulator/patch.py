"""How a service module changes moto: each change is a function in its place, with moto's own at hand."""

import functools
from collections.abc import Callable
from typing import Any


def around(owner: type, name: str) -> Callable:
    """Puts a function around a method of moto's: it is called with moto's own method first."""

    def put(function: Callable) -> Callable:
        original = getattr(owner, name)

        @functools.wraps(original)
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            return function(original, self, *args, **kwargs)

        setattr(owner, name, method)
        return function

    return put


def method_of(owner: type) -> Callable:
    """Puts a function as a method of its own name where moto has none, or a wrong one."""

    def put(function: Callable) -> Callable:
        setattr(owner, function.__name__, function)
        return function

    return put
