// The button that switches between light and dark and remembers the choice; scheme.js reads it.

/** Shows the button and lets it work. */
export function themeToggle() {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    document.body.dataset.mdColorScheme = scheme;
    document.documentElement.dataset.scheme = scheme;
    try {
      localStorage.setItem("guide-scheme", scheme);
    } catch {
      // Storage may be closed to us; the choice then holds for this page only.
    }
  });
}
