"""Modules that wait: named by what a command loads, and loaded only when something in them is asked for.

Why: click names `inspect` for values that are functions, and `gettext` for words that kegen says in Vietnamese; lxml
names a function of `inspect` for those who parse with a target of their own, and `gzip` for files it is not given;
pathlib names `urllib.parse` and `ipaddress` for addresses of the web and `ntpath` for Windows; libyaml lies under all
of `ruamel.yaml` and names the errors of its modules. A draft needs none of them, and loading them takes a tenth of it.
Why not importlib's LazyLoader: naming such a module a second time loads it.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_TAKEN = {
    "gettext": ("gettext", "ngettext"),
    "inspect": ("getfullargspec",),
    "urllib.parse": ("quote_from_bytes",),
    "ruamel.yaml.reader": ("ReaderError",),
    "ruamel.yaml.scanner": ("ScannerError",),
    "ruamel.yaml.parser": ("ParserError",),
    "ruamel.yaml.composer": ("ComposerError",),
    "ruamel.yaml.constructor": ("ConstructorError",),
    "ruamel.yaml.serializer": ("SerializerError",),
    "ruamel.yaml.representer": ("RepresenterError",),
    "ruamel.yaml.emitter": ("EmitterError",),
}
"""What is taken from a module long before anyone calls it, and may only be called: an error is when it is raised.

Whoever is to catch or subclass an error of the YAML library's takes `YAMLError`, whose module does not wait.
"""
_UNHURRIED = ("gzip", "ipaddress", "ntpath", "ruamel.yaml", *_TAKEN)


class Waiting(ModuleType):
    """A module that is loaded when something in it is first asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        if name == "__path__":  # asked of whatever something is taken from; a package has it from the start
            raise AttributeError(name)
        if name in _TAKEN.get(self.__name__, ()):
            return partial(_call, self, name)
        return getattr(_loaded(self), name)


def _call(module: ModuleType, name: str, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes
    return getattr(_loaded(module), name)(*given, **named)


def _loaded(module: ModuleType) -> ModuleType:
    """Return the module, loaded by now."""
    if isinstance(module, Waiting):
        module.__class__ = ModuleType  # type: ignore[assignment]
        spec = module.__spec__
        if spec and spec.loader:
            spec.loader.exec_module(module)
    return module


def let_wait() -> None:
    """Put what need not be loaded yet where Python looks for modules; one that is loaded stays as it is."""
    for name in _UNHURRIED:
        if name not in sys.modules and (spec := find_spec(name)):
            module = module_from_spec(spec)
            module.__class__ = Waiting
            sys.modules[name] = module
            package, _, own = name.rpartition(".")
            if package:
                setattr(sys.modules[package], own, module)
