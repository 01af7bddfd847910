// What a line of pasted text looks like: an item of a list, a row of a table, a quotation of a mail, somebody's turn to
// speak. Judged by the line alone; parts.cpp judges it by its neighbours. Pure functions, linear in the line. Lengths are
// bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsgraph::lines {

// Without blanks and line ends around it.
std::string_view trim(std::string_view text);

// The marks of quoted mail at the beginning, blanks included: 3 for "> He came". `depth` counts the marks.
struct QuoteMarks {
    std::size_t length = 0;
    std::size_t depth = 0;
};
QuoteMarks quote_marks(std::string_view line);

// The mark of an item with the blanks around it ("- ", "2. ", "(a) "); 0 if there is none. `sure`: a bullet, which stands
// nowhere else; a dash or a number may also have been wrapped to the beginning of a line.
struct ListMark {
    std::size_t length = 0;
    bool sure = false;
};
ListMark list_mark(std::string_view line);

// Cells parted by bars, tabs or wide gaps, or a rule of dashes.
bool is_table_row(std::string_view line);

// "ANNA SMITH: We will" - a label of names or capitals, or Q and A.
struct SpeakerLabel {
    std::size_t name_begin = 0;  // behind blanks
    std::size_t name_end = 0;
    std::size_t length = 0;  // with the colon and the blanks behind it
};
std::optional<SpeakerLabel> speaker_label(std::string_view line);

// Names, digits, commas, brackets and slashes, and no words in small letters but those that names have.
bool is_made_of_names(std::string_view text);

}  // namespace newsgraph::lines
