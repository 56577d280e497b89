"""The words of one language (``docs/_data/languages/<code>.yml``): everything the interface says in it.

Each key says what it is for; a key of the file is the name of the field with hyphens. Brackets, lists, plural forms
and characters are no words: see ``guide.languages``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints, create_model

from ..languages import PAGES, SPOKEN
from .editorial import Filler, Pattern
from .phrasing import Plural, Word, Words
from .phrasing import with_values as _with
from .plan_words import PlanWords
from .values import LanguageCode, Listed, NonEmpty, Slug, Table
from .wording import Alternatives, Counted, Named, Notion, Units

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]


Filled = Annotated[str, StringConstraints(pattern=r"^[^#]*#[^#]*$", max_length=200)]
"""Words with one # in them, where a script writes a number, a day or a time."""


class Site(Words):
    """What the site says of itself."""

    name: Word = Field(description="Name of the site: in the bar at the top and at the end of every title.")
    description: Word = Field(description="What the site is, in a sentence or two, for pages without an opening.")


class Navigation(Words):
    """The entries of the navigation that are no pages; mkdocs.yml names them by these keys."""

    home: Word = Field(description="The first page.")
    cards: Word = Field(description="The pages about kinds of cards.")
    prepare: Word = Field(description="The pages about preparing.")
    cancel: Word = Field(description="The pages about ways to cancel.")
    after: Word = Field(description="The pages about what to check after the line ended.")
    carriers: Word = Field(description="The pages of the carriers.")
    faq: Word = Field(description="The pages of questions.")
    words: Word = Field(description="What to say and read: sentences, words, and the claims of other guides.")
    about: Word = Field(description="The pages about the guide itself.")


class Frame(Words):
    """Words of the frame around every page."""

    name_short: Word = Field(description="Name of the site in the bar at the top of the narrowest phones.")
    search: Word = Field(description="Name of the search field in the bar at the top.")
    search_here: Word = Field(description="Name of the search field of the first page, for screen readers.")
    search_hint: Word = Field(description="What one may type, shown in the empty field of the first page.")
    menu: Word = Field(description="The button that opens the menu, for screen readers.")
    theme: Word = Field(description="The button that switches between light and dark, for screen readers.")
    languages: Word = Field(description="Name of the list of languages, for screen readers.")
    licence: Word = Field(description="Licence of the text, at the foot of every page.")
    about: Word = Field(description="Link at the foot of every page to the page about the guide.")
    sources: Word = Field(description="Link at the foot of every page to the list of all sources.")
    corrections: Word = Field(description="Link at the foot of every page to what the guide got wrong.")
    whole: Word = Field(description="Link at the foot of every page to the whole guide as one page to keep or print.")
    epub: Word = Field(description="The whole guide as a file for readers of books, beside that link.")
    independent: Word = Field(description="Sentence at the foot of every page: the guide belongs to no carrier.")
    untranslated: Word = Field(
        description="Notice above a page that is not yet translated and shown in the default language."
    )
    scan: Word = Field(description="On a poster, beside the QR code: what to do with it.")
    page_moved: Word = Field(description="Words before the link on a page at an old address, with their colon.")
    your_hours: Filled = Field(
        description="Behind clock times that are named as Japan's, joined to them; # is the same in local time."
    )
    day_before: Filled = Field(description="A clock time, #, of the day before that in Japan.")
    day_after: Filled = Field(description="A clock time, #, of the day after that in Japan.")
    from_to: Annotated[str, StringConstraints(pattern=r"^#[^#]+#$", max_length=20)] = Field(
        description="Opening hours: the first # is when a desk opens, the second when it closes."
    )


