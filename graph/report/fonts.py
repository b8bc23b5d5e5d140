"""A font that has Chinese, for the pictures.

In: the machine. Out: a font file. Order: the Noto Sans SC that the requirement `zhplot` carries (found, never imported:
importing it would change matplotlib's settings); then fonts of the system, by name; else an error that says what to
install. SVG files hold the outlines, so that a reader needs no font.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager

from graph.errors import FontMissingError

CARRIED = ("zhplot", "fonts/NotoSansSC-Regular.ttf")
SYSTEM = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei", "PingFang SC", "Heiti SC", "Hiragino Sans GB",
)  # fmt: skip


def chinese_font() -> Path:
    """The file of a font with Chinese. Raises FontMissingError where there is none."""
    carrier = find_spec(CARRIED[0])
    if carrier is not None and carrier.origin is not None:
        path = Path(carrier.origin).parent / CARRIED[1]
        if path.is_file():
            return path
    for name in SYSTEM:
        try:
            return Path(font_manager.findfont(name, fallback_to_default=False))
        except ValueError:
            continue
    raise FontMissingError(package=CARRIED[0], fonts="、".join(SYSTEM[:5]))
