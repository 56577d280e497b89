// Before the first paint: that scripts run; light or dark, the reader's own choice, else the system's.
(() => {
  document.documentElement.classList.replace("no-js", "js");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try {
      return localStorage.getItem("guide-scheme");
    } catch {
      return null;
    }
  };
  const apply = () => {
    const scheme = stored() ?? (dark.matches ? "slate" : "default");
    document.documentElement.dataset.scheme = scheme;
    document.body?.setAttribute("data-md-color-scheme", scheme);
  };
  dark.addEventListener("change", apply);
  new MutationObserver((_, observer) => {
    if (document.body) {
      observer.disconnect();
      apply();
    }
  }).observe(document.documentElement, { childList: true });
  apply();
})();
