#include "graph/resolution.hpp"

#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/name_variants.hpp"
#include "graph/names.hpp"
#include "graph/proposals.hpp"
#include "graph/short_names.hpp"
#include "graph/variants.hpp"

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

enum class Comparison { label, spelling };

// Of bare names (`bare`) or of all others.
std::vector<Link> same_label_links(const Proposals& proposals, Comparison comparison, bool bare,
                                   const std::set<std::size_t>& settled = {}) {
    std::map<TypedName, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        if (proposals.list[i].bare != bare || settled.contains(i)) {
            continue;
        }
        std::set<TypedName> labels;
        for (const TypedName& label : proposals.list[i].labels) {
            const bool as_it_is = comparison == Comparison::label;
            labels.emplace(comparable_type(label), as_it_is ? label.second : spelling_key(label.first, label.second));
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
            links.push_back({comparison == Comparison::label ? "same label" : "same spelling", label.first, label.second,
                             members[0], members[i]});
        }
    }
    return links;
}

// Of bare names that nothing else was found for, or of what decisions set apart: things with one id are one.
std::vector<Link> same_id_links(const Proposals& proposals, bool bare, const std::set<std::size_t>& settled = {}) {
    std::map<std::string, std::size_t> first;
    std::vector<Link> links;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        if (proposals.list[i].bare != bare || settled.contains(i)) {
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

// Whom an id means in most of the documents that propose it: a bare name in many documents may be several things.
std::map<std::string, std::size_t> id_owners(const Proposals& proposals, const std::map<std::size_t, std::size_t>& heads,
                                             Joiner& joiner) {
    std::map<std::string, std::map<std::size_t, std::uint32_t>> documents;  // id -> group -> documents
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        std::uint32_t& count = documents[proposals.list[i].id][joiner.group_of(i)];
        count = saturated_sum(count, proposals.list[i].documents);
    }
    std::map<std::string, std::size_t> owners;
    for (const auto& [id, groups] : documents) {
        const auto key = [&, &id = id](const auto& entry) {
            return std::pair(entry.second, proposals.list[heads.at(entry.first)].id == id);
        };
        owners[id] = std::max_element(groups.begin(), groups.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); })->first;
    }
    return owners;
}

std::map<std::size_t, std::string> node_ids(const Proposals& proposals, const std::map<std::size_t, std::size_t>& heads,
                                            Joiner& joiner) {
    const std::map<std::string, std::size_t> owners = id_owners(proposals, heads, joiner);
    std::map<std::string, std::set<std::string>> uses;  // id -> proposed ids that would become it
    for (const auto& [group, head] : heads) {
        uses[safe_id(proposals.list[head].id)].insert(proposals.list[head].id);
    }
    std::map<std::size_t, std::string> out;
    std::set<std::string> taken;
    const auto is_good = [&](std::size_t group, const std::string& proposed) {
        const std::string id = safe_id(proposed);
        return uses[id].size() == 1 && id.size() <= longest_id && owners.at(proposed) == group;
    };
    for (const auto& [group, head] : heads) {
        if (is_good(group, proposals.list[head].id)) {
            taken.insert(out[group] = safe_id(proposals.list[head].id));
        }
    }
    for (const auto& [group, head] : heads) {
        const std::string& proposed = proposals.list[head].id;
        const std::string id = safe_id(proposed);
        for (std::size_t length = shortest_end; out[group].empty(); ++length) {
            const std::string candidate = with_end(id, proposed, length);
            if (taken.insert(candidate).second) {
                out[group] = candidate;
            }
        }
    }
    return out;
}

}  // namespace

Resolution resolve(const EvidenceSet& evidence, const Decisions& decisions) {
    const Decisions decided = united({decisions});
    const Proposals proposals = detail::gather(evidence, decided);
    Joiner joiner(proposals);
    joiner.decide(decided);
    joiner.apply(same_id_links(proposals, false));
    joiner.apply(same_label_links(proposals, Comparison::label, false));
    joiner.apply(same_label_links(proposals, Comparison::spelling, false));
    const detail::AllSurroundings surroundings(proposals, joiner);
    joiner.apply(detail::variant_links(proposals, joiner, surroundings, surroundings.kin()));
    const std::vector<Link> short_links = detail::short_name_links(proposals, joiner, surroundings, surroundings.kin());
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
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        short_names[i] = short_names[i] || (joiner.is_decided(i) && proposals.list[i].bare);
    }
    joiner.apply(short_links);
    joiner.apply(same_id_links(proposals, true, settled));
    joiner.apply(same_label_links(proposals, Comparison::label, true, settled));
    joiner.apply(detail::one_word_links(proposals, joiner, surroundings, surroundings.kin()));

    const std::map<std::size_t, std::size_t> heads = joiner.heads(short_names);
    const std::map<std::size_t, std::string> ids = node_ids(proposals, heads, joiner);
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
            out.merges.push_back({from, into, link.rule, link.detail, link.beside, ids.at(joiner.group_of(link.a))});
        }
    }
    // A bare name may have come to it in many documents.
    const auto key = [](const Merge& merge) { return std::tie(merge.into, merge.from, merge.rule, merge.detail, merge.node); };
    std::sort(out.merges.begin(), out.merges.end(), [&](const Merge& x, const Merge& y) {
        return key(x) == key(y) ? x.beside < y.beside : key(x) < key(y);
    });
    out.merges.erase(std::unique(out.merges.begin(), out.merges.end(), [&](const Merge& x, const Merge& y) { return key(x) == key(y); }),
                     out.merges.end());
    return out;
}

}  // namespace newsgraph
