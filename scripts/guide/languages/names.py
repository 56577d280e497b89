"""Languages as data: what desks speak and what pages of others are written in, by code, with the English name."""

JAPANESE = "ja"
"""The language of the screens, bills and counters that every reader meets, whatever the page is written in."""
ROMAJI = "ja-Latn"
"""Japanese in Latin letters."""
EDITORS = "en"
"""The language in which editors write notes to each other."""

SPOKEN = {
    JAPANESE: "Japanese",
    "en": "English",
    "zh": "Chinese",
    "ko": "Korean",
    "pt": "Portuguese",
    "vi": "Vietnamese",
    "tl": "Tagalog",
    "ne": "Nepali",
    "id": "Indonesian",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "ru": "Russian",
    "th": "Thai",
    "my": "Burmese",
    "km": "Khmer",
    "mn": "Mongolian",
    "si": "Sinhala",
    "hi": "Hindi",
    "bn": "Bengali",
}
"""What a desk may speak."""
WRITTEN = {**SPOKEN, "zh-Hant": "Traditional Chinese"}
"""What a page of others may be written in."""
PAGES = {code: SPOKEN[code] for code in (JAPANESE, "en", "zh")}
"""What carriers write their pages on cancelling in."""
