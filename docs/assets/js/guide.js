// Small helps on top of pages that work without them.
import { carriersFilter } from "./carriers-filter.js";
import { phraseView } from "./phrase-view.js";
import { themeToggle } from "./theme-toggle.js";
import { copyLinks } from "./copy-links.js";
import { folds } from "./folds.js";
import { languageLinks } from "./language-links.js";
import { letters } from "./letters.js";
import { menu } from "./menu.js";
import { searchFields } from "./search/field.js";

document.documentElement.classList.replace("no-js", "js");
themeToggle();
copyLinks();
folds();
languageLinks();
menu();
carriersFilter();
phraseView();
letters();
searchFields();
