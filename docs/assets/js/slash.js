// Whether a slash goes to the search: the reader may switch it off.
export const SLASH = "guide-slash";

/** @returns {boolean} where storage is closed to us, it is on */
export function slashIsOff() {
  try {
    return !!localStorage.getItem(SLASH);
  } catch {
    return false;
  }
}