class Scripts(Words):
    """Words that only scripts show."""

    copy_: Word = Field(alias="copy", description="Button behind a heading that copies the address of its section.")
    copied: Word = Field(description="What it says once the address is copied.")
    filter: Word = Field(description="Name of the controls that narrow the table of carriers.")
    filter_name: Word = Field(description="The field there in which one types a carrier's name.")
    filter_count: Filled = Field(description="How many carriers the table shows; # stands for the number.")
    filter_none: Word = Field(description="That it shows none; a button and a link follow.")
    filter_clear: Word = Field(description="That button: it shows all carriers again.")
    not_listed: Word = Field(description="That link: to what to do where one's company is not in the table.")
    any: Word = Field(description="The choice there that leaves a column out of account.")
    show: Word = Field(description="Button that shows a Japanese sentence over the whole screen.")
    speak: Word = Field(description="Button that reads a Japanese sentence aloud.")
    speak_stop: Word = Field(description="The same button while it reads: it stops.")
    close: Word = Field(description="Button that closes it.")
    letter_copy: Word = Field(description="Button below a letter that copies its Japanese text.")
    letter_copied: Word = Field(description="What it says once the text is copied.")
    letter_print: Word = Field(description="Button below a letter that prints it alone, on one page.")
    letter_clear: Word = Field(description="Button that empties the fields of the letters.")
    no_print_wechat: Word = Field(description="In place of that button in WeChat: it cannot print, and the way out.")
    no_print_line: Word = Field(description="The same in LINE; a link out of it follows.")
    no_file_wechat: Word = Field(description="Below links to files in WeChat: it cannot save them, and the way out.")
    no_file_line: Word = Field(description="The same in LINE; a link out of it follows.")
    open_outside: Word = Field(description="That link: open this page in a real browser.")
    results: Word = Field(description="Name of the list of search results.")
    waiting: Word = Field(description="What stands there while the search is being fetched.")
    found: Filled = Field(description="How many were found; # stands for the number.")
    nothing: Word = Field(description="That nothing was found; two links follow.")
    broken: Word = Field(description="That the search could not be opened; two links follow.")
    to_questions: Word = Field(description="The first of these links: to the questions.")
    to_carriers: Word = Field(description="The second of them: to all carriers.")
    search_link: Word = Field(description="Link to the search that was made.")
    slash: Word = Field(description="Box on the page on accessibility: that the / key goes to the search.")
    share: Word = Field(description="Button that opens the ways to pass a page or an entry on.")
    copy_link: Word = Field(description="Button there that copies the short address.")
    qr: Word = Field(description="What the QR code there is, for who cannot see it.")
    save_picture: Word = Field(description="Button there that saves a picture with the answer and the code.")
    poster: Word = Field(description="What that picture is, for who cannot see it.")
    press_long: Word = Field(description="Below the picture in an app that saves no file: press it long.")
    in_own_language: Word = Field(
        description="Link under the bar, shown on pages of other languages to readers of this one."
    )
    offline_saved: Filled = Field(description="At the foot: the language is kept for offline reading; # is the day.")
    offline_save: Word = Field(description="Button there that keeps it, where data is saved or it was switched off.")
    offline_saving: Word = Field(description="What stands there while it is being kept.")
    offline_failed: Word = Field(description="What stands there where it could not be kept.")
    offline_off: Word = Field(description="Button there that deletes what is kept and keeps nothing more.")
    offline_deleted: Word = Field(description="What stands there once it is deleted.")
    offline_old: Filled = Field(
        description="Under the bar of a page that comes from the store and is older than 30 days; # is the day."
    )
    no_network: Word = Field(
        description="Where the search, or a list of sources, does not come: there is no network; what it needs."
    )


class NotFound(Words):
    """The page for an address that does not exist; it speaks every language at once."""

    message: Word = Field(description="That there is no such page, and why that may be.")
    offline: Word = Field(description="That a page is not saved and there is no network, and what to do.")
    home: Word = Field(description="Link to the first page.")
    carriers: Word = Field(description="Link to all carriers.")
    faq: Word = Field(description="Link to the questions.")


