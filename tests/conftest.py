"""What tests in every room use."""

import contextlib
import time

import pytest
from hypothesis import settings

# Times are judged by `within`, of CPU and where they matter: a busy machine fails no test.
settings.register_profile("newscrawl", deadline=None)
settings.load_profile("newscrawl")


@pytest.fixture
def within():
    """Return a context that fails when its block takes more seconds of this process's CPU than allowed."""

    @contextlib.contextmanager
    def limit(seconds):
        start = time.process_time()
        yield
        spent = time.process_time() - start
        assert spent < seconds, f"took {spent:.2f} s of CPU, allowed are {seconds} s"

    return limit
