// HTML inside fields of JSON ("<p>He came.</p>") to text. No tree is built: tags are looked at one by one, so that damaged
// and hostile markup costs no more than any other, and what is no tag stays text. Pure functions, linear in the text.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::readers {

// Two tags of HTML at least, one of them a closing one or <br>; "<DBKG.F>" or "a < b" is none, "<P>" may be a share's symbol.
bool is_html(std::string_view text);

// What a browser would show, with runs of white space as one blank: an empty line between blocks and items of lists, a line
// break for <br> and between rows of tables, a tab between cells. Entities are resolved; scripts, styles and comments are
// left out. `html` is valid UTF-8, and so is the result.
std::string text_of_html(std::string_view html);

}  // namespace newsgraph::readers
