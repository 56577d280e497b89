// Reads the Japanese sentences aloud where the device has a voice for them, and only there.
import { button } from "./dom.js";
import { paired } from "./paired.js";
import { words } from "./words.js";

/** Slower than a device speaks by itself: the sentence is for a listener who must understand it. */
const RATE = 0.85;
/** What the reader fills in: no voice can read it. */
const BLANK = "○";

/**
 * The voice for a language: one that works without network comes first.
 * @template {{lang: string, localService: boolean}} Voice
 * @param {readonly Voice[]} voices
 * @param {string} language
 * @returns {Voice | undefined}
 */
export function voiceFor(voices, language) {
  // Android writes an underscore.
  const fit = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language.toLowerCase());
  return fit.find(({ localService }) => localService) ?? fit[0];
}

/**
 * Gives every sentence its button as soon as the voices are known: some devices name them late, some never.
 * @param {SpeechSynthesis} speech
 */
export function speakPhrases(speech) {
  /** @type {NodeListOf<HTMLElement>} */
  const sentences = document.querySelectorAll(".phrase > .phrase-ja[lang]");
  if (!sentences.length) return;
  const offer = () => {
    const { lang } = sentences[0];
    const voice = voiceFor(speech.getVoices(), lang);
    if (!voice) return;
    speech.removeEventListener?.("voiceschanged", offer);
    for (const sentence of sentences) {
      if (!sentence.textContent?.includes(BLANK)) addButton(speech, sentence, voice);
    }
  };
  speech.addEventListener?.("voiceschanged", offer);
  offer();
}

/**
 * @param {SpeechSynthesis} speech
 * @param {HTMLElement} sentence
 * @param {SpeechSynthesisVoice} voice
 */
function addButton(speech, sentence, voice) {
  const text = sentence.textContent ?? "";
  let speaks = false;
  /** @param {boolean} now */
  const tell = (now) => {
    speaks = now;
    const label = now ? words.speakStop : words.speak;
    speak.textContent = label;
    speak.setAttribute("aria-label", paired(label, text));
  };
  const speak = button(words.speak, () => {
    const wasSpeaking = speaks;
    // What is being read, here or by another button, ends; its button is told so by the end of its utterance.
    speech.cancel();
    if (wasSpeaking) return tell(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang.replace("_", "-");
    utterance.rate = RATE;
    utterance.addEventListener("end", () => tell(false));
    utterance.addEventListener("error", () => tell(false));
    tell(true);
    speech.speak(utterance);
  }, { class: "phrase-speak" });
  tell(false);
  const phrase = /** @type {HTMLElement} */ (sentence.parentElement);
  phrase.insertBefore(speak, phrase.querySelector(".guide-share"));
}
