// Before the form is painted.
(() => {
  const { classList } = document.documentElement;
  // A plan that was sent, or began on a carrier's page, waits for its program: another question than the first, or the
  // plan, will stand in the place of the form.
  if (/[?&]c=/.test(location.search)) classList.add("plan-sent");
  // A page whose script does not come is as one without scripts.
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement) classList.replace("js", "no-js");
  }, true);
})();
