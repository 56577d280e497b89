// Where the reader is in the plan: at a question, or at the plan itself. The browser's Back goes through them, as on a
// phone each looks like a page of its own. The answers are in the address; which place it is stands in the state.

/** The place that is no question. */
export const PLAN = "plan";

export class Places {
  #show;

  /** @param {(place: string) => void} show shows a place that the browser went to, or that was gone to */
  constructor(show) {
    this.#show = show;
    // A fragment of the address is a place of the page, not of the plan.
    addEventListener("popstate", ({ state }) => state?.plan && show(state.plan));
  }

  /** The place that was shown when the page was left or loaded again. */
  kept() {
    return history.state?.plan;
  }

  /** @param {string} place that is shown now, in place of the last one */
  stay(place) {
    history.replaceState({ ...history.state, plan: place }, "");
  }

  /**
   * Another place, from which the browser's Back leads to this one.
   * @param {string} place
   * @param {string} from
   */
  go(place, from) {
    if (this.#returns(place)) return;
    history.pushState({ ...history.state, plan: place, before: from }, "");
    this.#show(place);
  }

  /**
   * The page's own way back: it adds nothing that the browser's would have to go through again.
   * @param {string} place
   */
  back(place) {
    if (this.#returns(place)) return;
    this.stay(place);
    this.#show(place);
  }

  /** @param {string} place */
  #returns(place) {
    const last = history.state?.before === place;
    // What comes of it is told as any other going back.
    if (last) history.back();
    return last;
  }
}
