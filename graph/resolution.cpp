#include "graph/resolution.hpp"

#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/names.hpp"
#include "graph/proposals.hpp"
#include "graph/short_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace newsgraph {

namespace {

using detail::Joiner;
using detail::Link;
using detail::Proposals;
using detail::TypedName;

constexpr std::size_t longest_id = 200;   // bytes; Graphviz and spreadsheets have their limits
constexpr std::size_t shortest_end = 8;   // hexadecimal digits

// A label of several words is one thing whatever an article takes it for ("Chidi Obi", "Washington Post"), but for places,
// which teams and peoples are called after.
std::string comparable_type(const TypedName& label) {
    static const std::set<std::string, std::less<>> alike = {"person", "organization", "product", "work"};
    return label.second.find(' ') != std::string::npos && alike.count(label.first) != 0 ? "name" : label.first;
}

// Of bare names (`bare`) or of all others.
std::vector<Link> same_label_links(const Proposals& proposals, bool bare, const std::set<std::size_t>& settled = {}) {
    std::map<TypedName, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        if (proposals.list[i].bare != bare || settled.contains(i)) {
            continue;
        }
        std::set<TypedName> labels;
        for (const TypedName& label : proposals.list[i].labels) {
            labels.emplace(comparable_type(label), label.second);
        }
        for (const TypedName& label : labels) {
            if (!label.second.empty()) {
                holders[label].push_back(i);
            }
        }
    }
    std::vector<Link> links;
    for (const auto& [label, ids] : holders) {
        const auto known = std::count_if(ids.begin(), ids.end(),
                                         [&](std::size_t i) { return is_wikidata_id(proposals.list[i].id); });
        // Two known things of one name: nobody can say which of them the unknown one is.
        std::vector<std::size_t> members;
        std::copy_if(ids.begin(), ids.end(), std::back_inserter(members), [&](std::size_t i) {
            return known < 2 || !is_wikidata_id(proposals.list[i].id);
        });
        for (std::size_t i = 1; i < members.size(); ++i) {
            links.push_back({"same label", label.first, label.second, members[0], members[i]});
        }
    }
    return links;
}

// Links for bare names with a proposed id that nothing else was found for, as other things with one id are one.
std::vector<Link> same_id_links(const Proposals& proposals, const std::set<std::size_t>& settled) {
    std::map<std::string, std::size_t> first;
    std::vector<Link> links;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        if (!proposals.list[i].bare || settled.contains(i)) {
            continue;
        }
        const auto [place, fresh] = first.emplace(proposals.list[i].id, i);
        if (!fresh) {
            links.push_back({"same id", "", "", place->second, i});
        }
    }
    return links;
}

// Blanks and control characters end an id in one file format or another, dots part the ends of an edge id, igraph 1.0
// reads "&" in an id as "&#38;": of ASCII only letters, digits and the marks of proposed ids stay.
std::string safe_id(const std::string& id) {
    std::string out;
    for (std::size_t at = 0; at < id.size();) {
        const char32_t c = utf8::next(id, at);
        const bool word = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
        const bool good = c < 0x80 ? word || c == U':' || c == U'-' || c == U'_'
                                   : c > 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFFFE && c != 0xFFFF;
        utf8::append(out, good ? c : U'-');
    }
    return out;
}

// The id with an end of its own. Another `length` gives another end, should some node have this one as its id already.
std::string with_end(const std::string& id, const std::string& proposed, std::size_t length) {
    std::size_t cut = std::min(id.size(), longest_id);
    while (cut < id.size() && (static_cast<unsigned char>(id[cut]) & 0xC0U) == 0x80U) {
        --cut;
    }
    return id.substr(0, cut) + "-" + sha256(proposed + "#" + std::to_string(length)).substr(0, length);
}

std::map<std::size_t, std::string> node_ids(const Proposals& proposals, const std::map<std::size_t, std::size_t>& heads) {
    std::map<std::string, std::size_t> uses;
    for (const auto& [group, head] : heads) {
        ++uses[safe_id(proposals.list[head].id)];
    }
    std::map<std::size_t, std::string> out;
    std::set<std::string> taken;
    const auto is_good = [&](const std::string& id) { return uses[id] == 1 && id.size() <= longest_id; };
    for (const auto& [group, head] : heads) {
        const std::string id = safe_id(proposals.list[head].id);
        if (is_good(id)) {
            taken.insert(out[group] = id);
        }
    }
    for (const auto& [group, head] : heads) {
        const std::string& proposed = proposals.list[head].id;
        const std::string id = safe_id(proposed);
        for (std::size_t length = shortest_end; !is_good(id) && out[group].empty(); ++length) {
            const std::string candidate = with_end(id, proposed, length);
            if (taken.insert(candidate).second) {
                out[group] = candidate;
            }
        }
    }
    return out;
}

}  // namespace

Resolution resolve(const EvidenceSet& evidence) {
    const Proposals proposals = detail::gather(evidence);
    Joiner joiner(proposals);
    joiner.apply(same_label_links(proposals, false));
    const std::vector<Link> short_links = detail::short_name_links(proposals, joiner);
    std::set<std::size_t> short_groups;
    for (const Link& link : short_links) {
        short_groups.insert(joiner.group_of(link.b));
    }
    std::vector<bool> short_names;
    std::set<std::size_t> settled;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        short_names.push_back(short_groups.count(joiner.group_of(i)) != 0);
        if (short_names.back()) {
            settled.insert(i);
        }
    }
    joiner.apply(short_links);
    joiner.apply(same_id_links(proposals, settled));
    joiner.apply(same_label_links(proposals, true, settled));
    joiner.apply(detail::one_word_links(proposals, joiner));

    const std::map<std::size_t, std::size_t> heads = joiner.heads(short_names);
    const std::map<std::size_t, std::string> ids = node_ids(proposals, heads);
    Resolution out;
    for (const std::size_t proposal : proposals.of) {
        out.nodes.push_back(ids.at(joiner.group_of(proposal)));
        out.short_names.push_back(short_names[proposal]);
    }
    for (const Link& link : joiner.made()) {
        const std::size_t head = heads.at(joiner.group_of(link.a));
        const std::string& from = proposals.list[link.b == head ? link.a : link.b].id;
        const std::string& into = proposals.list[link.b == head ? link.b : link.a].id;
        if (from != into) {
            out.merges.push_back({from, into, link.rule, link.detail, ids.at(joiner.group_of(link.a))});
        }
    }
    // A bare name may have come to it in many documents.
    const auto key = [](const Merge& merge) { return std::tie(merge.into, merge.from, merge.rule, merge.detail, merge.node); };
    std::sort(out.merges.begin(), out.merges.end(), [&](const Merge& x, const Merge& y) { return key(x) < key(y); });
    out.merges.erase(std::unique(out.merges.begin(), out.merges.end(), [&](const Merge& x, const Merge& y) { return key(x) == key(y); }),
                     out.merges.end());
    return out;
}

}  // namespace newsgraph
