// Words about an article and not about the world: credits, notes of editors, notes of correction, "read more". The table
// is extract/data/credits.tsv. Immutable after construction; safe on threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class Credits {
public:
    // Throws FormatError with `file_name` and the line.
    Credits(std::string_view table, std::string_view file_name);

    // Does this text begin like a credit, behind brackets, dashes and stars?
    bool begin(std::string_view text) const;

    // Where the credits begin in a paragraph, in bytes: 0 if all of it is one, its size if nothing is. Behind a paragraph's
    // last sentence they stand in brackets: "... he said. (Reporting by Jane Miller)".
    std::size_t begin_in(std::string_view paragraph) const;

private:
    bool end(std::string_view paragraph) const;
    bool names_follow(std::string_view text) const;

    // In small letters.
    std::vector<std::string> starts_;
    std::vector<std::string> before_names_;
    std::vector<std::string> among_names_;
    std::vector<std::string> ends_;
};

}  // namespace newsgraph
