// What a person decided about names, against the rules or beyond them. It is kept beside the evidence, so that it survives
// whatever is derived anew. A value.
#pragma once

#include <string>

namespace newsgraph {

struct Decision {
    std::string kind;  // same, different, rename, retype
    std::string subject;
    std::string object;

    auto operator<=>(const Decision&) const = default;
};

}  // namespace newsgraph
