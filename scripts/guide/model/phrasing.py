"""What a file of words is made of: words, phrases with values in braces, forms for numbers."""

from __future__ import annotations

from string import Formatter

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from .values import NonEmpty

Word = NonEmpty


def _key(name: str) -> str:
    return name.replace("_", "-")


class Words(BaseModel):
    """A part of the file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_key)


class Forms(Words):
    """A phrase that changes with its number; the forms are those of CLDR."""

    one: Word | None = Field(None, description="The form for one, where the language has it.")
    two: Word | None = Field(None, description="The form for two, where the language has it.")
    few: Word | None = Field(None, description="The form for few, where the language has it.")
    many: Word | None = Field(None, description="The form for many, where the language has it.")
    other: Word = Field(description="The form for every other number.")


def with_values(*names: str) -> AfterValidator:
    """A phrase names exactly these values in braces."""

    def check(phrase: str | Forms) -> str | Forms:
        forms = [phrase] if isinstance(phrase, str) else [form for _, form in phrase if form]
        for form in forms:
            try:
                found = [part for part in Formatter().parse(form) if part[1] is not None]
            except ValueError as error:
                raise ValueError(f"braces that do not pair: {error}") from None
            for _, name, spec, conversion in found:
                if name not in names or spec or conversion:
                    raise ValueError(f"{{{name}}} is not a value of this phrase; it has {', '.join(names)}")
        return phrase

    return AfterValidator(check)


Plural = Word | Forms
