#include "graph/name_search.hpp"

#include "extract/base/utf8.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

using Fit = std::pair<NameFit, std::size_t>;

// Nobody types more, and two very long texts take long to compare.
constexpr std::size_t longest_with_slips = 100;

std::size_t slips_allowed(std::size_t length) {
    if (length < 3 || length > longest_with_slips) {
        return 0;
    }
    return length < 6 ? 1 : 2;
}

class Search {
public:
    explicit Search(std::string_view text)
        : wanted_(name_key(text)),
          letters_(utf8::decode(wanted_)),
          words_(static_cast<std::size_t>(std::count(wanted_.begin(), wanted_.end(), ' ')) + 1),
          slips_(slips_allowed(letters_.size())) {}

    std::optional<Fit> fit(const std::string& name) const {
        const std::string key = name_key(name);
        if (wanted_.empty()) {
            return std::nullopt;
        }
        if (key == wanted_) {
            return Fit(NameFit::exact, 0);
        }
        if (key.starts_with(wanted_)) {
            return Fit(NameFit::prefix, 0);
        }
        if (key.find(" " + wanted_) != std::string::npos) {
            return Fit(NameFit::word, 0);
        }
        const std::size_t slips = fewest_slips(utf8::decode(key));
        return slips <= slips_ ? std::optional(Fit(NameFit::fuzzy, slips)) : std::nullopt;
    }

private:
    // Of the whole name, and of each run of so many words as the text has.
    std::size_t fewest_slips(const std::u32string& key) const {
        if (slips_ == 0) {
            return 1;
        }
        std::size_t fewest = edit_distance(key, letters_, slips_);
        std::vector<std::size_t> begins = {0};
        for (std::size_t i = 0; i < key.size(); ++i) {
            if (key[i] == U' ') {
                begins.push_back(i + 1);
            }
        }
        begins.push_back(key.size() + 1);
        for (std::size_t i = 0; i + words_ < begins.size(); ++i) {
            const std::u32string_view run = std::u32string_view(key).substr(begins[i], begins[i + words_] - 1 - begins[i]);
            fewest = std::min(fewest, edit_distance(run, letters_, slips_));
        }
        return fewest;
    }

    std::string wanted_;
    std::u32string letters_;
    std::size_t words_;
    std::size_t slips_;
};

}  // namespace

std::string_view to_string(NameFit fit) {
    switch (fit) {
    case NameFit::exact:
        return "exact";
    case NameFit::prefix:
        return "prefix";
    case NameFit::word:
        return "word";
    case NameFit::fuzzy:
        break;
    }
    return "fuzzy";
}

std::vector<NameHit> search_names(const KnowledgeGraph& graph, std::string_view text) {
    const Search search(text);
    std::vector<NameHit> hits;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        std::optional<Fit> best;
        std::string name;
        const auto look = [&](const std::string& candidate) {
            const std::optional<Fit> fit = search.fit(candidate);
            if (fit && (!best || *fit < *best)) {
                best = fit;
                name = candidate;
            }
        };
        look(graph.nodes()[i].label);
        for (const std::string& alias : graph.nodes()[i].aliases) {
            look(alias);
        }
        if (best) {
            hits.push_back({i, std::move(name), best->first, best->second});
        }
    }
    std::sort(hits.begin(), hits.end(), [&](const NameHit& a, const NameHit& b) {
        const GraphNode& x = graph.nodes()[a.node];
        const GraphNode& y = graph.nodes()[b.node];
        return std::tie(a.fit, a.slips, y.mentions, x.label, a.node) < std::tie(b.fit, b.slips, x.mentions, y.label, b.node);
    });
    return hits;
}

}  // namespace newsgraph
