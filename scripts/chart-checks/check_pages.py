"""Opens chart pages in a real Chromium, as a reader would.

    check_pages.py [--screenshots DIR] [--least-text PX] FOLDER...

Each *.html below the folders is opened from its file, without a network, at 1280 and at 375 pixels:

- the console stays empty of warnings and errors; nothing is fetched, and nothing in the page could
  be; nothing runs (no script, no handler);
- the picture, `svg[role="img"]`, is visible, within the width, at its natural size where it fits;
  all its marks and labels lie within it; no two level labels overlap, measured with real fonts;
- the page does not scroll sideways;
- the Tab key reaches a table or the region that it scrolls in, the focus is seen, and Tab leaves again;
- axe-core finds no violation of WCAG 2.1 A and AA or of its best practices;
- what a link downloads is the file of that name beside the page, where there is one.

The smallest text of the pictures is printed; --least-text makes it a requirement. --screenshots keeps
the page as it looked. CHROMIUM and CHROMEDRIVER name other programs than those on the PATH.
Ends with 1 where anything is amiss, and says in which page and what.
"""

import argparse
import importlib.util
import json
import os
import shutil
import sys
import urllib.parse
from base64 import b64decode
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from faults import conclude, documents

WIDTHS = (1280, 375)
HEIGHT = 800
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")

# What the focused element is to the table, how it looks, and which of the stops it is.
FOCUS = """
const focused = document.activeElement;
if (!focused || focused === document.body) return null;
const table = [...document.querySelectorAll("table")].find(
  (table) => table === focused || table.contains(focused) || focused.contains(table));
const looks = () => {
  const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(focused);
  return JSON.stringify([outlineStyle === "none" ? "" : outlineWidth, boxShadow, backgroundColor, borderColor]);
};
const before = looks();
focused.blur();
const after = looks();
focused.focus({ focusVisible: true });
return { table: Boolean(table), seen: before !== after, name: focused.tagName.toLowerCase() };
"""


def main():
    parser = argparse.ArgumentParser(description="Opens chart pages in Chromium and checks them.")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--screenshots", type=Path, metavar="DIR")
    parser.add_argument("--least-text", type=float, default=0, metavar="PX")
    options = parser.parse_args()
    paths = documents(options.folders, "*.html")
    faults, smallest = [], {}
    browser = chromium()
    try:
        for path in paths:
            for width in WIDTHS:
                found, text = visit(browser, path, width, options)
                faults += [(path, f"at {width} px: {fault}") for fault in found]
                smallest[width] = min(smallest.get(width, text), text)
    finally:
        browser.quit()
    sizes = ", ".join(f"{size:.1f} px at {width}" for width, size in smallest.items())
    print(f"check_pages: smallest text of a picture: {sizes}")
    conclude("check_pages", len(paths), faults)


