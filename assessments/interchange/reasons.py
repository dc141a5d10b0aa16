"""The sentences of reports on files, for whoever imports or exports.

A table of its own: the registry of refusals is for what a person asked for and may not have.
"""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    # The file
    "import_file_empty": _("The file is empty."),
    "import_file_too_large": _("The file is larger than {limit} MB."),
    "import_file_format_unknown": _(
        "The file is in none of the known formats. Name the format, if you know it."
    ),
    "format_unknown": _("“{format}” is not a known format. Known: {known}."),
    "format_only_read": _("{label} is read, not written."),
    "encoding_unknown": _("“{encoding}” is not a known encoding."),
    "encoding_differs": _("The file is not in {encoding}, which was named for it."),
    "encoding_not_utf8": _(
        "The file is not in UTF-8. In {likely} this line would read: “{said}” If that is right,"
        " name {likely} as the encoding and import again. Nothing was read."
    ),
    "xml_not_well_formed": _("The XML is broken here: {fault}."),
    "xml_forbidden": _("The XML declares a document type or entities, which is never read."),
    "xml_too_deep": _("The XML is nested deeper than {limit} levels or has too many parts."),
    "xml_root_unknown": _("The XML begins with “{root}”, which is none of the known formats."),
    "qti_1_2": _("QTI 1.2 is not read. Export as QTI 2.1, 2.2 or 3.0, or as Moodle XML."),
    "manifest_alone": _("This is a manifest without its package. Import the whole zip file."),
    "package_broken": _("The package is not a readable zip file."),
    "package_too_large": _("The package holds more than {limit} {unit}."),
    "package_path": _("The package names a file outside itself: “{path}”."),
    "package_link": _("The package holds a link instead of a file: “{path}”."),
    "package_without_items": _("The package holds no questions."),
    # A question that is not read
    "question_unreadable": _("Not readable: {fault}."),
    "question_without_answers": _("A text without a question. Nothing to answer, so left out."),
    "question_repeated": _("The same question stands on line {line}."),
    "question_kind_unsupported": _("Questions of the type “{kind}” are not read."),
    "too_many_options": _("More than {limit} options."),
    "braces_open": _("A brace is opened on this line and never closed."),
    "answers_unreadable": _("The answers are not readable: “{said}”."),
    "answer_line_missing": _("The question ends without a line “ANSWER: …”."),
    "answer_names_no_option": _("The answer names “{named}”, which is none of the options."),
    "number_unreadable": _("“{said}” is not a number."),
    "cloze_too_few_options": _("The gap in column {column} offers fewer than two answers."),
    "cloze_brace_open": _("The gap in column {column} is never closed."),
    "gap_unknown": _("The gap [[{name}]] has no options."),
    "cloze_kind_unsupported": _("The gap of the type “{kind}” is not read."),
    "adaptive_unsupported": _("Adaptive items change as they are answered; they are not read."),
    "template_unsupported": _("Items whose values are drawn anew each time are not read."),
    "interaction_unsupported": _("The interaction “{name}” is not read."),
    "interaction_missing": _("The item has no interaction."),
    "response_undeclared": _(
        "The interaction answers to “{named}”, which the item does not declare."
    ),
    "math_unsupported": _("It holds formulas in MathML, which are not read."),
    "package_file_missing": _("The package names “{path}”, which is not in it."),
    "side_without_partner": _("“{text}” has no right partner, or more than one."),
    "key_missing": _("The item does not say what is right."),
    "associations_overlap": _("One thing stands in two right pairs; matching has no word for it."),
    "csv_columns_missing": _("The table has no column “{column}”."),
    "csv_cell_unreadable": _("The column “{column}” holds “{said}”, which is not readable."),
    # A question that came through, and what did not
    "ref_repeated": _("Another question has the name “{name}”; this one got an id of its own."),
    "share_not_kept": _("“{text}” was worth {share} %. Here it is {kept}."),
    "share_nearest": _("“{text}” was worth {share} %; the nearest exact share is {kept}."),
    "weights_not_kept": _("Its own weights are not kept; the marks are given {scoring}."),
    "test_left": _("The order and rules of the test “{path}” are not read, only its questions."),
    "range_as_tolerance": _("The range {low} to {high} is kept as {value} ± {tolerance}."),
    "numbers_left": _("One number with one tolerance is kept; left out: {said}."),
    "marks_nearest": _("It was worth {was}; marks are whole here, so it is worth {now}."),
    "settings_left": _("Not kept: {names}."),
    "markdown_kept": _("The text is Markdown and is kept as it stands."),
    "markup_stripped": _("Emphasis and layout were taken off; the words are kept."),
    "table_as_text": _("A table became lines of text."),
    "media_left": _("Sound, film or another file is not kept: {name}."),
    "picture_absent": _("The picture “{name}” is not in the file; its description stands in."),
    "picture_elsewhere": _("The picture “{name}” lies on another server and is not fetched."),
    "picture_refused": _("The picture “{name}” is not kept: {fault}."),
    "picture_without_alt": _("The picture “{name}” has no description. Write one."),
    "associate_as_matching": _("Pairs without an order became a matching question."),
    "parts_as_scenario": _("Several questions in one became a case with {count} questions."),
    "changed_elsewhere": _(
        "Another program changed this question since it left here; its words are followed."
    ),
    "looks_garbled": _("Some letters look wrongly decoded: “{said}”. Check the encoding."),
    "nothing_offered": _("No option is right."),
    "essay_rubric_made": _(
        "The file has no rubric. One criterion, all or nothing, stands in; write a better one."
    ),
    "scoring_nearest": _("Its marks are given {scoring}, the nearest rule there is here."),
    # Writing
    "kind_not_carried": _("Left out: {label} has no word for “{kind}”."),
    "pictures_not_carried": _(
        "{label} carries no pictures; their names and descriptions stand in the text."
    ),
    "not_faithful": _("Left out: {label} would change its {names}."),
    "fields_not_carried": _("{label} does not carry: {names}."),
    "fields_only_here": _("Other programs will not see: {names}."),
    "picture_unknown": _("The picture {name} is not at hand; its description stands in."),
    # Into a bank
    "outcome_missing": _(
        "It does not say which outcome it tests, and none was named for the import."
    ),
    "outcome_unknown": _("The outcome {outcome} is not known here, and none was named instead."),
    "outcome_differs": _(
        "The item here tests {here}, the file says {outcome}. A question that tests something else"
        " gets another id."
    ),
    "older_here": _("Its wording is version {number} here and was rewritten since; left as it is."),
    "not_ready": _("Before it can be reviewed: {words}"),
    "picture_nowhere": _("The picture {picture} is neither in the file nor here."),
    "stem_stands_in": _("The file asks nothing in words; “{said}” stands in."),
    # Out of a bank
    "no_live_version": _("Left out: no version of it is live."),
}
