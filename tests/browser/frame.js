// Stands in a page that holds one frame. A page of the site is loaded in the frame once and looked at there: resizing
// a frame costs a tenth of loading the page again.
const frame = document.querySelector("iframe");

/** Resolves when the page at a path stands in the frame, its folds open and its lists there: they have widths too. */
globalThis.visit = async (path) => {
  await new Promise((loaded) => {
    frame.onload = loaded;
    frame.src = path;
  });
  await acted();
  await called();
  for (const fold of frame.contentDocument.querySelectorAll("details")) fold.open = true;
  await brought();
  // A colour on its way to another is neither.
  const still = new frame.contentWindow.CSSStyleSheet();
  still.replaceSync("* { transition: none !important; animation: none !important }");
  frame.contentDocument.adoptedStyleSheets.push(still);
};

/** Resolves when that is there which comes when a reader does something. */
const acted = async () => {
  if (!frame.contentDocument.querySelector("script[type=module]")) return;
  frame.contentWindow.dispatchEvent(new Event("wheel"));
  while (!frame.contentDocument.querySelector(".guide-status")) await new Promise((passed) => setTimeout(passed, 10));
};

/** Resolves when the scripts that a page calls for have come: when a while passes without another one. */
const called = async () => {
  const count = () => frame.contentWindow.performance.getEntriesByType("resource").length;
  if (!frame.contentDocument.querySelector(".phrase, .letter-fields, .carriers-table, [data-plan]")) return;
  // What comes when a part is near the screen.
  frame.contentDocument.querySelector(".phrase")?.scrollIntoView();
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((passed) => setTimeout(passed, 100));
  }
};

/** Resolves when the lists of sources that stand apart have come. */
const brought = async () => {
  for (const link of frame.contentDocument.querySelectorAll(".apart a")) link.click();
  while (frame.contentDocument.querySelector(".apart")) await new Promise((passed) => setTimeout(passed, 10));
};

/**
 * What is wider than the screen, words of Latin letters and phone numbers whose parts stand on two lines, and what
 * lies apart, by width; at half a phone's width only the first.
 */
globalThis.measure = ([widths, half]) => {
  const inner = frame.contentDocument, range = inner.createRange();
  const lines = () => new Set([...range.getClientRects()].map((rect) => Math.round(rect.bottom))).size;
  const wider = {}, broken = {}, apart = {}, texts = [];
  const numbers = inner.querySelectorAll('a[href^="tel:"]:not(.button)');
  const walker = inner.createTreeWalker(inner.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = [...node.data.matchAll(/\p{Script=Latin}{2,}/gu)];
    if (words.length) texts.push([node, words]);
  }
  for (const width of [half, ...widths]) {
    frame.style.width = `${width}px`;
    if (inner.documentElement.scrollWidth > width) {
      // What lies beside the screen until it is called for makes nothing wider.
      wider[width] = [...inner.querySelectorAll("body *:not(.guide-nav, .guide-nav *)")]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => `${element.tagName}.${element.className}`).slice(0, 5);
    }
    // So large, a word may be longer than a line.
    if (width === half) continue;
    const found = [];
    for (const [node, words] of texts) {
      // Only text that has several lines is looked at word by word.
      range.selectNodeContents(node);
      if (lines() < 2) continue;
      for (const word of words) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (lines() > 1) found.push(`${word[0]} in ${node.parentElement.tagName}: ${node.data.trim().slice(0, 60)}`);
      }
    }
    for (const link of numbers) {
      range.selectNodeContents(link);
      if (lines() > 1) found.push(`${link.textContent} in ${link.parentElement.tagName}`);
    }
    if (found.length) broken[width] = found.slice(0, 5);
    const misplaced = [...misplacedLines(), ...brokenButtons()];
    if (misplaced.length) apart[width] = misplaced;
  }
  return { wider, broken, apart, texts: texts.length, answers: inner.querySelectorAll(".answer > ul > li").length };
};

