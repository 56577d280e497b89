// Narrows the table of all carriers: by way to cancel, by language, by name. The table is whole without it.
import { words } from "./words.js";

const WAYS = [1, 2, 3, 4];

export function carriersFilter() {
  const box = document.querySelector(".carriers-table");
  if (!box) return;
  const heads = [...box.querySelectorAll("th")].map((cell) => cell.textContent.trim());
  const rows = [...box.querySelectorAll("tbody tr")];
  const languageColumn = heads.length - 1;
  const bar = document.createElement("div");
  bar.className = "carriers-filter";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.filter);

  const name = document.createElement("input");
  name.type = "search";
  name.placeholder = words.filterName;
  name.setAttribute("aria-label", words.filterName);

  const buttons = WAYS.map((column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heads[column];
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
    return button;
  });

  const spoken = document.createElement("select");
  spoken.setAttribute("aria-label", heads[languageColumn]);
  const found = rows.flatMap((row) => row.cells[languageColumn].textContent.trim().split(/[、,]\s*/));
  spoken.append(new Option(`${heads[languageColumn]}: ${words.any}`, ""));
  for (const language of new Set(found)) spoken.append(new Option(language, language));

  const count = document.createElement("p");
  count.setAttribute("role", "status");

  function apply() {
    const wanted = WAYS.filter((_, index) => buttons[index].getAttribute("aria-pressed") === "true");
    const typed = name.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits =
        wanted.every((column) => row.cells[column].querySelector(".yes, .partial")) &&
        (!spoken.value || row.cells[languageColumn].textContent.includes(spoken.value)) &&
        row.cells[0].textContent.toLowerCase().includes(typed);
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${shown} / ${rows.length}`;
  }

  name.addEventListener("input", apply);
  spoken.addEventListener("change", apply);
  bar.append(name, ...buttons, spoken, count);
  box.before(bar);
  apply();
}