class Labels(Words):
    """Words of the generated blocks."""

    official: Word = Field(description="Mark of a fact that the carrier or an authority prints.")
    reported: Word = Field(description="Mark of a fact that only others report.")
    disputed: Word = Field(description="Mark of a fact on which sources disagree.")
    unknown: Word = Field(description="In place of a value that was looked for and not found.")
    inference: Word = Field(description="Mark of a sentence that is our own conclusion.")
    avail_yes: Word = Field(description="One can cancel this way.")
    avail_partial: Word = Field(description="One can cancel this way in some cases.")
    avail_no: Word = Field(description="One cannot cancel this way.")
    channel_online: Word = Field(description="The way: on the web.")
    channel_phone: Word = Field(description="The way: by phone.")
    channel_shop: Word = Field(description="The way: in a shop.")
    channel_chat: Word = Field(description="The way: by chat.")
    channel_from_abroad: Word = Field(description="The way: from outside Japan.")
    channel_proxy: Word = Field(description="The way: through someone else.")
    question: Word = Field(description="Head of the first column of a carrier's tables.")
    answer: Word = Field(description="Head of the second column of a carrier's tables.")
    carrier: Word = Field(description="Head of the column of carriers.")
    early_fee: Word = Field(description="The fee for ending a young contract.")
    last_month: Word = Field(description="The charge for the month in which the line ends.")
    takes_effect: Word = Field(description="The day on which the line stops.")
    cut_off: Word = Field(description="The hour until which a request counts for the same day.")
    notice_day: Word = Field(description="The day of the month until which a request counts for that month.")
    closing_day: Word = Field(description="The day on which the billing month closes.")
    sim_return: Word = Field(description="What becomes of the card.")
    last_bill: Word = Field(description="When the last bill comes.")
    return_programme: Word = Field(description="A phone that may be given back instead of paying the rest.")
    return_months: Word = Field(description="In which months after the purchase it may be given back.")
    return_fee: Word = Field(description="What giving it back costs.")
    return_conditions: Annotated[Word, _with("page")] = Field(description="Link to its steps at {page}.")
    fault_fee: Word = Field(description="What a damaged phone costs.")
    without_line: Word = Field(description="Whether it may be given back after the line has ended.")
    by_post: Word = Field(description="The way: in a parcel.")
    by_whom: Word = Field(description="Who may give it back.")
    whom_holder: Word = Field(description="Only the holder of the contract.")
    whom_family: Word = Field(description="The holder or the family.")
    whom_anyone: Word = Field(description="Anyone may give it back.")
    arrives_by: Word = Field(description="Until when the phone must have arrived.")
    arrives_end_of_next_month: Word = Field(description="By the end of the month after that of the application.")
    arrives_day_15_of_next_month: Word = Field(description="By the 15th of the month after that of the application.")
    at_hand: Word = Field(description="What one must have ready.")
    official_page: Word = Field(description="Link to the carrier's own page on cancelling.")
    official_site: Word = Field(description="Link to the front page of a carrier, before its host.")
    how: Word = Field(description="Head of the column that says how a way works.")
    hours: Word = Field(description="When a way is open.")
    limits: Word = Field(description="What a way cannot do.")
    languages: Word = Field(description="Head of the column of languages that a desk speaks.")
    from_own_handset: Word = Field(description="A number can be dialled from the carrier's own handsets.")
    from_any_phone_in_japan: Word = Field(description="A number can be dialled from any phone in Japan.")
    from_abroad: Word = Field(description="A number can be dialled from outside Japan.")
    toll_yes: Word = Field(description="The call is free.")
    toll_no: Word = Field(description="The call is charged.")
    days_daily: Word = Field(description="Open every day.")
    days_weekdays: Word = Field(description="Open on weekdays.")
    days_mon_sat: Word = Field(description="Open from Monday to Saturday.")
    all_day: Word = Field(description="Open round the clock.")
    zone_taipei: Word = Field(description="Behind the hours of a desk: they are those of Taiwan.")
    zone_bangkok: Word = Field(description="Behind the hours of a desk: they are those of Thailand.")
    zone_hong_kong: Word = Field(description="Behind the hours of a desk: they are those of Hong Kong.")
    effect_same_day: Word = Field(description="The line stops on the day of the request.")
    effect_next_day: Word = Field(description="The line stops on the day after.")
    effect_same_or_next_day: Word = Field(description="The line stops on that day or the day after.")
    effect_same_or_next_business_day: Word = Field(description="The line stops on that day or the next business day.")
    effect_month_end: Word = Field(description="The line stops at the end of the month.")
    effect_chosen_day: Word = Field(description="The line stops on a day one chooses.")
    effect_closing_day: Word = Field(description="The line stops on the day the billing month closes.")
    month_full: Word = Field(description="The last month is charged in full.")
    month_prorated: Word = Field(description="The last month is charged by days.")
    month_free: Word = Field(description="The last month is not charged.")
    closing_month_end: Word = Field(description="The billing month closes at the end of the month.")
    closing_by_contract: Word = Field(description="The day depends on the contract.")
    sim_required: Word = Field(description="The card must be returned.")
    sim_not_required: Word = Field(description="The card need not be returned.")
    sim_hand_over_in_shop: Word = Field(description="The card is handed over in the shop.")
    none: Word = Field(description="There is none.")
    last_day: Word = Field(description="The last day of a month.")
    day_before_last: Word = Field(description="The day before the last day of a month.")
    fee_none: Word = Field(description="A fee of nothing, as a sum.")
    fee_ask: Word = Field(description="A fee whose sum is not known: ask for it.")
    disputed_advice: Word = Field(description="Before what is safe to do where sources disagree.")
    ask: Word = Field(description="Before whom to ask.")
    applies_when: Word = Field(description="Before the case in which a fact holds.")
    source_dated: Word = Field(description="Before the date that a page bears.")
    source_undated: Word = Field(description="A page that bears no date.")
    source_seen: Word = Field(description="Before the date on which we saw a page.")
    source_archived: Word = Field(description="Link to the copy of a page in an archive.")
    source_official: Word = Field(description="Mark of a source that is the carrier or an authority.")
    source_third: Word = Field(description="Mark of any other source.")
    source_pages: Word = Field(description="Before the pages that cite a source.")
    sources_apart: Annotated[Word, _with("count")] = Field(
        description="Link to a list of sources that stands on a page of its own; {count}."
    )
    sources_third: Word = Field(description="Before the sources that are not official, in the list of all.")
    product: Word = Field(description="Head of the column of products.")
    ends_by_itself: Word = Field(description="Head of the column: does it end without one's doing?")
    to_end_it: Word = Field(description="Head of the column that says what to do.")
    refund: Word = Field(description="Head of the column on money back.")
    give_back: Word = Field(description="Head of the line on what must be given back.")
    return_by: Word = Field(description="Head of the column on when rented things must be back.")
    ends_yes: Word = Field(description="It ends by itself.")
    ends_no: Word = Field(description="It does not: one must act.")
    ends_depends: Word = Field(description="It depends on the plan.")
    cheap_way: Word = Field(description="Head of the column that says how a number is kept.")
    status_closed_to_new: Word = Field(description="A brand that takes none any more.")
    status_ended: Word = Field(description="A brand whose service has ended.")
    term: Word = Field(description="Head of the glossary's column of words.")
    term_japanese: Word = Field(description="Head of the glossary's column of Japanese words.")
    term_reading: Word = Field(description="Head of the glossary's column of readings.")
    term_meaning: Word = Field(description="Head of the glossary's column of meanings.")
    verdict_true: Word = Field(description="A claim that is true.")
    verdict_false: Word = Field(description="A claim that is false.")
    verdict_misleading: Word = Field(description="A claim that misleads.")
    verdict_unverifiable: Word = Field(description="A claim that nobody can verify.")
    correction_wrong: Word = Field(description="Before what the guide said and was wrong.")
    correction_right: Word = Field(description="Before what is right instead.")
    correction_remedy: Word = Field(description="Before what to do for who followed the old text.")
    section_title: Annotated[Word, _with("name")] = Field(description="Title of a carrier's page; {name} is its name.")
    section_online: Word = Field(description="Heading of a carrier's page: on the web.")
    section_phone: Word = Field(description="Heading of a carrier's page: by phone.")
    section_shop: Word = Field(description="Heading of a carrier's page: in a shop.")
    section_chat: Word = Field(description="Heading of a carrier's page: by chat.")
    section_from_abroad: Word = Field(description="Heading of a carrier's page: from outside Japan.")
    section_proxy: Word = Field(description="Heading of a carrier's page: through someone else.")
    section_prepare: Word = Field(description="Heading of a carrier's page: before one starts.")
    section_costs: Word = Field(description="Heading of a carrier's page: what it costs.")
    section_timing: Word = Field(description="Heading of a carrier's page: when, and until when.")
    section_contacts: Word = Field(description="Heading of a carrier's page: contacts.")
    section_sim: Word = Field(description="Heading of a carrier's page: the card and the eSIM.")
    section_after: Word = Field(description="Heading of a carrier's page: after the line ended.")
    section_keep_number: Word = Field(description="Heading of a carrier's page: how to keep the number.")
    section_disputed: Word = Field(description="Heading of a carrier's page: where sources disagree.")
    section_unknown: Word = Field(description="Heading of a carrier's page: what was not found.")
    section_sources: Word = Field(description="Heading of any page: sources.")
    certainty: Word = Field(description="Line below the heading of a carrier page: how sure the page is.")
    key_stops: Word = Field(description="Answer box: when the line stops.")
    key_cost: Word = Field(description="Answer box: what it costs.")
    key_number: Word = Field(description="Answer box: what becomes of the number.")
    final_step: Word = Field(description="Mark of the step that submits the cancellation.")
    section_other_ways: Word = Field(description="Heading: the ways beside the main one.")
    section_ways: Word = Field(description="Heading: the ways, where none is the main one.")
    section_more: Word = Field(description="Heading of a fold: further rules.")
    ask_phone: Annotated[Word, _with("page")] = Field(
        description="A way of which nothing is known, by phone; {page} has how to ask."
    )
    ask_from_abroad: Annotated[Word, _with("page")] = Field(
        description="A way of which nothing is known, from abroad; {page} has what to try."
    )
    ask_in_writing: Annotated[Word, _with("page")] = Field(
        description="Of a carrier whose way of cancelling is not known: the letter to send."
    )
    ask_proxy: Annotated[Word, _with("page")] = Field(
        description="A way of which nothing is known, through someone else; {page} has a power of attorney to fill in."
    )
    notice_none: Word = Field(description="A cancellation needs no notice.")
    plan_wait: Word = Field(description="In the place of the plan until its script comes, and without scripts.")
    plan_instead: Word = Field(description="Below it, before links: what to do where the plan does not come.")
    plan_countdown: Word = Field(description="The first of these links: what to do by when, on the same page.")
    plan_rules: Word = Field(description="The second: the rules of all carriers, on the same page.")
    plan_ways: Word = Field(description="The third: how to cancel.")
    other_languages: Word = Field(description="Contact: the same desk in other languages.")
    other_desks: Word = Field(description="Fold of the public desks that take no complaints about a contract.")
    leads: Word = Field(description="Before the links that lead on.")
    lead_plan: Word = Field(description="Button that leads to the leaving plan, the carrier chosen.")
    lead_accounts: Word = Field(description="Link to the page on accounts.")
    lead_money: Word = Field(description="Link to the page on money.")
    lead_timing: Word = Field(description="Link to the page on timing.")
    lead_phrases: Word = Field(description="Link to the phrases.")
    lead_abroad: Word = Field(description="Link to the page on cancelling from abroad.")
    lead_proxy: Word = Field(description="Link to the page on a proxy.")
    lead_after: Word = Field(description="Link to the pages on what comes after.")
    after_bill: Annotated[Word, _with("page")] = Field(
        description="What to do afterwards: the last bill; {page} is its page."
    )
    after_problems: Annotated[Word, _with("page")] = Field(
        description="What to do afterwards: problems; {page} is their page."
    )
    book_keep: Word = Field(description="Why one should save the whole guide; a colon and the links to it follow.")
    book_page: Word = Field(description="Link to the whole guide as one page.")
    book_newest: Word = Field(description="On its cover, before the address of the site.")
    book_contents: Word = Field(description="Heading of its contents.")
    conditions_apply: Word = Field(description="Remark beside a bare value that has conditions.")


