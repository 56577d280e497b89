// The language switch keeps the place on the page.

/** Gives every link to another language the fragment that the page has now. */
export function languageLinks() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a[data-language]");
  const keep = () => {
    for (const link of links) link.hash = location.hash;
  };
  addEventListener("hashchange", keep);
  for (const link of links) link.addEventListener("click", keep);
  keep();
}
