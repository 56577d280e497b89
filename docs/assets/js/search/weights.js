// Every number that decides what is found and in which order. They were set by hand on the queries under `open` and
// checked on those they had not seen (tests/search/queries.yml); scripts/guide/search/README.md tells how they work
// together.

// ---- How prominently a section holds a term (tables.js)

/**
 * How much a word counts by where it stands, and how much the length of that field tames it: 0 not at all, 1 in full
 * proportion to the mean length.
 */
export const FIELDS = {
  // What a section is called is the best sign of what it answers.
  heading: { weight: 5, tame: 0.4 },
  // Headings that search.yml says are about a group of words: nearly as good, and as good in a long heading.
  subject: { weight: 4, tame: 0 },
  // The question as readers put it, from search.yml: long lists, whose length should not punish them.
  asked: { weight: 2.5, tame: 0.2 },
  // The page that a section stands on: it says the subject, which all sections of the page share.
  title: { weight: 2.5, tame: 0.3 },
  // The Japanese heading and the id: what readers of Chinese and English type from a contract or an address.
  foreign: { weight: 1.6, tame: 0.4 },
  // Mentioned in passing, more easily so in a long text.
  text: { weight: 1, tame: 0.6 },
};
/** A prominence at which more of the same adds half: the fifth mention tells little. */
export const SATURATION = 1.2;
/** What one more known word costs when a text is cut into them, in atoms: one long name before two short ones. */
export const PIECE_COST = 0.4;

// ---- How much a part of a query counts (query.js)

/** By what a part is; an unknown pair of characters counts 1. */
export const SHARES = {
  // A name or word that the guide has a list of is what the reader means.
  named: 1.2,
  // Words of any subject, such as price and when: they say where to look.
  everyday: 0.6,
  // Everyday words that are about no heading, such as please.
  nothing: 0.05,
  // A piece of text that overlaps a name on one side: half of it is already counted.
  beside: 0.45,
};
/** Names inside a longer name, the carrier in the name of its plan: they break ties, no more. */
export const INNER_NAME = 0.5;
/** The very characters of a name, beside its meaning: who writes it the same way comes first. */
export const SURFACE = 0.35;
/** A word of a name of several words, where no page has the word alone: most likely that name. */
export const PART_OF_NAME = 0.7;
/** Parts that count less than this are not marked in the results. */
export const MARKED_FROM = 0.3;
/** A pair of Han characters is worth this at most: a rarer one is the seam of two words rather than a rare word. */
export const PAIR_WORTH = 2;
/** How much each character of a piece tells, 1 where it is none of these. */
export const FULLNESS = {
  // Mostly endings and particles.
  hiragana: 0.4,
  // Characters that stand in every question.
  empty: 0.5,
};
/** What an atom adds to what the guide does not know; compare the worth of known words, which is 0 to about 7. */
export const UNKNOWN = {
  // Half an unknown word, as most are two characters.
  han: 1.8,
  // Of any talk, so not knowing them says nothing about the subject.
  everyday: 0.3,
  kana: 0.15,
  // A whole word of another subject.
  latin: 6.5,
};

// ---- Words for which another stands (spelling.js)

/** How sure the other word is, where 1 is the word itself. */
export const GUESSES = {
  // A number while it is typed: from three digits on, and so many numbers at most.
  number: 0.8,
  numberFrom: 3,
  numbers: 12,
  // A word while it is typed, from two letters on.
  continued: 0.75,
  continuedFrom: 2,
  // One typing error, and two of them.
  oneError: 0.85,
  twoErrors: 0.6,
  // Errors are looked for from four letters on, two of them from eight on: short words have too many neighbours.
  errorFrom: 4,
  twoErrorsFrom: 8,
  // The same for a neighbour that is part of no name; names of four letters are typed wrong most.
  plainNeighbourFrom: 5,
  // So many words at most.
  words: 6,
};

// ---- The order of the sections (rank.js)

/** What kind of page answers best when a query fits several: the first part of its path. */
export const PAGES = {
  // Made to answer one question each.
  faq: 1.35,
  carriers: 1,
  cards: 1,
  prepare: 1,
  plan: 1,
  cancel: 1,
  after: 1,
  letters: 1,
  // Words and sentences help those who ask for them; who asks how to cancel wants the steps.
  phrases: 0.75,
  glossary: 0.75,
  // The home page names everything and answers nothing.
  "": 0.7,
  // What others get wrong comes after what is right.
  claims: 0.65,
  // What this guide got wrong stands right where it belongs.
  corrections: 0.5,
  // About the guide, not about phone lines.
  about: 0.5,
};
/** By whether a page belongs to the carrier that is asked for. */
export const CARRIERS = {
  // The page of a carrier while another is named: wrong, but perhaps of use.
  other: 0.3,
  // The page of any one carrier while none is named; not for phone numbers, which belong to one.
  unnamed: 0.5,
  // Added for the page of the named carrier; more than any section elsewhere has by its words alone.
  own: 5,
  // A general page while a carrier is named.
  general: 0.65,
  // Its section that search.yml says answers the words (at_carrier), as a share of the words' worth.
  answering: 0.8,
};
/** Added for the row of a product that is named. */
export const OWN_PRODUCT = 3;
/** The opening of a page. */
export const OPENING = {
  // Added up, the parts of a query below this are broad: a page answers them better than a section.
  broad: 3,
  ofBroad: 1.25,
  // A question about a named carrier is answered by a section of its page, not by the opening.
  ofCarrier: 0.75,
};
/** Sections that say what is in doubt or was wrong, by their ids; they come after answers. */
export const DOUBTS = { ids: /^(disputed|unknown|wrong|doubts|unsure)/, factor: 0.6 };
/** For a section that is about a word and does not only mention it, where the word is worth 1 or more. */
export const SUBJECT = 1.6;
/** A section covers a part in full from a prominence of two thirds on: none reaches 1, however often it says it. */
export const COVERED = 1.5;
/** The worth of a part that only breaks ties is capped here, or a rare spelling would outweigh what is meant. */
export const EXTRA_WORTH = 4;
/** How much of a score a section keeps that covers nothing of the query; the rest grows with what it covers. */
export const UNCOVERED = 0.4;

// ---- When to be silent (rank.js)

/** How much of a query must be known, 0 to 1, by how many words of the subject it uses: none, one, two or more. */
export const KNOWN = [0.62, 0.45, 0.3];
/** A word of the subject that is worth less than this is so common in the guide that the query is surely about it. */
export const COMMON = 1.2;
/** Without a word of the subject: how much of the query one section must cover. */
export const FOUND = 0.5;
/** Less is enough of a long question, if more of it is known and what is found is worth something. */
export const LONG = { known: 0.68, found: 0.34, worth: 3.5 };
/** An answer whose score is this share of the best or less is left out. */
export const WEAK = 0.2;