class Phrases(Words):
    """Phrases around a number or value, which stands in braces. A phrase may have a form for each plural."""

    money: Annotated[Plural, _with("amount")] = Field(description="A sum of yen; {amount} has its commas.")
    date_day: Annotated[Word, _with("year", "month", "day")] = Field(description="A day with its month and year.")
    date_month: Annotated[Word, _with("year", "month")] = Field(description="A month of a year.")
    date_year: Annotated[Word, _with("year")] = Field(description="A year alone.")
    before: Annotated[Word, _with("time")] = Field(description="Until a time of day in Japan.")
    japan_hours: Annotated[Word, _with("span"), StringConstraints(pattern=r"^[^#]*#[^#]*$")] = Field(
        description="The hours of a desk, {span}, as those of Japan; # is where a reader's own may follow."
    )
    within_months: Annotated[Plural, _with("n")] = Field(description="Within {n} months of the contract's beginning.")
    contracts_from: Annotated[Word, _with("date")] = Field(
        description="Behind such a term, joined to it: only contracts made from {date} on."
    )
    day_of_month: Annotated[Word, _with("day")] = Field(description="The same {day} of each month.")
    within_days: Annotated[Plural, _with("n")] = Field(description="Within {n} days.")
    months_after: Annotated[Plural, _with("n")] = Field(description="{n} months after the line ended.")
    month_of_end: Word = Field(description="In the very month in which the line ends.")
    in_payments: Annotated[Plural, _with("n")] = Field(description="A phone that was bought in {n} payments.")
    return_by_month: Annotated[Word, _with("n")] = Field(
        description="Behind a label that says what: until month {n}, that of the purchase being the first."
    )
    give_back_by_month: Annotated[Word, _with("n")] = Field(description="A phone must be given back by month {n}.")
    return_costs: Annotated[Word, _with("amount")] = Field(
        description="Behind that, joined to it: what giving it back costs."
    )
    said_and_meant: Annotated[Word, _with("said", "meant")] = Field(
        description="Behind a name: how it is said, and which purchases it is about."
    )
    month_of_purchase: Annotated[Word, _with("n")] = Field(description="Month {n} of a purchase.")
    months_of_purchase: Annotated[Word, _with("first", "last")] = Field(
        description="From month {first} to month {last} of a purchase."
    )
    return_closes: Annotated[Word, _with("n")] = Field(
        description="Behind such months: what is unpaid is still waived until month {n}."
    )
    bought_from: Annotated[Word, _with("date")] = Field(description="Only what was bought on {date} or later.")
    bought_until: Annotated[Word, _with("date")] = Field(description="Only what was bought on {date} or before.")
    up_to: Annotated[Word, _with("amount")] = Field(description="At most {amount}.")
    corrected: Annotated[Word, _with("date")] = Field(description="The day on which a mistake was put right.")
    book_date: Annotated[Word, _with("date")] = Field(description="On the cover of the whole guide: its day.")
    more_contacts: Annotated[Plural, _with("n")] = Field(description="Fold that holds {n} further contacts.")
    head_title: Annotated[Word, _with("name", "headline")] = Field(
        description="Title of a carrier's page with the answer."
    )
    checked: Annotated[Word, _with("date")] = Field(description="The day the record was checked.")
    in_steps: Annotated[Word, _with("way", "n")] = Field(description="Heading of a way and the number of its steps.")
    counts_until: Annotated[Word, _with("when", "hour")] = Field(
        description="When the line stops and until which hour a request counts for that."
    )
    decides: Annotated[Word, _with("when", "hour")] = Field(
        description="On which of two days the line stops, and until which hour a request counts for the first."
    )
    tested: Annotated[Word, _with("worked", "refused", "date")] = Field(description="Reports of readers on a way.")
    not_confirmed: Annotated[Word, _with("nouns")] = Field(description="The one sentence on what is not confirmed.")
    age: Annotated[Word, _with("oldest", "newest", "again")] = Field(description="Age of the sources of a page.")
    age_one_day: Annotated[Word, _with("day", "again")] = Field(description="Age of sources that all carry one date.")
    age_undated: Annotated[Word, _with("again")] = Field(description="Age of sources of which none is dated.")
    age_old: Annotated[Word, _with("parts")] = Field(description="Which parts rest on old sources.")
    carriers_not_confirmed: Annotated[Word, _with("carriers")] = Field(
        description="Below a table: the {carriers} of which it is not known."
    )
    carriers_no: Annotated[Word, _with("carriers")] = Field(
        description="Below a table: the {carriers} with a plain no."
    )
    quantity_minutes: Annotated[Plural, _with("n")] = Field(description="{n} minutes.")
    quantity_hours: Annotated[Plural, _with("n")] = Field(description="{n} hours.")
    quantity_days: Annotated[Plural, _with("n")] = Field(description="{n} days.")
    quantity_months: Annotated[Plural, _with("n")] = Field(description="{n} months.")
    quantity_years: Annotated[Plural, _with("n")] = Field(description="{n} years.")
    quantity_day_of_month: Annotated[Word, _with("n", "ordinal")] = Field(
        description="A day of any month: its number {n}, or its place in an order {ordinal}."
    )


