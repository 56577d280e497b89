// The menu opens with the keyboard too, and Escape closes it.
export function menu() {
  const box = document.getElementById("__drawer");
  const label = document.querySelector("label.md-header__button[for=__drawer]");
  if (!box || !label) return;
  const tell = () => label.setAttribute("aria-expanded", String(box.checked));
  box.addEventListener("change", tell);
  label.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      box.click();
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked) {
      box.click();
      label.focus();
    }
  });
  tell();
}
