// Edges and the statements behind them as lines of text. Pure functions.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string>
#include <string_view>

namespace newsgraph::cli {

// Bold, if `color`.
std::string emphasized(const std::string& text, bool color);

// "", " (negated)" or " (unrealized)".
std::string_view status_mark(EdgeStatus status);

// "Russia --attacks--> Ukraine", "A <--meets--> B".
std::string edge_text(const KnowledgeGraph& graph, const GraphEdge& edge);

// The sentence with stars around its cue; the words beside it tell a star of the text from one of these.
std::string sentence_with_cue(const EdgeEvidence& statement, bool color);

// "2026-01-07, The Continental Dispatch: Zelensky signs declaration, https://..."
std::string origin_text(const EdgeEvidence& statement);

}  // namespace newsgraph::cli
