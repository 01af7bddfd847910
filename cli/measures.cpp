#include "cli/measures.hpp"

#include <array>
#include <charconv>

namespace newsgraph::cli {

Measure measure_of(const CommandLine& line) {
    const std::string name = line.text("by");
    if (name == "degree") return Measure::degree;
    if (name == "betweenness") return Measure::betweenness;
    return name == "mentions" ? Measure::mentions : Measure::pagerank;
}

std::string measure_text(Measure measure, double value) {
    const int digits = measure == Measure::pagerank ? 6 : measure == Measure::betweenness ? 3 : 0;
    std::array<char, 400> text{};  // the largest double has 309 digits
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    return {text.data(), end.ptr};
}

void say_if_sampled(const Top& found, Terminal& terminal) {
    if (found.sampled) terminal.warning("the graph is large: betweenness is estimated from the ways of 500 nodes");
}

}  // namespace newsgraph::cli
