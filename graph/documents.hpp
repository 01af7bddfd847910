// The articles that a graph was made from, or those that say something about one node. A pure function.
#pragma once

#include "graph/queries.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph {

struct DocumentOptions {
    std::string since;  // publication dates; "" does not filter, undated articles pass only where neither does
    std::string until;
    std::size_t limit = 0;
};

struct DocumentUse {
    GraphArticle article;        // of a file that does not list its articles: title and address only
    std::size_t statements = 0;  // that the graph has from it, of every status
};

struct Documents {
    std::vector<DocumentUse> list;  // by date, undated ones last; then by doc, title, address
    std::size_t total = 0;          // how many there are without the limit
    bool all_known = true;          // false: a file that has the articles of its edges' best sentences only
};

// Without a node all articles, also those that say nothing. O(statements log articles).
Documents documents(const KnowledgeGraph& graph, std::optional<std::size_t> node, const DocumentOptions& options);

// The same where it has been counted how many statements each article has, by its id. `only_used`: those that have some.
Documents documents(const std::vector<GraphArticle>& articles, const std::map<std::string, std::size_t>& uses, bool only_used,
                    const DocumentOptions& options);

}  // namespace newsgraph