/** What stands wrongly in the lines of an answer: where a label and its value begin, what one covers of the other. */
const misplacedLines = () =>
  [...frame.contentDocument.querySelectorAll(".answer > ul > li")].flatMap((line) => {
    const label = line.querySelector(":scope > strong");
    const range = frame.contentDocument.createRange();
    range.setStartAfter(label);
    range.setEnd(line, line.childNodes.length);
    const values = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const [box, named] = [line.getBoundingClientRect(), label.getBoundingClientRect()];
    const wrong = [];
    if (!values.length) wrong.push("no value");
    if (values.some((rect) => rect.left < named.right)) wrong.push("the value is not beside its label");
    if (named.bottom > box.bottom + 1 || named.left < box.left - 1) wrong.push("the label leaves its line");
    if (values.some((rect) => rect.right > box.right + 1)) wrong.push("the value leaves its line");
    return wrong.map((what) => `${label.textContent}: ${what}`);
  });

/** Buttons whose words do not run on: each piece begins where the one before ended, or on a further line. */
const brokenButtons = () =>
  [...frame.contentDocument.querySelectorAll("article a.button")].flatMap((button) => {
    const style = (part) => frame.contentWindow.getComputedStyle(part);
    const displays = [button, ...button.querySelectorAll("*")].map((part) => style(part).display);
    const range = frame.contentDocument.createRange();
    range.selectNodeContents(button);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const apart = rects.some((rect, at) =>
      at > 0 && rect.top < rects[at - 1].bottom - 4 &&
      rect.left - rects[at - 1].right > parseFloat(style(button).fontSize)
    );
    const boxes = displays.some((display, at) => (at ? display !== "inline" : /flex|grid/.test(display)));
    return apart || boxes ? [`${button.textContent.trim()}: ${displays}`] : [];
  });

/** What axe judges an element by: its tag, classes, attributes, where they lead, and whether it has text of its own. */
const shape = (element) => {
  const names = element.getAttributeNames().map((name) => {
    const value = element.getAttribute(name);
    if (["class", "lang", "role", "type", "scope"].includes(name)) return `${name}=${value}`;
    if (!REFERENCES.includes(name)) return value.trim() ? name : `${name}=`;
    return `${name}=${value.split(" ").every((id) => frame.contentDocument.getElementById(id))}`;
  });
  const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return `${element.tagName} ${names.join(" ")} ${text}`;
};
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

/** The elements of a page, each with what it is and in what it stands. */
const kinds = function* (parent, place = "") {
  for (const child of parent.children) {
    yield [child, `${place} ${shape(child)}`];
    yield* kinds(child, `${place} ${child.tagName}.${child.className}`);
  }
};

const seen = new Set();
/** The elements of the page that are of a kind, in a kind of place, that no page before had, in any language. */
let fresh = [];
globalThis.hasNew = () => {
  fresh = [];
  for (const [child, kind] of kinds(frame.contentDocument.body)) {
    if (!seen.has(kind)) fresh.push(child);
    seen.add(kind);
  }
  return fresh.length > 0;
};

// What other elements are judged by: their names, and the outline they stand in.
const NAMES = "label, legend, caption, summary, th, dt, option, h1, h2, h3, h4, h5, h6";
const LANDMARKS = "header, nav, main, footer, [role]";

/** Leaves what is new with what stands in it and around it, one of each kind, and what names or orders the rest. */
globalThis.thin = () => {
  const inner = frame.contentDocument;
  const naming = [...inner.querySelectorAll("[aria-labelledby]")].map((named) => named.getAttribute("aria-labelledby"));
  // What names a landmark stays, words and all.
  const referred = naming.map((id) => `#${id}`).join() || "nothing";
  const news = new Set(fresh), needed = new Set();
  const own = new Set();
  for (const [child, kind] of kinds(inner.body)) {
    if (news.has(child.parentElement)) news.add(child);
    // A name is whole, whatever it is made of.
    const named = child.parentElement.closest(NAMES);
    const kept = !own.has(kind) && (news.has(child) || child.matches(LANDMARKS) || child.closest(NAMES));
    if (!kept && !needed.has(named) && !child.closest(referred)) continue;
    own.add(kind);
    for (let element = child; element; element = element.parentElement) needed.add(element);
  }
  for (const element of [...inner.body.querySelectorAll("*")]) if (!needed.has(element)) element.remove();
};

/** What axe-core finds at a width by some of its rules, or by all but these; as lines. */
globalThis.violations = async (width, rules, others) => {
  const inner = frame.contentWindow;
  frame.style.width = `${width}px`;
  const off = Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
  const options = { preload: false, resultTypes: ["violations"], ...(others ? { rules: off } : { runOnly: rules }) };
  const { violations } = await inner.axe.run(inner.document, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`);
};
