"""QR codes as pages show them, read back by another library."""

from __future__ import annotations

import re

import pytest
import zxingcpp

from generator.pages.environment import qr_code

ZOOM = 4
QUIET = 2


def picture(svg: str) -> memoryview:
    """The code as a camera sees it: dark runs of the path drawn on white, four dots a module."""
    side = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    dark = [[False] * side for _ in range(side)]
    x, y = 0, 0
    for step, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", re.findall(r' d="([^"]+)"', svg)[0]):
        if step == "h":
            dark[y][x : x + int(first)] = [True] * int(first)
            x += int(first)
        else:
            x, y = (0, 0) if step == "M" else (x, y)
            x, y = x + int(first), y + int(float(second))
    wide = (side + 2 * QUIET) * ZOOM
    rows = [[False] * side] * QUIET + dark + [[False] * side] * QUIET
    dots = b"".join(
        bytes(0 if on else 255 for on in [*[False] * QUIET, *row, *[False] * QUIET] for _ in range(ZOOM)) * ZOOM
        for row in rows
    )
    return memoryview(dots).cast("B", shape=[wide, wide])


@pytest.mark.parametrize("number", range(0, 400, 8))
def test_a_code_is_read_as_the_address_of_its_page(number: int) -> None:
    address = f"https://example.org/town/groups/{'tea-and-talk-' * (number % 7)}{number}/"
    [found] = zxingcpp.read_barcodes(picture(qr_code(address)))
    assert found.text == address
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    assert found.ec_level in {"M", "Q", "H"}, "a fold or a stain is no harm"
