// The language switch keeps the place on the page.
export function languageLinks() {
  const links = [...document.querySelectorAll("a[data-language]")];
  const keep = () => {
    for (const link of links) link.hash = location.hash;
  };
  addEventListener("hashchange", keep);
  for (const link of links) link.addEventListener("click", keep);
  keep();
}