class Signs(Words):
    """Words that rules look for in texts. A text that holds one of them says the thing named by the key."""

    free: Listed[Word] = Field(description="That something costs nothing.")
    all_day: Listed[Word] = Field([], description="That something is open round the clock.")
    not_from_abroad: Listed[Word] = Field(description="That a number cannot be dialled from outside Japan.")
    before_leaving: Listed[Word] = Field([], description="That something is done before leaving Japan.")
    asking: Listed[Word] = Field(description="That a heading asks: regular expressions.")
    absent: Listed[Word] = Field(description="That something is not known: regular expressions.")
    doubt: Listed[Word] = Field(description="That something may be otherwise than told: regular expressions.")
    example: Listed[Word] = Field([], description="That what follows is an example, not a rule.")
    empty_link: Listed[Word] = Field([], description="Words of a link that do not say where it leads.")
    placeholder: Listed[Word] = Field([], description="That something is still to be written.")
    doubled: Listed[Word] = Field([], description="Words that may stand twice in a row.")
    never_doubled: Listed[Word] = Field([], description="Single characters that never stand twice in a row.")
    confused: Listed[Word] = Field([], description="Words or characters taken for each other, divided by slashes.")
    rightly_spelled: Listed[Word] = Field([], description="Rare words that are right beside a frequent one.")
    unfinished: Listed[Pattern] = Field([], description="Words that no sentence ends with, as regular expressions.")
    testimony: Listed[Pattern] = Field([], description="How a text tells from whom something is known.")


