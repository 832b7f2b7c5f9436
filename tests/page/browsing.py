"""The page in a browser: served as a user would, and what all who look at it do there."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
WIDTHS = (1280, 390)


@contextmanager
def opened(folder):
    """Serve the folder as a user would; yields the address and the process."""
    command = [sys.executable, "-m", "kegen", "open", str(folder), "--no-browser"]
    named = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, **named) as process:
        try:
            yield re.search(r"http\S+", process.stdout.readline())[0], process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(10)


def kegen(*arguments, folder):
    """Run a command in the folder; returns its exit code."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "kegen", *map(str, arguments)]
    return subprocess.run(command, env=environment, cwd=folder, check=False, capture_output=True).returncode


def show(page, address, name="x.yaml"):
    """Open the profile and wait until all of it is there."""
    page.goto(f"{address}ho-so/{name}/")
    page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()


def field(page, path):
    return page.locator(f'#form .field[data-at="{path}"] [data-path]')


def part(page, path):
    return page.locator(f'#form .part[data-at="{path}"]')


def unfold(page, *paths):
    """Open the parts, each inside the one before it."""
    for path in paths:
        part(page, path).locator("> summary").click()


def state(page, words):
    page.locator("#state", has_text=words).wait_for()
