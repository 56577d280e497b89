"""Family FQ: the questions and their fixed ids."""