class Ways(Words):
    """How a text names the ways to cancel: regular expressions."""

    online: Listed[Pattern] = Field([], description="The way on the web.")
    phone: Listed[Pattern] = Field([], description="The way by phone.")
    shop: Listed[Pattern] = Field([], description="The way in a shop.")
    chat: Listed[Pattern] = Field([], description="The way by chat.")
    proxy: Listed[Pattern] = Field([], description="The way through someone else.")


class Verdicts(Words):
    """How a text says what a value of a record says too: regular expressions, for rules that compare the two."""

    refusal: Listed[Pattern] = Field([], description="That a way, desk or shop does not take something.")
    permission: Listed[Pattern] = Field([], description="That a way, desk or shop takes something.")
    full_month: Listed[Pattern] = Field([], description="That the last month is charged in full.")
    prorated: Listed[Pattern] = Field([], description="That the last month is charged by days.")
    before: Listed[Pattern] = Field([], description="Beside a time or date: before it, or until it.")
    after: Listed[Pattern] = Field([], description="Beside a time or date: after it, or from it on.")
    ends_by_itself: Listed[Pattern] = Field([], description="That something ends without one's doing.")
    must_act: Listed[Pattern] = Field([], description="That it goes on until one acts, or must be given back.")
    closed: Listed[Pattern] = Field([], description="That a brand takes no new customers, or has ended.")
    must_return: Listed[Pattern] = Field([], description="That the card must go back.")
    need_not_return: Listed[Pattern] = Field([], description="That the card need not go back.")
    same_day: Listed[Pattern] = Field([], description="That a line stops on the day of the request, or at once.")
    next_day: Listed[Pattern] = Field([], description="That a line stops on the day after.")
    month_end: Listed[Pattern] = Field([], description="That a line stops at the end of the month.")
    number_kept: Listed[Pattern] = Field([], description="That the phone number stays after cancelling.")
    not_for_cancelling: Listed[Pattern] = Field([], description="That a desk or page does not cancel lines.")
    for_cancelling: Listed[Pattern] = Field([], description="That a desk or page cancels lines.")
    holidays: Listed[Pattern] = Field([], description="That a desk is closed on holidays.")
    open_on_holidays: Listed[Pattern] = Field([], description="That a desk is open on holidays.")
    weekdays: Listed[Pattern] = Field([], description="Of what a source says: open on weekdays.")
    every_day: Listed[Pattern] = Field([], description="Of what a source says: open on every day.")
    charged_call: Listed[Pattern] = Field([], description="Of what a source says: the call is charged.")
    denial: Listed[Pattern] = Field([], description="Of what a source says: any word of denial.")
    cancel_page: Listed[Pattern] = Field([], description="On a button: that it opens the page on cancelling.")
    site: Listed[Pattern] = Field([], description="On a button: that it opens the site of the company.")
    submits: Listed[Pattern] = Field([], description="That a step submits something.")
    keeps_proof: Listed[Pattern] = Field([], description="That a step keeps what proves the end: a mail, a picture.")
    agrees: Listed[Pattern] = Field([], description="At the beginning of what holds: that the claim is right.")
    denies: Listed[Pattern] = Field(
        [], description="At the beginning of what holds: that nothing of the kind is known."
    )
    ways: Ways = Field(Ways(), description="How a text names the ways to cancel.")


