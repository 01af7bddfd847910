#include "cli/evidence_text.hpp"

#include "cli/table.hpp"
#include "extract/base/utf8.hpp"

#include <cstddef>
#include <cstdint>

namespace newsgraph::cli {

std::string emphasized(const std::string& text, bool color) {
    return color ? "\x1B[1m" + text + "\x1B[0m" : text;
}

std::string_view status_mark(EdgeStatus status) {
    switch (status) {
        case EdgeStatus::asserted: return "";
        case EdgeStatus::negated: return " (negated)";
        case EdgeStatus::unrealized: return " (unrealized)";
    }
    return "";
}

std::string edge_text(const KnowledgeGraph& graph, const GraphEdge& edge) {
    std::string text = one_line_of(graph.nodes()[edge.source].label);
    text.append(edge.symmetric ? " <--" : " --").append(edge.relation).append(status_mark(edge.status));
    return text.append("--> ").append(one_line_of(graph.nodes()[edge.target].label));
}

std::string sentence_with_cue(const EdgeEvidence& statement, bool color) {
    if (statement.cue_begin >= statement.cue_end) return one_line_of(statement.text);
    std::string before;
    std::string cue;
    std::string after;
    std::uint32_t position = 0;
    for (std::size_t offset = 0; offset < statement.text.size(); ++position) {
        const std::size_t begin = offset;
        utf8::next(statement.text, offset);
        std::string& part = position < statement.cue_begin ? before : position < statement.cue_end ? cue : after;
        part.append(statement.text, begin, offset - begin);
    }
    if (cue.empty()) return one_line_of(statement.text);
    return one_line_of(before) + emphasized("*" + one_line_of(cue) + "*", color) + one_line_of(after);
}

std::string origin_text(const EdgeEvidence& statement) {
    std::string origin = one_line_of(statement.published);
    const auto add = [&](std::string_view between, const std::string& part) {
        if (part.empty()) return;
        if (!origin.empty()) origin += between;
        origin += one_line_of(part);
    };
    add(", ", statement.outlet);
    add(statement.outlet.empty() ? ", " : ": ", statement.title);
    add(", ", statement.url);
    return origin.empty() ? one_line_of(statement.doc) : origin;
}

}  // namespace newsgraph::cli
