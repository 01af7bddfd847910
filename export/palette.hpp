// How node types and kinds of relations look, the same in every format that has colours. Constant.
#pragma once

#include <string_view>

namespace newsgraph {

struct TypeStyle {
    std::string_view type;
    std::string_view color;   // #rrggbb, on white
    std::string_view fill;    // #rrggbb, under black letters
    std::string_view shape;   // Graphviz
};

// What is no type of ours looks like a concept.
const TypeStyle& type_style(std::string_view type);

// By PLOVER's quad (VC, MC, VX, MX; anything else is neutral): a name of X11's that Graphviz knows.
std::string_view quad_color(std::string_view quad);

// The same, dark enough for words.
std::string_view quad_text_color(std::string_view quad);

}  // namespace newsgraph