def _named(name: str, about: str, languages: dict[str, str]) -> type[Words]:
    fields: dict[str, Any] = {
        code: (Word, Field(description=f"{about}: {english}.")) for code, english in languages.items()
    }
    return create_model(name, __base__=Words, __doc__=f"{about}.", **fields)


Spoken = _named("Spoken", "A language that a desk speaks", SPOKEN)
WrittenIn = _named("WrittenIn", "Beside a link, the language of the page behind it", PAGES)


class Reading(Words):
    """A word that printed values hold, and how it is read."""

    word: Word = Field(description="As values print it, e.g. the unit of a sum.")
    kana: Word = Field(description="Its reading.")


class PlainWords(Words):
    """What texts in plain Japanese need; no other language has them."""

    title: Word = Field(description="Heading of the block.")
    steps: Word = Field(description="Above what to do.")
    bring: Word = Field(description="Above what to have ready.")
    say: Word = Field(description="Above the sentence to say.")
    avoid: Listed[Filler] = Field(
        description="Words too hard for the block, as regular expressions, and what to write."
    )
    cannot: Pattern = Field(description="How a sentence of the block says that something is not possible.")
    can: Pattern = Field(description="How it says that something is possible.")
    readings: Listed[Reading] = Field([], description="Readings of the words that printed values bring along.")


class Made(Words):
    """How a language is made from another; only one with ``status: made`` has it."""

    source: LanguageCode | None = Field(None, description="Code of the language that its pages are made from.")
    notice: Word | None = Field(None, description="Sentence at the foot of every page: how it was made.")
    kept: Listed[NonEmpty] = Field([], description="Names and words of the source that are not converted.")
    terms: Table[NonEmpty, NonEmpty] = Field(
        {}, description="Words of the source that must not be left on any page, and what is written instead."
    )
    unlikely: Listed[NonEmpty] = Field(
        [], description="Characters that the conversion writes for frequent ones of the source, hardly ever rightly."
    )
    fine: Listed[NonEmpty] = Field([], description="Words that hold one of these in another sense.")
    theme: Table[NonEmpty, Word] = Field({}, description="Words of the theme's own templates, by their key there.")
    titles: Table[NonEmpty, Word] = Field({}, description="Titles of pages as readers search for them, by page.")


