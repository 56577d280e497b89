// What a Japanese sentence can do beside being read: fill the screen, and be spoken.
import { phraseView } from "./phrase-view.js";
import { speakPhrases } from "./speak.js";

/** Gives every sentence its buttons. */
export function phrases() {
  phraseView();
  // In-app browsers may know no speech at all.
  if ("speechSynthesis" in globalThis) speakPhrases(speechSynthesis);
}
