// What a place says where the script that fills it does not come.

/**
 * Says it in place of the words that speak of waiting, once; what else stands there leads on.
 * @param {HTMLElement} place holds in data-broken what is to be said, if anything is
 */
export function sayBroken(place) {
  const { broken } = place.dataset;
  const words = place.querySelector(":scope > p");
  if (broken && words && !words.role) Object.assign(words, { textContent: broken, role: "alert" });
}
