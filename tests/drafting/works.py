"""Work for the pool's processes, which import it by its name."""

import os
import signal
import time
from pathlib import Path


def double(number):
    return 2 * number


def fail_on_seven(number):
    if number == 7:
        raise ZeroDivisionError("seven")
    return number


def die_on_seven(number):
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


class DieOnce:
    """Dies of a number the first time it is asked for; a file tells that it was."""

    def __init__(self, folder, number, after=0.0):
        self.mark, self.number, self.after = Path(folder) / "died", number, after

    def __call__(self, number):
        if number == self.number and not self.mark.exists():
            self.mark.touch()
            time.sleep(self.after)
            os.kill(os.getpid(), signal.SIGKILL)
        return number


class DieThenFail(DieOnce):
    """Dies of a number, and fails the next time."""

    def __call__(self, number):
        if super().__call__(number) == self.number:
            raise ZeroDivisionError("the second time")
        return number


def tell_who(number):
    time.sleep(0.002)
    return number, os.getpid(), signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def unfit_for_sending(number):
    return (lambda: number) if number == 7 else number


class Unloadable:
    """Cannot be read by the process it is sent to."""

    def __reduce__(self):
        return os._exit, (3,)

    def __call__(self, number):
        return number
