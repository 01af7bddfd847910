#include "export/palette.hpp"

#include <array>

namespace newsgraph {

namespace {

constexpr std::array<TypeStyle, 10> styles = {{
    {"person", "#4e79a7", "#c6dbef", "ellipse"},
    {"organization", "#f28e2b", "#ffdcb0", "box"},
    {"country", "#59a14f", "#c5e3b6", "hexagon"},
    {"place", "#8cd17d", "#e5f2d8", "hexagon"},
    {"group", "#edc948", "#fbedb3", "octagon"},
    {"agreement", "#b07aa1", "#e7d0e1", "note"},
    {"event", "#e15759", "#f9c9c6", "diamond"},
    {"product", "#9c755f", "#e3d3c8", "component"},
    {"work", "#76b7b2", "#cfe7e4", "tab"},
    {"concept", "#bab0ac", "#ececec", "plaintext"},
}};

}  // namespace

const TypeStyle& type_style(std::string_view type) {
    for (const TypeStyle& style : styles) {
        if (style.type == type) {
            return style;
        }
    }
    return styles.back();
}

std::string_view quad_color(std::string_view quad) {
    if (quad == "VC") {
        return "steelblue";
    }
    if (quad == "MC") {
        return "turquoise4";
    }
    if (quad == "VX") {
        return "darkorange3";
    }
    if (quad == "MX") {
        return "firebrick4";
    }
    return "gray40";
}

std::string_view quad_text_color(std::string_view quad) {
    if (quad == "VC") {
        return "steelblue4";
    }
    if (quad == "VX") {
        return "darkorange4";
    }
    return quad_color(quad);
}

}  // namespace newsgraph
