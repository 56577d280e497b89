// Hostile input for whatever reads what a reader, or a link that somebody sent, brings: the same for the same seed.

// What no reader means: markup, code, encoding that is broken, names that every object has, signs that nobody sees.
const PIECES = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "</title><iframe srcdoc='<script>alert(1)</script>'>",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "{{7*7}}",
  "${alert(1)}",
  "';alert(1)//",
  "%E0%A4%A",
  "%",
  "%00",
  "%2e%2e%2f",
  "../../../etc/passwd",
  "//elsewhere.example/",
  "\\\\elsewhere.example\\",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "__proto__[x]=1",
  "\0",
  "\r\nSet-Cookie: a=b",
  "\u001b[31m",
  "\u007f\u0085",
  "\u202e\u2066\u2069",
  "\u200b\u200d\ufeff",
  "\u2028\u2029",
  "\ud800",
  "\udc00x",
  "\uffff",
  "e" + "\u0301".repeat(50),
  "👩‍👩‍👧‍👦",
  "ﷺ",
  "עברית",
  "العربية",
  "ไทย",
  "हिन्दी",
  "Ελλάδα",
  "ру́сский",
  "解約",
  "かいやく",
  "ｱｶｳﾝﾄ",
  "𠮷𡈽",
  "au",
  "1e309",
  "-1",
  "NaN",
  "0120-000-000 ",
  "2027-02-30",
  " ",
  "&",
  "=",
  "#",
  "?",
  ",",
  ".",
];
// The longest there is, some millions of characters, would be the browser's to refuse.
const LONGEST = 20_000;

/**
 * Hostile inputs: pieces alone, several in a row, one of them very often.
 * @param {number} many
 * @returns {string[]} as many; the first are the pieces as they are
 */
export function hostile(many) {
  return Array.from({ length: many }, (_, seed) => PIECES[seed] ?? made(seed));
}

/** @param {number} seed */
function made(seed) {
  const next = numbers(seed);
  const piece = () => PIECES[Math.floor(next() * PIECES.length)];
  const row = Array.from({ length: 2 + Math.floor(next() * 5) }, piece).join(next() < 0.5 ? "" : " ");
  return next() < 0.05 ? row.repeat(Math.ceil(LONGEST / row.length)) : row;
}

/**
 * Numbers from 0 to 1 that follow from a seed (mulberry32).
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