class Principle(Words):
    """How a sentence would say the opposite of what the guide holds: regular expressions; one sentence at a time."""

    about: Listed[NonEmpty] = Field(min_length=1, description="Words of which one stands in every such sentence.")
    never: Listed[Pattern] = Field([], description="Wrong, unless the sentence denies it.")
    always: Listed[Pattern] = Field([], description="Right, and wrong where the sentence denies it.")
    wrong: Listed[Pattern] = Field([], description="Wrong, with whatever stands around it.")


class LanguageFile(Words):
    """Everything the interface says in one language."""

    tag: Tag = Field(description="BCP 47 tag of the pages, e.g. ja.")
    name: Word = Field(description="Name of the language in itself.")
    short: Word = Field(description="Name of the language in the bar at the top, a few letters.")
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}_[A-Z]{2}$")] = Field(
        description="Language and territory as apps name them, for previews of links."
    )
    font: Literal["SC", "TC", "HK", "JP", "KR"] = Field(
        description="Whose forms of characters pictures show: the region of Noto Sans CJK."
    )
    status: Literal["released", "in-work", "made"] = Field(
        description="released: every page and text must be there; in-work: what is missing is shown in the default language; made: pages and texts are made from those of another language."  # noqa: E501
    )
    made: Made = Field(Made(), description="How a language is made from another.")
    site: Site = Field(description="What the site says of itself.")
    navigation: Navigation = Field(description="Entries of the navigation.")
    frame: Frame = Field(description="Words of the frame around every page.")
    scripts: Scripts = Field(description="Words that only scripts show.")
    not_found: NotFound = Field(description="Words of the page for an address that does not exist.")
    labels: Labels = Field(description="Words of the generated blocks.")
    plan: PlanWords = Field(description="Words of the leaving plan, which a script makes in the browser.")
    # Made at run time from the codes above, which no checker can follow.
    spoken: Spoken = Field(description="Names of the languages that desks speak.")  # type: ignore[valid-type]
    written_in: WrittenIn = Field(  # type: ignore[valid-type]
        description="In which language a carrier's page is written."
    )
    phrases: Phrases = Field(description="Phrases around numbers and values.")
    months: Listed[Word] = Field(
        [], description="Names of the months, where dates are written with them.", max_length=12
    )
    signs: Signs = Field(description="Words that rules look for in texts.")
    verdicts: Verdicts = Field(Verdicts(), description="How a text says what a value of a record says too.")
    alternatives: Alternatives = Field(
        Alternatives(), description="Words of which one version must not say one where the others say another."
    )
    named: Named = Field({}, description="Things that a text names in every language or in none: by id, their words.")
    notions: Table[Slug, Notion] = Field(
        {}, description="What a sentence speaks of in every version or in none, by id: the words that say it."
    )
    principles: Table[Slug, Principle] = Field(
        {}, description="What the guide holds everywhere, by id: how a sentence would say the opposite."
    )
    units: Units = Field(Units(), description="What stands behind a number, by what is counted.")
    counted: Counted = Field(Counted(), description="How a heading counts what stands below it.")
    intruders: Listed[Word] = Field([], description="Words of another language, in characters that this one has too.")
    foreign: Listed[Word] = Field([], description="Latin words in lower case that are ordinary in the language.")
    japan_times: Listed[Annotated[str, StringConstraints(pattern=r"\{time\}", max_length=80)]] = Field(
        [], description="How a text names one or two clock times, {time}, as those of Japan; the longest first."
    )
    marked_words: Listed[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?: \S")]] = Field(
        [], description="Words of other languages that get their mark wherever they stand: the tag, a colon, the words."
    )
    filler: Listed[Filler] = Field([], description="Words that say nothing, as regular expressions; what to write.")
    plain: PlainWords | None = Field(None, description="Words for texts in plain Japanese, in its file alone.")


def paths(model: type[BaseModel] = LanguageFile, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every word that a language's file holds, in order."""
    for name, field in model.model_fields.items():
        path = (*before, field.alias or name)
        if isinstance(field.annotation, type) and issubclass(field.annotation, Words):
            yield from paths(field.annotation, path)
        else:
            yield path


_PATHS = tuple(paths())


def words_of(data: object, faulty: Iterable[tuple] = ()) -> dict[str, object]:
    """The words in the plain data of a file, by their path; what is missing, no word or ``faulty`` is left out."""
    found: dict[str, object] = {}
    wrong = {fault[:length] for fault in faulty for length in range(1, len(fault) + 1)}
    for path in _PATHS:
        if path in wrong:
            continue
        value: object = data
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, str) and value.strip():
            found[".".join(path)] = value.strip("\n")
        elif isinstance(value, Mapping) and (isinstance(value.get("other"), str) or path[0] == "made"):
            found[".".join(path)] = {key: form for key, form in value.items() if isinstance(form, str)}
        elif isinstance(value, list):
            found[".".join(path)] = value
    return found
