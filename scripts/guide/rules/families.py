"""The families of codes: the first two letters of a code, a name, and what the family is for."""

FAMILIES = {
    "LK": ("links", "Every link leads somewhere, and no address that was published is lost."),
    "NV": ("pages", "Every page is in the navigation, and asks for nothing that cannot be made."),
    "CT": ("contacts", "A number can be dialled, from where the guide says, at the hours and the price it says."),
    "FS": ("facts and sources", "Every fact fits its record, names its source, and is as sure as the source bears."),
    "TR": ("translations", "The versions of a page say the same, and say so when one of them is left behind."),
    "FQ": ("questions", "Every question has its fixed address, and an answer that begins with the answer."),
    "TM": ("terms", "One word for one thing."),
    "CS": (
        "copy style",
        "Sentences that a tired reader in a hurry takes in: short, plain, with the marks of their language.",
    ),
    "AD": ("advertising", "Nobody earns by a reader's click."),
    "SP": ("suppressions", "A finding that is borne with has a reason and a day on which that ends."),
    "ST": ("the built site", "What only the rendered pages show: run by `build`, after the renderer."),
}
