"""How quick the page is in this machine's Chromium: for `scripts/benchmark`; no test is timed.

In: a page's file. Out: milliseconds to the first picture, from a click to its answer, and the frames while dragging.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.view.browser import Page, browser

# Before the page's own scripts: note when the drawing has first been painted.
WATCH = """(function watch() {
  try {
    if (network && shownNodes.length) {
      requestAnimationFrame(() => setTimeout(() => { window.firstPicture = performance.now(); }));
      return;
    }
  } catch (error) { /* the page's scripts have not run yet */ }
  requestAnimationFrame(watch);
})()"""
FRAMES = """window.frames = [];
let last = performance.now(), on = true;
window.stop = () => { on = false; };
(function frame() {
  window.frames.push(performance.now() - last);
  last = performance.now();
  if (on) requestAnimationFrame(frame);
})()"""
CLICK = """window.answered = 0;
addEventListener("mouseup", () => { window.pressed = performance.now(); }, {capture: true, once: true});
new MutationObserver((_, self) => {
  self.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.answered = performance.now() - window.pressed; }));
}).observe(document.getElementById("panel"), {childList: true})"""
PLACE = """const box = document.querySelector("#network canvas").getBoundingClientRect();
const [x, y] = data.map.at[node], at = network.canvasToDOM(shownNodes.get(node) ? network.getPosition(node) : {x, y});
return JSON.stringify({x: at.x + box.left, y: at.y + box.top})"""


def _mouse(page: Page, kind: str, x: float, y: float, buttons: int = 0) -> None:
    event = {"type": kind, "x": x, "y": y, "button": "left" if buttons or kind != "mouseMoved" else "none"}
    page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {**event, "buttons": buttons, "clickCount": 1})


def _ends(frames: list[float]) -> dict[str, float]:
    kept = [round(frame, 1) for frame in sorted(frames[2:]) or [0.0]]
    return {"median": kept[len(kept) // 2], "p95": kept[int(len(kept) * 0.95)], "worst": kept[-1]}


def _drag(page: Page, x: float, y: float) -> dict[str, float]:
    page.run(FRAMES)
    _mouse(page, "mousePressed", x, y, 1)
    for step in range(60):
        _mouse(page, "mouseMoved", x + step * 4, y + step * 2, 1)
    _mouse(page, "mouseReleased", x + 240, y + 120)
    return _ends(page.run("window.stop(); return window.frames"))


def _click(page: Page, x: float, y: float) -> float:
    """From the mouse button to the panel's answer and the frame that shows it."""
    page.run(CLICK)
    _mouse(page, "mousePressed", x, y, 1)
    _mouse(page, "mouseReleased", x, y)
    page.driver.execute_async_script(  # type: ignore[no-untyped-call]
        "const done = arguments[0]; (function wait() { window.answered ? done() : setTimeout(wait, 5); })()"
    )
    return round(page.run("return window.answered"), 1)


def _place(page: Page, script: str) -> tuple[float, float]:
    """Where a node stands on the screen; `script` gives its number."""
    found: dict[str, Any] = json.loads(page.run(f"const node = (() => {{ {script} }})(); {PLACE}"))
    return found["x"], found["y"]


def measure(path: Path) -> dict[str, Any]:
    """All that is measured of one page, in milliseconds."""
    found: dict[str, Any] = {}
    with TemporaryDirectory() as profile, browser(Path(profile)) as page:
        page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        firsts = []
        for _ in range(3):
            page.open(path)
            page.driver.execute_async_script(  # type: ignore[no-untyped-call]
                "const done = arguments[0]; (function wait() { window.firstPicture ? done() : setTimeout(wait, 5); })()"
            )
            firsts.append(page.run("return window.firstPicture"))
        found["nodes"] = page.run("return known.length")
        found["facts"] = page.run("return facts.length")
        found["first picture"] = round(sorted(firsts)[1])
        x, y = _place(page, "return overviewNow().regions[0];")
        found["click, overview"] = _click(page, x, y)
        box = page.run("const b = document.getElementById('network').getBoundingClientRect(); return [b.left, b.top]")
        found["drag, overview"] = _drag(page, box[0] + 230, box[1] + 90)
        page.run("go({scope: 'all', node: -1})")
        found["drag, everything"] = _drag(page, box[0] + 20, box[1] + 90)
        x, y = _place(page, "return known.findIndex((n) => n.type === 'Enterprise');")
        found["click, everything"] = _click(page, x, y)
        assert page.one("#panel h2").text == page.run("return nameOf(state.node)")
        page.run("network.moveTo({scale: 0.5}); drawGraph()")
        found["drag, close"] = _drag(page, box[0] + 20, box[1] + 90)
        for view in ("matrix", "region", "compare", "dates", "figures", "reports"):
            found[f"view {view}"] = round(
                page.driver.execute_async_script(  # type: ignore[no-untyped-call]
                    "const done = arguments[1], t = performance.now(); go({view: arguments[0]});"
                    "requestAnimationFrame(() => setTimeout(() => done(performance.now() - t)))",
                    view,
                )
            )
    return found
