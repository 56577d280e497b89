// Text as the search compares it: folded characters, cut into atoms.

/**
 * A Latin word or number, or one CJK character.
 * @typedef {object} Atom
 * @property {string} word folded, a Latin word without its ending
 * @property {number} start its first UTF-16 unit in the text
 * @property {number} end the unit behind it
 * @property {boolean} han whether it is one CJK character, kana too
 */

const JOINS_DIGITS = /[-,‐‑]/;

/** Makes width, case, accents, kana and variants of Han characters equal, as scripts/guide/search/folding.py does. */
export class Folding {
  /** @type {Map<string, string>} */
  #known;

  /** @param {[string, string]} variants characters, and what each stands for */
  constructor([from, to]) {
    const targets = [...to];
    this.#known = new Map([...from].map((character, place) => [character, targets[place]]));
  }

  /**
   * The folded form of one character; usually one character.
   * @param {string} character one UTF-16 unit
   */
  one(character) {
    const known = this.#known.get(character);
    if (known !== undefined) return known;
    let made = character.normalize("NFKC").toLowerCase();
    if (made < "\u0250" || /^[\u1e00-\u1eff]/.test(made)) made = made.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    else made = made.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
    if (made !== character && made.length === 1) made = this.#known.get(made) ?? made;
    this.#known.set(character, made);
    return made;
  }

  /**
   * Cuts a text into atoms.
   * @param {string} text
   * @returns {Atom[]}
   */
  atoms(text) {
    /** @type {Atom[]} */
    const atoms = [];
    /** @type {Atom | null} */
    let open = null;
    for (let place = 0; place < text.length; place++) {
      for (const character of this.one(text[place])) {
        const kind = kindOf(character);
        if (kind === LATIN) {
          if (!open) {
            open = { word: "", start: place, end: 0, han: false };
            atoms.push(open);
          }
          open.word += character;
          open.end = place + 1;
        } else if (kind === CJK) {
          open = null;
          atoms.push({ word: character, start: place, end: place + 1, han: true });
        } else if (open && !joins(open.word, text, place)) {
          open = null;
        }
      }
    }
    for (const atom of atoms) {
      if (!atom.han) atom.word = stem(domestic(atom.word));
    }
    return atoms;
  }
}

const OTHER = 0;
const LATIN = 1;
const CJK = 2;

/** @param {string} character folded */
function kindOf(character) {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code > 47 && code < 58) || (code > 96 && code < 123) ? LATIN : OTHER;
  if ((code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005) {
    return CJK;
  }
  return code >= 0xc0 && code < 0x250 ? LATIN : OTHER;
}

/**
 * Whether the sign at a place goes on with the word before it: 0120-000-000 and 1,100 are one number; Wi-Fi and e-mail
 * one word; y!mobile one name.
 * @param {string} word
 * @param {string} text
 * @param {number} place
 */
function joins(word, text, place) {
  const next = text[place + 1] ?? "";
  if (/\d$/.test(word)) return JOINS_DIGITS.test(text[place]) && /\d/.test(next);
  return (
    /[-!'’]/.test(text[place]) &&
    /[a-z]/i.test(next) &&
    (word.length < 3 || !/[a-z]{3}/i.test(text.slice(place + 1, place + 4)))
  );
}

/**
 * A phone number with the country code of Japan as it is dialled there.
 * @param {string} word
 */
function domestic(word) {
  return word.replace(/^81(?=\d{9,10}$)/, "0");
}

/**
 * A Latin word without its ending: cancelling, cancelled and cancellation are one.
 * @param {string} word folded
 */
export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let made = word
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const cut = made.replace(/(ations?|ings?|ed|ement)$/, "");
  if (cut !== made && cut.length > 2 && /[aeiouy]/.test(cut)) made = cut.replace(/([bdfglmnprt])\1$/, "$1");
  return made.length > 3 ? made.replace(/e$/, "") : made;
}
