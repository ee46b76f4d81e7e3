"""A text that kills the process which reads it, as a fault in compiled code would."""

import os
import signal


class Deadly(str):
    """Kills whoever asks how long it is."""

    __slots__ = ()

    def __len__(self) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0
