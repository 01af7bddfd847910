// Regular expressions in Python's syntax, as the files of a pipeline hold them, run by PCRE2. A Regex is immutable and
// may be shared by threads; memory for matching is kept by the thread that matches.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::nlp {

struct Match {
    std::size_t begin;  // in bytes
    std::size_t end;
};

class Regex {
public:
    // `what` names the pattern in messages. Throws FormatError if PCRE2 cannot compile it.
    Regex(std::string_view pattern, std::string_view what);
    ~Regex();
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;

    // The leftmost match from byte `start` on; look-behinds see what is before it. An empty match at `start` does not
    // count if `not_empty_at_start`. A pattern that backtracks beyond any reason counts as no match.
    // REQUIRES: valid UTF-8, `start` at the start of a character.
    std::optional<Match> search(std::string_view text, std::size_t start = 0, bool not_empty_at_start = false) const;

    // Match of a pattern that can only end where the text ends: as search(text), but looks at the end of the text first,
    // so the time does not grow with the text where the pattern allows (all of spaCy's do).
    std::optional<Match> search_suffix(std::string_view text) const;

    // Only a match that begins at the start of the text (re.match).
    bool matches_start(std::string_view text) const;

private:
    struct Code;
    std::unique_ptr<const Code> code_;
};

// Python's spelling of a pattern in PCRE2's: \uXXXX, \UXXXXXXXX and (?u) are rewritten, \w and \S mean what they mean in
// Python 3.11.
std::string translate_pattern(std::string_view pattern);

// How many characters before the end of the text a match of an expression can begin at most, if every alternative ends
// in $ and has a limited length, or is a run of one character (\.\.+$), whose every tail is a match, too. Nothing if the
// expression is not of this kind.
std::optional<std::size_t> suffix_reach(std::string_view pattern);

}  // namespace newsgraph::nlp
