// The page of the plan: the questions, the address that holds the answers, and the plan below.
/** @import { PlanData } from "./data.js" */
/** @import { Question } from "./questions.js" */
import { noAnswers, readAnswers, writeAnswers } from "./answers.js";
import { inJapan, readDay } from "./calendar.js";
import { element } from "../dom.js";
import { planButton } from "./button.js";
import { controls, fieldsOf, LEFT, takeOver, tell } from "./fields.js";
import { Places, PLAN } from "./places.js";
import { makePlan } from "./plan.js";
import { asked, enough, QUESTIONS } from "./questions.js";
import { takeAlong } from "./take.js";
import { planView } from "./view.js";
import { Wording } from "./wording.js";

/** Names of measures, for tests. */
export const MEASURE = "guide-plan";

/**
 * Makes the form work, and puts the plan below it.
 * @param {HTMLElement} host
 * @param {HTMLFormElement} form
 * @param {PlanData} data
 */
export function planPage(host, form, data) {
  new PlanPage(host, form, data).start();
}

class PlanPage {
  /** @type {string} */
  #step = QUESTIONS[0].id;
  /** The day in Japan of which the plan that is shown was made. */
  #made = 0;

  /**
   * @param {HTMLElement} host
   * @param {HTMLFormElement} form
   * @param {PlanData} data
   */
  constructor(host, form, data) {
    this.form = form;
    this.data = data;
    this.words = new Wording(data);
    this.answers = readAnswers(location.search, data);
    this.questions = asked(this.answers, data);
    this.result = element("section", { class: "plan-result", hidden: true });
    this.places = new Places((place) => this.#show(place));
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (form.querySelector(selector));
    this.nav = part(".plan-nav");
    this.fault = part(".plan-nav > .plan-fault");
    this.back = part(".plan-back");
    this.next = part(".plan-next");
    this.make = part(".plan-make");
    /** Questions that came with the page, by their id; they are asked of everybody, or of most. */
    this.given = new Map(boxesIn(form).map((box) => [box.dataset.question, box]));
    for (const words of host.querySelectorAll(":scope > p")) words.remove();
    host.append(this.result);
  }

  start() {
    const sent = writeAnswers(this.answers) !== "";
    this.back.addEventListener("click", () => this.#move(-1));
    this.make.addEventListener("click", () => this.#finish());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    // A page may stay open for days; what was for tomorrow is then for today.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && !this.result.hidden && inJapan(Date.now()).today !== this.#made) this.#update();
    });
    for (const question of QUESTIONS) this.#takeOver(question);
    this.#follow();
    this.#writeAddress();
    document.documentElement.classList.remove("plan-sent");
    if (sent) this.#begin();
    this.places.stay(this.#at());
  }

  /** With answers from the address: where the reader was, else the plan, else what is still to be answered. */
  #begin() {
    const kept = this.questions.find(({ id }) => id === this.places.kept());
    if (!kept && enough(this.answers)) this.#showPlan(false);
    else this.#go((kept ?? this.questions.find(({ answered }) => !answered(this.answers)))?.id, false);
  }

  #at() {
    return this.result.hidden ? this.#step : PLAN;
  }

  /** @param {Question} question */
  #takeOver(question) {
    const box = this.given.get(question.id);
    for (const field of question.fields) {
      const controls = box?.querySelector(`[data-field="${field.key}"]`);
      if (controls) takeOver(field, this.#form(question), controls);
    }
  }

  /** @param {Question} question */
  #form(question) {
    return { answers: this.answers, data: this.data, words: this.words, changed: () => this.#changed(question) };
  }

  /**
   * @param {Question} question
   * @param {number} place
   * @param {number} all
   */
  #question(question, place, all) {
    const fields = question.fields.map((field) => {
      const box = controls(field, this.#form(question));
      box.hidden = field.when ? !field.when(this.answers) : false;
      return box;
    });
    return element(
      "fieldset",
      { class: "plan-question", "data-question": question.id },
      element(
        "legend",
        { tabindex: "-1" },
        element("small", { class: "plan-step" }, this.words.say("step", { n: place + 1, all })),
        element("span", { class: "plan-ask" }, this.words.say(question.ask)),
      ),
      ...fields,
    );
  }