def chromium():
    """A headless browser that reaches no network and logs what it is asked for."""
    options = webdriver.ChromeOptions()
    options.binary_location = program("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
    for argument in (
        "--headless=new",
        "--hide-scrollbars",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-proxy-server",
    ):
        options.add_argument(argument)
    # Chromium refuses its sandbox to root, which a container usually is.
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.ChromeService(program("CHROMEDRIVER", "chromedriver"))
    browser = webdriver.Chrome(options=options, service=driver)
    browser.set_page_load_timeout(30)
    browser.set_script_timeout(60)
    return browser


def program(variable, *names):
    path = os.environ.get(variable) or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        sys.exit(f"{names[0]} is not installed: run scripts/chart-checks/setup, or set {variable}")
    return path


def visit(browser, path, width, options):
    """The faults of one page at one width, and the size of the smallest text in its pictures."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    browser.get("about:blank")
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(path.as_uri())
    page = browser.execute_script(MEASURE, width)
    if options.screenshots:
        options.screenshots.mkdir(parents=True, exist_ok=True)
        shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
        name = f"{path.parent.name}-{path.stem}-{width}.png"
        (options.screenshots / name).write_bytes(b64decode(shot["data"]))
    faults = [
        *layout_faults(page, width),
        *(
            fault
            for picture in page["pictures"]
            for fault in picture_faults(picture, width, options)
        ),
        *keyboard_faults(browser),
        *accessibility_faults(browser),
        *download_faults(page, path),
        *log_faults(browser, path),
    ]
    sizes = [picture["smallestText"] for picture in page["pictures"] if picture["smallestText"]]
    return faults, min(sizes, default=float("inf"))


def layout_faults(page, width):
    if page["innerWidth"] != width:
        yield (
            f"the page is laid out {page['innerWidth']} px wide: is meta viewport "
            "width=device-width there, and does everything fit?"
        )
    if page["scrollWidth"] > width:
        yield f"scrolls sideways, {page['scrollWidth']} px: {'; '.join(page['wide'][:3])}"
    yield from (f"takes something from elsewhere: {text}" for text in page["references"])
    yield from (f"runs something: {text}" for text in page["scripts"])
    if page["frames"]:
        yield "has a frame or an object within it"
    if not page["pictures"]:
        yield 'shows no picture (svg role="img")'
    if not page["tables"]:
        yield "shows no table"


def picture_faults(picture, width, options):
    box, natural = picture["box"], picture["natural"]
    if box["width"] <= 0 or box["height"] <= 0:
        yield "the picture has no size"
        return
    if box["left"] < 0 or box["right"] > width + 0.5:
        yield f"the picture lies from {box['left']:.0f} to {box['right']:.0f} px, out of view"
    if not natural:
        yield "the picture has no viewBox"
    elif natural <= width - 64 and abs(box["width"] - natural) > 1:
        yield f"the picture is {box['width']:.0f} px wide, though its natural {natural:.0f} px would fit"
    elif natural > width - 64 and box["width"] < 0.8 * width:
        yield f"the picture is only {box['width']:.0f} px wide"
    if picture["covered"]:
        yield "something covers the middle of the picture"
    if picture["marks"] == 0:
        yield "the picture has no mark (data-mark)"
    elif picture["drawn"] < picture["marks"]:
        yield f"{picture['marks'] - picture['drawn']} marks of the picture have no size"
    yield from (f"reaches out of the picture: {text}" for text in picture["cutOff"][:5])
    yield from (f"labels overlap: {text}" for text in picture["overlaps"][:5])
    smallest = picture["smallestText"]
    if smallest is not None and smallest < options.least_text:
        yield f"the smallest text of the picture is {smallest:.1f} px, less than {options.least_text:g}"


def keyboard_faults(browser):
    stops = reached = 0
    for _ in range(200):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        focus = browser.execute_script(FOCUS)
        if focus is None:
            break
        stops += 1
        if not focus["seen"]:
            yield f"the focus on stop {stops} of the Tab key, <{focus['name']}>, is not seen"
        reached += focus["table"]
    else:
        yield "the Tab key never leaves the page: the focus is trapped"
    if not reached:
        yield (
            f"the Tab key, with {stops} stops, never reaches the table: give the region that it "
            'scrolls in tabindex="0", a role and a name'
        )


def accessibility_faults(browser):
    # Found without importing the package, which would want another driver.
    package = Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    browser.execute_script((package / "axe.min.js").read_text("utf-8"))
    result = browser.execute_async_script(
        """const done = arguments[1];
        axe.run(document, { runOnly: { type: "tag", values: arguments[0] }, resultTypes: ["violations"] })
          .then(({ violations, passes }) => done({ violations, passes: passes.length }))
          .catch((error) => done({ error: String(error) }));""",
        RULES,
    )
    if "error" in result or not result["passes"]:
        yield f"axe could not run: {result.get('error', 'no rule applied')}"
        return
    for violation in result["violations"]:
        for node in violation["nodes"][:3]:
            selector = " ".join(
                json.dumps(part) if isinstance(part, list) else part for part in node["target"]
            )
            why = " ".join(node.get("failureSummary", "").split())
            yield f"axe {violation['id']} ({violation['impact']}) at {selector}: {violation['help']}. {why}"


def download_faults(page, path):
    for name, address in page["downloads"]:
        beside = path.parent / name
        if not address.startswith("data:"):
            yield f"the link that downloads {name} is no data: address"
        elif beside.is_file() and data_of(address) != beside.read_bytes():
            yield f"the link that downloads {name} gives other bytes than the file beside the page"


def data_of(address):
    head, _, body = address.removeprefix("data:").partition(",")
    data = urllib.parse.unquote_to_bytes(body)
    return b64decode(data) if head.endswith(";base64") else data


def log_faults(browser, path):
    for entry in browser.get_log("browser"):
        if entry["level"] in ("WARNING", "SEVERE"):
            yield f"console: {entry['message'][:300]}"
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            address = message["params"]["request"]["url"]
        elif message["method"] in ("Network.webSocketCreated", "Network.webTransportCreated"):
            address = message["params"]["url"]
        else:
            continue
        if address != path.as_uri() and not address.startswith(("data:", "about:")):
            yield f"asks for {address[:200]}"


if __name__ == "__main__":
    main()
