// The styles of what opens over a page, of what is pointed at and of paper. Nothing of a first view needs them: they
// come when the reader does something. Without scripts the page asks for them itself.

const ADDRESS = new URL("../css/later.css", import.meta.url).href;
/** @type {Promise<void> | null} */
let coming = null;
let there = false;

/**
 * Asks for the styles, once.
 * @returns {Promise<void>} when they are there, or do not come
 */
export function laterStyles() {
  coming ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.addEventListener("load", () => {
      there = true;
      done();
    });
    link.addEventListener("error", () => {
      coming = null;
      done();
    });
    link.href = ADDRESS;
    document.body.append(link);
  });
  return coming;
}

/** Who prints a page before anything else gets those of paper too: a print waits for no link. */
export function stylesOfPaper() {
  addEventListener("beforeprint", () => {
    if (there) return;
    const request = new XMLHttpRequest();
    request.open("GET", ADDRESS, false);
    try {
      request.send();
    } catch {
      // No network: the page is printed as it is on the screen.
      return;
    }
    if (request.status >= 400) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(request.responseText);
    document.adoptedStyleSheets.push(sheet);
    there = true;
  });
}
