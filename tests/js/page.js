// Lets Node load the modules of the pages without a page; import it before them.
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.endsWith("/words.js")) return next(specifier, context);
    return next("./words.js", { ...context, parentURL: import.meta.url });
  },
});
