#include "graph/documents.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

// What tells articles apart: files that do not list them have no ids.
using Key = std::tuple<std::string, std::string, std::string>;

class Uses {
public:
    explicit Uses(const KnowledgeGraph& graph) {
        for (const GraphArticle& article : graph.articles()) {
            found_[Key(article.doc, {}, {})].article = article;
        }
    }

    void count(const EdgeEvidence& statement) {
        const bool named = !statement.doc.empty();
        if (!named && statement.title.empty() && statement.url.empty()) {
            return;  // nobody knows where it comes from
        }
        const auto [place, fresh] =
            found_.try_emplace(named ? Key(statement.doc, {}, {}) : Key({}, statement.title, statement.url));
        DocumentUse& use = place->second;
        ++use.statements;
        if (fresh) {
            use.article.doc = statement.doc;
            use.article.title = statement.title;
            use.article.date = statement.published;
            use.article.source = statement.outlet;
            use.article.url = statement.url;
        }
    }

    std::vector<DocumentUse> list() {
        std::vector<DocumentUse> out;
        for (auto& [key, use] : found_) {
            out.push_back(std::move(use));
        }
        return out;
    }

private:
    std::map<Key, DocumentUse> found_;
};

void count_node(const KnowledgeGraph& graph, std::size_t node, Uses& uses) {
    std::vector<std::size_t> edges = graph.out_edges(node);
    const std::vector<std::size_t> entering = graph.in_edges(node);
    // An edge from a node to itself is in both lists.
    std::copy_if(entering.begin(), entering.end(), std::back_inserter(edges),
                 [&](std::size_t edge) { return graph.edges()[edge].source != node; });
    for (const std::size_t edge : edges) {
        for (const EdgeEvidence& statement : graph.edges()[edge].statements) {
            uses.count(statement);
        }
    }
    for (const InnerStatement& inner : graph.nodes()[node].inner) {
        uses.count(inner.statement);
    }
}

void count_all(const KnowledgeGraph& graph, Uses& uses) {
    for (const GraphEdge& edge : graph.edges()) {
        for (const EdgeEvidence& statement : edge.statements) {
            uses.count(statement);
        }
    }
    for (const GraphNode& node : graph.nodes()) {
        for (const InnerStatement& inner : node.inner) {
            uses.count(inner.statement);
        }
    }
}

Documents chosen(std::vector<DocumentUse> uses, bool only_used, const DocumentOptions& options) {
    EdgeFilter time;
    time.since = options.since;
    time.until = options.until;
    Documents out;
    out.list = std::move(uses);
    std::erase_if(out.list, [&](const DocumentUse& use) {
        return (only_used && use.statements == 0) || !in_time(use.article.date, time);
    });
    std::sort(out.list.begin(), out.list.end(), [](const DocumentUse& a, const DocumentUse& b) {
        using Order = std::tuple<bool, const std::string&, const std::string&, const std::string&, const std::string&>;
        const auto key = [](const GraphArticle& article) {
            return Order(article.date.empty(), article.date, article.doc, article.title, article.url);
        };
        return key(a.article) < key(b.article);
    });
    out.total = out.list.size();
    if (options.limit != 0 && out.list.size() > options.limit) {
        out.list.resize(options.limit);
    }
    return out;
}

}  // namespace

Documents documents(const KnowledgeGraph& graph, std::optional<std::size_t> node, const DocumentOptions& options) {
    Uses uses(graph);
    if (node) {
        count_node(graph, *node, uses);
    } else {
        count_all(graph, uses);
    }
    Documents out = chosen(uses.list(), node.has_value(), options);
    out.all_known = graph.whole_evidence();
    return out;
}

Documents documents(const std::vector<GraphArticle>& articles, const std::map<std::string, std::size_t>& uses, bool only_used,
                    const DocumentOptions& options) {
    std::vector<DocumentUse> list;
    for (const GraphArticle& article : articles) {
        const auto found = uses.find(article.doc);
        list.push_back({article, found == uses.end() ? 0 : found->second});
    }
    return chosen(std::move(list), only_used, options);
}

}  // namespace newsgraph
