"""Work for the pool's processes, which import it by its name."""

import os
import signal
import time
from pathlib import Path


def double(numbers):
    return [2 * number for number in numbers]


def fail_on_seven(numbers):
    if 7 in numbers:
        raise ZeroDivisionError("seven")
    return list(numbers)


def die_on_seven(numbers):
    if 7 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(numbers)


class DieOnce:
    """Dies of a number the first time it is asked for; a file tells that it was."""

    def __init__(self, folder, number, after=0.0):
        self.mark, self.number, self.after = Path(folder) / "died", number, after

    def __call__(self, numbers):
        if self.number in numbers and not self.mark.exists():
            self.mark.touch()
            time.sleep(self.after)
            os.kill(os.getpid(), signal.SIGKILL)
        return list(numbers)


class DieThenFail(DieOnce):
    """Dies of a number, and fails the next time."""

    def __call__(self, numbers):
        if self.number in super().__call__(numbers):
            raise ZeroDivisionError("the second time")
        return list(numbers)


def tell_who(numbers):
    time.sleep(0.002 * len(numbers))
    return [(number, os.getpid(), signal.getsignal(signal.SIGINT) == signal.SIG_IGN) for number in numbers]


class Unloadable:
    """Cannot be read by the process it is sent to."""

    def __reduce__(self):
        return os._exit, (3,)

    def __call__(self, numbers):
        return list(numbers)
