// A button behind every heading with an id that copies the address of that section.
import { words } from "./words.js";

export function copyLinks() {
  const status = document.createElement("p");
  status.className = "guide-status";
  status.setAttribute("role", "status");
  document.body.append(status);
  for (const heading of document.querySelectorAll(".md-content :is(h1, h2, h3)[id]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "guide-copy";
    button.setAttribute("aria-label", `${words.copy}: ${heading.textContent.trim()}`);
    button.addEventListener("click", () => copy(heading.id, status));
    heading.append(button);
  }
}

async function copy(id, status) {
  const address = new URL(`#${id}`, location.href);
  address.search = "";
  history.replaceState(null, "", address);
  try {
    await navigator.clipboard.writeText(address.href);
    status.textContent = words.copied;
  } catch {
    // Without clipboard access the address bar now holds the link.
    status.textContent = address.href;
  }
  status.classList.add("shown");
  setTimeout(() => status.classList.remove("shown"), 2000);
}