  /**
   * An answer has changed: the address follows, and so do the questions that hang on it.
   * @param {Question} question
   */
  #changed(question) {
    this.fault.textContent = "";
    this.#writeAddress();
    for (const field of question.fields) {
      const box = this.form.querySelector(`[data-question="${question.id}"] > [data-field="${field.key}"]`);
      if (box instanceof HTMLElement) box.hidden = field.when ? !field.when(this.answers) : false;
    }
    this.#follow(question);
    if (!this.result.hidden) this.#update();
  }

  /**
   * Questions come and go with the answers; those that stay keep their controls, and the focus.
   * @param {Question} [changed]
   */
  #follow(changed) {
    const questions = asked(this.answers, this.data);
    const present = new Map(boxesIn(this.form).map((box) => [box.dataset.question, box]));
    const wanted = questions.map((question, place) => {
      // What is asked of each line hangs on the lines.
      const stale = question.id === "contract" && changed?.id === "lines";
      const box = (!stale && present.get(question.id)) || this.given.get(question.id) ||
        this.#question(question, place, questions.length);
      const step = box.querySelector(".plan-step");
      const said = this.words.say("step", { n: place + 1, all: questions.length });
      if (step && step.textContent !== said) step.textContent = said;
      return box;
    });
    for (const box of present.values()) if (!wanted.includes(box)) box.remove();
    let after = this.nav;
    for (const box of [...wanted].reverse()) {
      if (box.nextElementSibling !== after) this.form.insertBefore(box, after);
      after = box;
    }
    this.questions = questions;
    this.#mark();
  }

  /** On a phone one question is shown at a time; which one is said here, the stylesheet does the rest. */
  #mark() {
    const place = this.#place();
    for (const box of boxesIn(this.form)) box.classList.toggle("now", box.dataset.question === this.#step);
    const last = place === this.questions.length - 1;
    this.back.hidden = place === 0;
    this.next.hidden = last;
    this.make.classList.toggle("early", !last && !enough(this.answers));
  }

  #place() {
    return Math.max(0, this.questions.findIndex(({ id }) => id === this.#step));
  }

  /** @param {number} by */
  #move(by) {
    const to = this.questions[this.#place() + by]?.id;
    // Where all questions stand on one page, another one is no other place.
    if (!to || !this.#isAlone()) this.#go(to, true);
    else if (by < 0) this.places.back(to);
    else this.places.go(to, this.#at());
  }

  /** Whether one question is shown at a time. */
  #isAlone() {
    return boxesIn(this.form).filter((box) => box.getClientRects().length > 0).length === 1;
  }

  /**
   * A place that was gone to, maybe with the browser's Back: the answers stay as they are now.
   * @param {string} place
   */
  #show(place) {
    // The browser's Forward knows nothing of a field before that is wrong.
    const wrong = this.questions.findIndex(({ id }) => this.#wrong(id));
    const to = this.questions.findIndex(({ id }) => id === place);
    if (wrong >= 0 && (place === PLAN || to > wrong)) {
      this.#ask(this.questions[wrong].id);
      this.#toWrong();
      this.places.stay(this.#at());
    } else if (place !== this.#at()) {
      if (place === PLAN && enough(this.answers)) this.#showPlan(true);
      else this.#ask(this.questions.some(({ id }) => id === place) ? place : this.questions[0].id);
    }
    this.#writeAddress();
  }

  /** @param {string} id */
  #ask(id) {
    this.result.hidden = true;
    this.form.hidden = false;
    this.#go(id, true);
  }

  /**
   * What is wrong in a question: the field of which it says that its answer cannot be.
   * @param {string} id
   */
  #wrong(id) {
    for (const date of this.form.querySelectorAll(`[data-question="${id}"] .plan-date`)) {
      date.dispatchEvent(new Event(LEFT));
    }
    const fault = this.form.querySelector(`[data-question="${id}"] .plan-field:not([hidden]) .plan-fault:not(:empty)`);
    const inputs = fault ? fieldsOf(fault) : [];
    return inputs.find(({ value }) => !value) ?? inputs[0];
  }

  /** Goes to the first field of which it is said that its answer cannot be. @returns {boolean} whether there is one */
  #toWrong() {
    const question = this.questions.find(({ id }) => this.#wrong(id));
    if (!question) return false;
    this.fault.textContent = "";
    this.#go(question.id, false);
    this.#wrong(question.id)?.focus();
    return true;
  }

  #next() {
    // What is wrong is said beside the question: on the next one nobody would see it.
    const wrong = this.#wrong(this.#step);
    if (wrong) wrong.focus();
    else if (this.#place() === this.questions.length - 1) this.#finish();
    else this.#move(1);
  }

  /**
   * @param {string | undefined} id of a question
   * @param {boolean} focus
   */
  #go(id, focus) {
    if (id) this.#step = id;
    this.#mark();
    const legend = this.form.querySelector(`[data-question="${this.#step}"] legend`);
    if (focus && legend instanceof HTMLElement) {
      legend.focus();
      legend.scrollIntoView({ block: "nearest" });
    }
  }

  #writeAddress() {
    const query = writeAnswers(this.answers);
    if (query !== location.search) history.replaceState(history.state, "", location.pathname + query + location.hash);
    for (const link of document.querySelectorAll("a[data-language]")) {
      if (link instanceof HTMLAnchorElement) link.search = query;
    }
  }

  /** The plan, where there is enough to make it from; else what is missing. */
  #finish() {
    if (this.#toWrong()) return this.places.stay(this.#at());
    if (!enough(this.answers)) {
      const missing = asked(this.answers, this.data).find(({ id, answered }) =>
        ["lines", "date"].includes(id) && !answered(this.answers)
      );
      this.fault.textContent = this.words.say(this.answers.held.length ? "q-date" : "empty");
      this.#go(missing?.id, true);
      this.places.stay(this.#at());
    } else this.places.go(PLAN, this.#at());
  }

  /** @param {boolean} focus */
  #showPlan(focus) {
    this.fault.textContent = "";
    this.form.hidden = true;
    this.#update();
    this.result.hidden = false;
    const heading = this.result.querySelector("h2");
    if (focus && heading) {
      heading.focus();
      heading.scrollIntoView({ block: "start" });
    }
  }

  #update() {
    performance.mark(MEASURE);
    const now = inJapan(Date.now());
    this.#made = now.today;
    const plan = makePlan(this.data, this.answers, now);
    const take = takeAlong({ plan, answers: this.answers, data: this.data, words: this.words, now: Date.now() });
    this.result.replaceChildren(
      element("h2", { tabindex: "-1" }, this.words.say("plan")),
      this.#given(),
      ...planView(plan, this.words, now.today),
      take,
      element(
        "p",
        { class: "plan-hint" },
        this.words.say("checked", { date: this.words.date(readDay(this.data.made) ?? now.today) }),
      ),
    );
    performance.measure(MEASURE, MEASURE);
  }

  /** The answers, each with a way to change it. */
  #given() {
    const { words, answers, data } = this;
    const rows = asked(answers, data).map((question) => {
      const told = question.answered(answers) ? question.told(answers, words, data) : words.say("unsure");
      const change = planButton(words.say("change"), () => this.places.go(question.id, PLAN), "plan-change");
      change.setAttribute(
        "aria-label",
        words.say("told-of", { name: words.say("change"), answer: words.say(question.short) }),
      );
      return element("div", {}, element("dt", {}, words.say(question.short)), element("dd", {}, told), change);
    });
    const clear = planButton(words.say("clear"), () => this.#clear(), "plan-change");
    return element(
      "details",
      { class: "plan-given" },
      element("summary", {}, words.say("answers")),
      element("dl", {}, ...rows),
      clear,
    );
  }

  #clear() {
    // What the controls write into stays the same.
    Object.assign(this.answers, noAnswers());
    // A question that was not asked any more, as for the day of who has left, stands there again and is emptied too.
    this.#follow();
    this.form.reset();
    for (const fault of this.form.querySelectorAll(".plan-fault")) tell(fault, "");
    this.places.go(QUESTIONS[0].id, PLAN);
  }
}

/** @param {Element} form */
function boxesIn(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-question]"))];
}
