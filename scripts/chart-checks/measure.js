// Measures a page as it is laid out; run by check_pages.py, which says what the measures have to be.
const box = (element) => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
};
const named = (element) => {
  const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
  return `<${element.tagName.toLowerCase()}>` + (words ? ` “${words}”` : "");
};

// Places from which the page would take something, other than links that a person follows.
const references = [];
for (const element of document.querySelectorAll("*")) {
  for (const { localName, value } of element.attributes) {
    const fetches =
      ["src", "srcset", "poster", "data", "background", "ping", "action"].includes(localName) ||
      (localName === "href" && !["a", "area"].includes(element.localName));
    if (!fetches || /^\s*(data:|#|$)/.test(value)) continue;
    if (element.localName === "link" && /^(license|canonical|author)$/.test(element.rel)) continue;
    references.push(`${localName}="${value.slice(0, 80)}" of <${element.localName}>`);
  }
  for (const [, address] of (element.getAttribute("style") ?? "").matchAll(/url\(\s*["']?([^"')]*)/g))
    if (!/^(data:|#)/.test(address)) references.push(`url(${address.slice(0, 80)})`);
}
for (const style of document.querySelectorAll("style"))
  for (const [, address] of style.textContent.matchAll(/(?:url\(|@import)\s*["']?([^"');]*)/g))
    if (!/^(data:|#)/.test(address)) references.push(`url(${address.slice(0, 80)})`);

// What runs: scripts, and attributes such as onclick and javascript: addresses.
const scripts = [...document.querySelectorAll("*")].flatMap((element) => {
  if (element.localName === "script" && !/json/.test(element.type)) return ["<script>"];
  return [...element.attributes]
    .filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value))
    .map(({ name }) => `${name} of <${element.localName}>`);
});

const pictures = [...document.querySelectorAll('svg[role="img"]')]
  .filter((picture) => picture.checkVisibility())
  .map((picture) => {
    picture.scrollIntoView({ block: "center" });
    const frame = box(picture);
    const middle = document.elementFromPoint(
      (frame.left + frame.right) / 2,
      Math.min(Math.max((frame.top + frame.bottom) / 2, 0), innerHeight - 1),
    );
    const outside = (element) => {
      const inner = box(element);
      return (
        inner.left < frame.left - 1 || inner.right > frame.right + 1 ||
        inner.top < frame.top - 1 || inner.bottom > frame.bottom + 1
      );
    };
    const marks = [...picture.querySelectorAll("[data-mark]")];
    const texts = [...picture.querySelectorAll("text")].filter((text) => text.textContent.trim());
    const isLevel = (text) => Math.abs(text.getScreenCTM().b) < 1e-6;
    const level = texts.filter(isLevel).map((text) => ({ text, ...box(text) }));
    const overlaps = [];
    level.forEach((one, index) => {
      for (const other of level.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        // The box of a text is taller than its letters.
        if (across > 1 && down > 0.35 * Math.min(one.height, other.height))
          overlaps.push(`${named(one.text)} and ${named(other.text)}`);
      }
    });
    const sizes = texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d);
    return {
      box: frame,
      natural: picture.viewBox.baseVal ? picture.viewBox.baseVal.width : null,
      covered: !(middle && (middle === picture || picture.contains(middle))),
      marks: marks.length,
      drawn: marks.filter((mark) => box(mark).width > 0 || box(mark).height > 0).length,
      cutOff: [...marks, ...texts].filter(outside).map(named),
      overlaps,
      smallestText: Math.min(...sizes.map(Math.abs)),
    };
  });

const wide = [...document.body.querySelectorAll("*")]
  .filter((element) => box(element).right > arguments[0] + 1 && !element.closest("svg *, table *"))
  .map(named);

scrollTo(0, 0);
return {
  innerWidth,
  scrollWidth: document.scrollingElement.scrollWidth,
  wide,
  references: [...new Set(references)],
  scripts,
  pictures,
  frames: document.querySelectorAll("iframe, frame, object, embed").length,
  tables: [...document.querySelectorAll("table")].filter((table) => table.checkVisibility()).length,
  downloads: [...document.querySelectorAll("a[download]")].map((link) => [
    link.getAttribute("download"),
    link.href,
  ]),
};
