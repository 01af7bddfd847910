// What an article was read with: all that decides, beside its text, what is read out of it. A value.
#pragma once

#include <string>

namespace newsgraph {

struct Reading {
    std::string model;      // name and version of the language model
    std::string relations;  // SHA-256 of the relation table, in hexadecimal
    std::string options;    // words parted by blanks, sorted: "open statements"; "" for none
    std::string program;    // version of this program

    auto operator<=>(const Reading&) const = default;
};

}  // namespace newsgraph
