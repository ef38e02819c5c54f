"""YAML text to plain values that remember line and column. This room knows no field names.

>>> import tempfile
>>> from pathlib import Path
>>> with tempfile.TemporaryDirectory() as folder:
...     path = Path(folder, "resources.yaml")
...     _ = path.write_text("groups:\\n  - name: Tea and talk\\n    from: 18:30\\n", encoding="utf-8")
...     document = read(path, root=Path(folder))
>>> document.value
{'groups': [{'name': 'Tea and talk', 'from': '18:30'}]}
>>> print(document.place(["groups", 0, "from"]))
resources.yaml:3:11
"""

from __future__ import annotations

from generator.source.document import Document, Mapping, Sequence, Value
from generator.source.reader import read

__all__ = ["Document", "Mapping", "Sequence", "Value", "read"]
