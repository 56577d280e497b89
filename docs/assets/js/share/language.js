// Which of the guide's languages is the reader's own.

/**
 * The first language a reader asks for that is offered; one in the reader's script comes before another.
 * @param {readonly string[]} wanted tags of the reader, in order of preference
 * @param {readonly string[]} offered tags of the guide
 * @returns {string | null} the tag that is offered, null where none is the reader's
 */
export function ownLanguage(wanted, offered) {
  const known = offered.map((tag) => ({ tag, ...parts(tag) }));
  for (const tag of wanted) {
    const { language, script } = parts(tag);
    const same = known.filter((other) => language && other.language === language);
    const own = same.find((other) => other.script === script) ?? same[0];
    if (own) return own.tag;
  }
  return null;
}

/** @param {string} tag */
function parts(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    // What a browser says of its language need not be a tag.
    return { language: "", script: "" };
  }
}
