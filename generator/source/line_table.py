"""From a position in the text of all files to file, line and column.

A value keeps one small number for its place instead of an object: how many characters stand before it in its file,
counted on from the files read earlier. The table turns that number back.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate

from generator.problems import Place


class LineTable:
    """Where each line of each file starts.

    >>> table = LineTable()
    >>> first = table.add("resources.yaml", "groups:\\n  - name: A\\n")
    >>> second = table.add("more.yaml", "groups: []\\n")
    >>> print(table.place(first + 12), table.place(second))
    resources.yaml:2:5 more.yaml:1:1
    """

    __slots__ = ("_files", "_first_lines", "_line_starts", "end")

    def __init__(self) -> None:
        self._files: list[str] = []
        self._first_lines: list[int] = []
        self._line_starts = array("I")
        self.end = 0

    def add(self, file: str, text: str) -> int:
        """Take in the text of a file, as it is shown in problems; returns the position of its first character."""
        start = self.end
        lengths = [len(line) + 1 for line in text.split("\n")]
        self._files.append(file)
        self._first_lines.append(len(self._line_starts))
        self._line_starts.extend(accumulate(lengths[:-1], initial=start))
        self.end = start + len(text) + 1
        return start

    def place(self, position: int) -> Place:
        """File, line and column of a position; the first place of the first file for a position outside all files."""
        if not 0 <= position < self.end:
            return Place(self._files[0] if self._files else "")
        line = bisect_right(self._line_starts, position) - 1
        file = bisect_right(self._first_lines, line) - 1
        return Place(self._files[file], line - self._first_lines[file] + 1, position - self._line_starts[line] + 1)
