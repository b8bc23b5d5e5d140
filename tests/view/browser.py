"""A headless Chromium without a network, and the eyes and hands with which the tests use the page."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync --window-size=1500,950 --force-device-scale-factor=1
  --proxy-server=127.0.0.1:9 --disable-dev-shm-usage"""  # nothing listens on the discard port


def program(*names: str) -> str:
    """The path of the first program there is. Raises AssertionError with what to install."""
    found = next((path for path in map(shutil.which, names) if path), None)
    assert found, (
        f"{names[0]} is missing: install Debian's packages chromium and chromium-driver, or run scripts/test as root"
    )
    return found


class Page:
    """An open page."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, path: Path, address: str = "") -> None:
        """Open a page's file; `address` is what stands behind it, from # on."""
        self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        self.driver.get("about:blank")  # else another address in the same file is no new page
        self.driver.get(path.resolve().as_uri() + address)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)  # type: ignore[no-untyped-call]

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector)]

    def choose(self, selector: str, label: str) -> None:
        """Choose by label, without the count that stands behind it."""
        select = Select(self.one(selector))
        named = {re.sub(r" \(\d+\)$", "", o.text.strip()): o.get_attribute("value") or "" for o in select.options}
        select.select_by_value(named[label])

    def tab(self, view: str) -> None:
        """Open one of the views."""
        self.one(f"#tab-{view}").click()

    def find(self, text: str) -> None:
        """Search, and take the first thing found."""
        field = self.one("#search")
        field.clear()
        field.send_keys(text, Keys.ENTER)

    def address(self) -> str:
        """What stands behind the file's name in the address, from # on."""
        return "#" + self.driver.current_url.partition("#")[2]

    def wait(self, script: str) -> None:
        """Until an expression is true, for as long as a script may run."""
        self.driver.execute_async_script(  # type: ignore[no-untyped-call]
            f"const done = arguments[0]; (function wait() {{ ({script}) ? done() : setTimeout(wait, 10); }})()"
        )

    def picture(self, path: Path) -> None:
        """Keep what is seen now, for people to look at."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(path))

    def shown(self) -> set[str]:
        """The names of the nodes that are drawn."""
        return set(self.run("return shownNodes.getIds().map((n) => known[n].label)"))

    def passing(self) -> set[str]:
        """The names of the nodes that the filters leave, drawn with a name or as a point of the map."""
        return set(self.run("return known.filter((_, n) => nodePasses(n)).map((n) => n.label)"))

    def click_canvas(self, x: float, y: float) -> None:
        """Click at canvas coordinates, as the mouse would."""
        place = self.run("return network.canvasToDOM({x: arguments[0], y: arguments[1]})", x, y)
        canvas = self.one("#network canvas")
        left, top = place["x"] - canvas.size["width"] / 2, place["y"] - canvas.size["height"] / 2
        ActionChains(self.driver).move_to_element_with_offset(canvas, round(left), round(top)).click().perform()
        # vis-network waits whether a second click follows.
        self.driver.execute_async_script("setTimeout(arguments[0], 350)")  # type: ignore[no-untyped-call]

    def click_node(self, label: str) -> None:
        at = self.run("return network.getPosition(known.findIndex((n) => n.label === arguments[0]))", label)
        self.click_canvas(at["x"], at["y"])

    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened, other than data within it."""
        asked = []
        for entry in self.driver.get_log("performance"):  # type: ignore[no-untyped-call]
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                # Chromium's own start page asks for its own parts while it is closed.
                if not message["params"]["documentURL"].startswith("chrome://"):
                    asked.append(message["params"]["request"]["url"])
            elif message["method"] == "Network.webSocketCreated":
                asked.append(message["params"]["url"])
        return [address for address in asked if not address.startswith("data:")]

    def complaints(self) -> list[str]:
        """What the console says of errors and of breaches of the page's policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """A Chromium with an empty `profile`, closed at the end."""
    options = Options()
    options.binary_location = program("chromium", "chromium-browser", "google-chrome")
    for flag in (*FLAGS.split(), f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(program("chromedriver")))
    try:
        driver.set_script_timeout(20)
        yield Page(driver)
    finally:
        driver.quit()
