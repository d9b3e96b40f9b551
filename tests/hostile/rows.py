"""Every kind of hostile input that the readers are tried with, and the tests that say how it ends."""

from __future__ import annotations

PACKAGES, XML, DOCUMENTS, WORKBOOKS = (f"test_hostile_{name}" for name in ("packages", "xml", "documents", "workbooks"))
TEXT, FILES, OUTPUTS, OUTSIDE, PROCESS = (
    "test_hostile_text", "test_hostile_files", "test_hostile_outputs", "test_nothing_outside", "test_whole_process",
)  # fmt: skip

ROWS: dict[str, dict[str, tuple[str, ...]]] = {
    "ZIP bomb, one part": {
        PACKAGES: (
            "test_a_part_that_unpacks_to_far_more_than_its_size_is_refused",
            "test_a_bomb_costs_no_more_memory_than_it_claims_size",
            "test_a_part_over_the_limit_and_parts_over_it_together_are_refused",
            "test_too_many_entries_are_refused_before_any_is_looked_at",
        ),
        PROCESS: ("test_a_hostile_file_is_one_line_and_exit_code_3",),
    },
    "Bomb in unread media": {PACKAGES: ("test_a_bomb_in_a_part_that_nobody_reads_is_never_unpacked",)},
    "Quoted-overlap bomb": {
        PACKAGES: (
            "test_the_quoted_overlap_bomb_is_what_it_is_said_to_be",
            "test_a_quoted_overlap_bomb_is_refused_before_anything_is_unpacked",
            "test_an_entry_that_reaches_into_the_directory_or_lies_in_it_is_refused",
        )
    },
    "Nested docx, quine": {
        PACKAGES: (
            "test_a_document_within_a_document_is_not_opened",
            "test_a_package_that_holds_itself_over_and_over_is_read_once",
        )
    },
    "zip64/size/CRC lies": {
        PACKAGES: (
            "test_headers_that_do_not_say_the_same_are_refused",
            "test_headers_that_agree_on_a_lie_are_refused",
            "test_lies_in_the_long_form_are_refused",
            "test_an_end_that_does_not_fit_the_directory_is_refused",
            "test_a_second_directory_is_refused",
        )
    },
    "Traversal, absolute, backslash, drive, NUL names": {
        PACKAGES: (
            "test_names_that_lead_out_are_never_followed",
            "test_a_relationship_that_leads_out_of_the_package_finds_nothing",
        )
    },
    "Duplicate/case-equal entries": {PACKAGES: ("test_two_entries_that_some_program_takes_for_one_are_refused",)},
    "Symlink entry": {PACKAGES: ("test_a_link_is_bytes_like_any_other",)},
    "Encrypted CFB named .docx": {
        PACKAGES: ("test_an_encrypted_or_old_file_is_told_whatever_its_name", "test_an_encrypted_entry_is_told_as_such")
    },
    "Macro-enabled, templates": {
        PACKAGES: (
            "test_documents_with_macros_and_templates_are_read_as_text",
            "test_workbooks_with_macros_and_templates_are_read_as_text",
        )
    },
    "External rels, attachedTemplate, linked image": {
        DOCUMENTS: ("test_what_lies_outside_is_never_looked_up", "test_a_main_part_outside_of_the_package_is_one_line"),
        OUTSIDE: (
            "test_no_hostile_draft_makes_anything_be_opened_or_connected",
            "test_the_listener_hears_a_file_and_a_connection",
        ),
    },
    "Billion laughs, quadratic, in every part": {
        XML: (
            "test_a_document_type_in_any_part_of_a_document_is_an_error",
            "test_a_document_type_in_any_part_of_a_workbook_is_an_error",
            "test_a_document_type_in_a_part_that_is_read_piece_by_piece_is_an_error",
        )
    },
    "XXE, external DTD": {
        XML: ("test_a_document_type_in_any_part_of_a_document_is_an_error",),
        OUTSIDE: ("test_no_hostile_draft_makes_anything_be_opened_or_connected",),
    },
    "Internal entity carrying text": {XML: ("test_a_document_type_in_any_part_of_a_document_is_an_error",)},
    "Deep nesting (tables, sdt)": {
        XML: (
            "test_nesting_without_end_is_refused",
            "test_the_deepest_nesting_that_is_allowed_is_read",
            "test_the_deepest_tables_that_are_allowed_are_read",
        )
    },
    "12 MiB text node/attribute; 400,000 paragraphs; 60,000-cell table; gridSpan 99,999,999": {
        XML: (
            "test_a_text_longer_than_ten_megabytes_is_refused",
            "test_a_tree_of_more_tags_than_allowed_is_refused_before_it_is_built",
        ),
        DOCUMENTS: (
            "test_many_paragraphs_take_time_in_proportion_or_are_refused",
            "test_a_table_of_sixty_thousand_cells_is_read",
            "test_a_span_without_sense_makes_no_cells",
        ),
    },
    "Huge shared strings; 1,048,576 style-only rows; lone cell XFD1048576; lying dimension": {
        WORKBOOKS: (
            "test_a_long_string_that_thousands_of_cells_share_is_not_read_over_and_over",
            "test_many_strings_are_read_in_time",
            "test_a_million_rows_with_a_look_and_nothing_else_are_passed_over",
            "test_a_lone_cell_at_the_far_end_is_read",
            "test_a_lying_dimension_is_not_believed",
            "test_more_cells_than_a_document_has_are_said_and_not_read",
        )
    },
    "Merge A1:XFD1048576; 15,000 or overlapping merges": {
        WORKBOOKS: (
            "test_a_merge_of_the_whole_sheet_is_kept_as_a_range",
            "test_thousands_of_merges_are_read_in_time",
            "test_a_merge_without_sense_is_passed_over",
        )
    },
    "Bad refs, row 0/−5, index out of range, `NaN`, bad bool/date/style": {
        WORKBOOKS: (
            "test_a_row_without_a_usable_number_is_said_and_the_others_are_read",
            "test_a_cell_without_a_usable_place_is_said_and_the_others_are_read",
            "test_a_cell_that_is_not_what_it_says_costs_no_other_cell",
            "test_a_number_format_without_sense_is_read_in_time",
            "test_a_date_outside_of_the_calendar_is_no_fault",
            "test_columns_without_end_are_taken_as_far_as_a_sheet_goes",
        )
    },
    "Missing/renamed/cyclic parts, `NULL` target, wrong root, xlsx as docx": {
        DOCUMENTS: (
            "test_a_document_without_its_main_part_is_one_line",
            "test_parts_are_found_by_their_relationships_wherever_they_are",
            "test_parts_that_point_at_each_other_are_read_once",
            "test_a_missing_or_empty_part_beside_the_main_one_is_no_fault",
            "test_a_package_is_what_it_holds_and_not_what_its_name_says",
            "test_a_workbook_that_calls_itself_a_document_is_one_line",
        )
    },
    "Invalid UTF-8, UTF-7, NUL, lone surrogate, CRLF": {
        XML: (
            "test_utf_16_is_read_and_its_document_types_are_found",
            "test_other_encodings_are_refused",
            "test_what_is_no_xml_is_refused",
            "test_line_ends_and_escaped_signs_are_read_as_xml_says",
        ),
        TEXT: ("test_text_that_is_none_is_refused", "test_all_line_ends_are_one"),
        OUTPUTS: (
            "test_signs_that_xml_cannot_hold_are_left_out_and_markup_is_words",
            "test_a_lone_half_of_a_sign_in_a_name_breaks_no_output",
        ),
    },
    "Formula injection": {
        OUTPUTS: ("test_words_that_look_like_a_formula_are_written_as_text",),
        WORKBOOKS: ("test_a_formula_in_a_draft_is_text_and_is_never_computed",),
    },
    "HTML/script/`javascript:`": {
        TEXT: (
            "test_markup_in_a_text_draft_is_never_more_than_words",
            "test_a_link_that_would_run_something_stays_words",
            "test_markup_in_a_document_is_words_too",
        ),
        OUTPUTS: ("test_a_draft_cannot_command_the_terminal_or_break_the_json",),
    },
    "RTL overrides, zero-width, homoglyphs, full-width/Arabic digits": {
        TEXT: (
            "test_a_text_in_disguise_is_read_as_what_it_says",
            "test_a_text_in_disguise_is_judged_like_the_plain_one_and_quoted_as_it_stands",
            "test_signs_that_deceive_are_said_with_their_place",
            "test_what_deceives_is_shown_by_its_number_in_the_terminal",
        )
    },
    "w:vanish, white, ≤2 pt text, off-page": {
        DOCUMENTS: (
            "test_text_that_nobody_sees_is_kept_apart_and_said",
            "test_words_moved_off_the_page_are_kept_apart",
        )
    },
    "Tracked ins/del/moves, comments, text boxes, fields, nested tables, AlternateContent, `w:sym`, smart quotes": {
        DOCUMENTS: ("test_what_a_person_sees_is_what_is_read",)
    },
    "0-byte, directory, FIFO, device, permission denied, wrong extension": {
        FILES: (
            "test_an_empty_file",
            "test_a_folder_and_a_missing_file",
            "test_a_pipe_and_a_socket_are_not_opened",
            "test_a_device_is_not_opened",
            "test_links_are_followed_to_files_and_not_into_nothing",
            "test_a_file_that_may_not_be_read",
            "test_a_file_that_may_not_be_read_is_one_line",
            "test_a_file_is_what_its_bytes_say_whatever_its_ending",
        )
    },
    "Disk full, kill -9 mid-write, concurrent writers, read-only dir": {
        OUTPUTS: (
            "test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one",
            "test_two_writers_at_once_leave_one_of_their_files_whole",
            "test_a_full_disk_or_a_locked_folder_leaves_the_old_file",
            "test_a_full_disk_is_said_where_the_report_goes_to_it",
        )
    },
    "Unicode/255-byte/leading-dash names, CON, NUL.docx, trailing dot": {
        FILES: (
            "test_a_draft_of_any_name_is_scored",
            "test_a_name_that_is_no_text_is_read_and_shown",
            "test_a_name_that_the_system_refuses_is_one_line",
        ),
        OUTPUTS: (
            "test_names_that_windows_does_not_make_are_not_written",
            "test_other_names_are_written",
            "test_a_name_that_begins_with_a_dash_is_a_file_where_it_is_said_so",
        ),
    },
}
"""Kind of input to the modules and tests that try it."""
