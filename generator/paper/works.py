"""The printing works: many jobs, those that changed printed side by side, in the order in which they came.

While Typst sets type other threads run, so a few presses in one process keep the processor's cores busy, and share its
memory. A build in which nothing changed starts no press at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import local

from generator.paper.job import Job
from generator.paper.letters import fitted_words, left_out
from generator.paper.press import Press, Unprintable, is_there
from generator.paper.store import Store, key_of, makers
from generator.words import Words, say, say_n

Progress = Callable[[Words, int, int], None]
"""Is told what is being done, how many are done, and of how many."""

FEW = 4
"""So few jobs are not worth a second press."""
MOST_PRESSES = 4
"""Each press takes memory, and the part that Python does alone cannot be shared by more."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A job and its PDF."""

    job: Job
    content: bytes


class Works:
    """Prints what is asked for, and tells afterwards what was made, kept and left out."""

    def __init__(
        self, folder: Path | None, cores: int = 1, progress: Progress = lambda _what, _done, _all: None
    ) -> None:
        """`folder` is where PDFs are kept between builds, if they are; `cores` how many the machine gives."""
        self.store = Store(folder)
        self.presses = max(1, min(cores, MOST_PRESSES))
        self.progress = progress
        self.made = 0
        """How many PDFs were printed, the kept ones aside."""
        self._said: list[Words] = []
        self._thread = local()

    def printed(self, jobs: Iterable[Job]) -> Sequence[Printed]:
        """The PDFs of all jobs that can be printed, in their order; `told` says what is amiss with the others."""
        if missing := is_there():
            self._say(missing.words)
            return ()
        made_by = makers()
        places = [(job, key_of(job, made_by)) for job in self._drawable(jobs)]
        found = {key: self.store.get(key) for _, key in places}
        waiting = {key: job for job, key in places if found[key] is None}
        for done, (key, content) in enumerate(self._fresh(waiting), start=1):
            found[key] = content
            if content is not None:
                self.store.put(key, content)
                self.made += 1
            self.progress(say("Making PDFs"), done, len(waiting))
        self.store.tidy()
        return [Printed(job, content) for job, key in places if (content := found[key]) is not None]

    def told(self) -> Iterator[Words]:
        """What there is to say of the printing, sentence by sentence; each is said once."""
        if self.made:
            yield say_n("Made {n} PDF", "Made {n} PDFs", self.made)
        if self.store.trouble:
            yield self.store.trouble
        yield from self._said
        self.made, self.store.trouble, self._said = 0, None, []

    def _say(self, words: Words) -> None:
        if words not in self._said:
            self._said.append(words)

    def _drawable(self, jobs: Iterable[Job]) -> Iterator[Job]:
        for job in jobs:
            words, lacking = fitted_words(job.words)
            if not lacking:
                yield replace(job, words=words)
            else:
                self._say(left_out(job, lacking))

    def _fresh(self, waiting: dict[str, Job]) -> Iterator[tuple[str, bytes | None]]:
        """Each job's PDF as soon as it is there, in order."""
        if self.presses == 1 or len(waiting) <= FEW:
            yield from ((key, self._try(job)) for key, job in waiting.items())
            return
        with ThreadPoolExecutor(self.presses) as hands:
            coming: list[tuple[str, Future[bytes | None]]] = [
                (key, hands.submit(self._try, job)) for key, job in waiting.items()
            ]
            try:
                for key, future in coming:
                    yield key, future.result()
            finally:
                hands.shutdown(wait=True, cancel_futures=True)

    def _try(self, job: Job) -> bytes | None:
        try:
            return self._press().print(job)
        except Unprintable as refusal:
            self._say(say("{title}: no PDF was made ({reason}).", title=job.title, reason=refusal.reason))
            return None

    def _press(self) -> Press:
        """The press of this thread."""
        if not hasattr(self._thread, "press"):
            self._thread.press = Press()
        press: Press = self._thread.press
        return press
