// Stands in a page that holds one frame. A page of the site is loaded in the frame once and looked at there: resizing
// a frame costs a tenth of loading the page again.
const frame = document.querySelector("iframe");

/** Resolves when the page at a path stands in the frame, with its folds open: what is in them has a width too. */
globalThis.visit = async (path) => {
  await new Promise((loaded) => {
    frame.onload = loaded;
    frame.src = path;
  });
  await called();
  for (const fold of frame.contentDocument.querySelectorAll("details")) fold.open = true;
  // A colour on its way to another is neither.
  const still = new frame.contentWindow.CSSStyleSheet();
  still.replaceSync("* { transition: none !important; animation: none !important }");
  frame.contentDocument.adoptedStyleSheets.push(still);
};

/** Resolves when the scripts that a page calls for have come: when a while passes without another one. */
const called = async () => {
  const count = () => frame.contentWindow.performance.getEntriesByType("resource").length;
  if (!frame.contentDocument.querySelector(".phrase, .letter-fields, .carriers-table, [data-plan]")) return;
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((passed) => setTimeout(passed, 100));
  }
};

/** What is wider than the screen, and words of Latin letters whose parts stand on two lines, by width. */
globalThis.measure = (widths) => {
  const inner = frame.contentDocument, range = inner.createRange();
  const lines = () => new Set([...range.getClientRects()].map((rect) => Math.round(rect.bottom))).size;
  const wider = {}, broken = {}, texts = [];
  const walker = inner.createTreeWalker(inner.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = [...node.data.matchAll(/\p{Script=Latin}{2,}/gu)];
    if (words.length) texts.push([node, words]);
  }
  for (const width of widths) {
    frame.style.width = `${width}px`;
    if (inner.documentElement.scrollWidth > width) {
      wider[width] = [...inner.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => `${element.tagName}.${element.className}`).slice(0, 5);
    }
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
    if (found.length) broken[width] = found.slice(0, 5);
  }
  return { wider, broken, texts: texts.length };
};

/** Tags, classes, names of attributes, and where there is text: what axe judges an element by. */
const shape = (element) => {
  const names = element.getAttributeNames().map((name) =>
    ["class", "lang", "role", "type"].includes(name) ? `${name}=${element.getAttribute(name)}` : name
  );
  const within = [...element.childNodes].map((node) =>
    node instanceof frame.contentWindow.Element ? shape(node) : node.nodeType === 3 && node.data.trim() ? "text" : ""
  );
  return `<${element.tagName} ${names.join(" ")}>${within.join("")}</>`;
};

/**
 * Leaves one of each kind in each kind of place: the hundredth entry of a list is built like the first.
 * @param {Set<string>} seen The kinds of which one has been left before.
 */
const thinned = (seen) => {
  const inner = frame.contentDocument;
  const naming = [...inner.querySelectorAll("[aria-labelledby]")].map((named) => named.getAttribute("aria-labelledby"));
  const names = naming.map((id) => `#${id}`).join() || "nothing";
  /** @param {Element} parent @param {string} place */
  const walk = (parent, place) => {
    for (const child of [...parent.children]) {
      // What names a landmark stays, words and all.
      if (child.matches(names)) continue;
      const kind = `${place} ${shape(child)}`;
      if (seen.has(kind) && !child.querySelector(names)) child.remove();
      else walk(child, `${place} ${child.tagName}.${child.className}`);
      seen.add(kind);
    }
  };
  walk(inner.body, "");
};

/** Leaves one of each kind on this page: all that its structure can be judged by. */
globalThis.thin = () => thinned(new Set());

const coloured = new Set();
/**
 * Leaves what no page before had, in any language, and says whether that is anything: a colour depends on what an
 * element is and in what it stands, not on its page.
 */
globalThis.thinToNew = () => {
  const before = coloured.size;
  thinned(coloured);
  return coloured.size > before;
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
