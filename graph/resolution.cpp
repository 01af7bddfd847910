#include "graph/resolution.hpp"

#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/name_variants.hpp"
#include "graph/names.hpp"
#include "graph/phases.hpp"
#include "graph/short_names.hpp"
#include "graph/variants.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

using detail::BlockKey;
using detail::FoundLink;
using detail::Joiner;
using detail::Level;
using detail::Link;
using detail::Phase;
using detail::Proposal;
using detail::Proposals;
using detail::ResolutionTrace;
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

std::set<TypedName> comparable_labels(const Proposal& proposal, Comparison comparison) {
    std::set<TypedName> labels;
    for (const TypedName& label : proposal.labels) {
        const bool as_it_is = comparison == Comparison::label;
        labels.emplace(comparable_type(label), as_it_is ? label.second : spelling_key(label.first, label.second));
    }
    std::erase_if(labels, [](const TypedName& label) { return label.second.empty(); });
    return labels;
}

// Of bare names (`bare`) or of all others.
std::vector<Link> same_label_links(const Proposals& proposals, Comparison comparison, bool bare,
                                   const std::set<std::size_t>& settled = {}) {
    std::map<TypedName, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        if (proposals.list[i].bare != bare || settled.contains(i)) {
            continue;
        }
        for (const TypedName& label : comparable_labels(proposals.list[i], comparison)) {
            holders[label].push_back(i);
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

// Applies links and writes down what became of them.
void apply(Phase phase, std::vector<Link> links, Joiner& joiner, ResolutionTrace& trace) {
    const std::vector<bool> made = joiner.apply_each(links);
    for (std::size_t i = 0; i < links.size(); ++i) {
        trace.links.push_back({phase, std::move(links[i]), true, made[i]});
    }
}

void apply_variants(std::vector<detail::Variant> variants, Joiner& joiner, ResolutionTrace& trace) {
    std::vector<Link> chosen;
    for (detail::Variant& variant : variants) {
        if (variant.chosen) {
            chosen.push_back(std::move(variant.link));
        } else {
            trace.links.push_back({Phase::variant, std::move(variant.link), false, false});
        }
    }
    apply(Phase::variant, std::move(chosen), joiner, trace);
}

void mark_groups(Level level, Joiner& joiner, ResolutionTrace& trace) {
    std::vector<std::int64_t>& groups = trace.groups[static_cast<std::size_t>(level)];
    for (std::size_t i = 0; i < trace.proposals.list.size(); ++i) {
        groups.push_back(static_cast<std::int64_t>(joiner.group_of(i)));
    }
}

}  // namespace

namespace detail {

// Of bare names that nothing else was found for, or of what decisions set apart: things with one id are one.
std::vector<Link> same_id_links(const Proposals& proposals, bool bare, const std::set<std::size_t>& settled) {
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

std::vector<Link> bare_label_links(const Proposals& proposals, const std::set<std::size_t>& settled) {
    return same_label_links(proposals, Comparison::label, true, settled);
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

void join_kin(const Proposals& proposals, Joiner& joiner) {
    joiner.apply(same_id_links(proposals, false));
    joiner.apply(same_label_links(proposals, Comparison::label, false));
    joiner.apply(same_label_links(proposals, Comparison::spelling, false));
}

void add_kin_keys(const Proposal& proposal, std::set<BlockKey>& keys) {
    keys.insert({id_block, safe_id(proposal.id)});
    if (proposal.bare) {
        for (const TypedName& label : comparable_labels(proposal, Comparison::label)) {
            keys.insert({bare_block, label.first + ":" + label.second});
        }
        return;
    }
    for (const auto& [kind, comparison] : {std::pair('l', Comparison::label), std::pair('s', Comparison::spelling)}) {
        for (const TypedName& label : comparable_labels(proposal, comparison)) {
            keys.insert({kind, label.first + ":" + label.second});
        }
    }
}

Merge merge_of(const Link& link, const Proposals& proposals, std::size_t head) {
    const std::string& from = proposals.list[link.b == head ? link.a : link.b].id;
    const std::string& into = proposals.list[link.b == head ? link.b : link.a].id;
    return from == into ? Merge{} : Merge{from, into, link.rule, link.detail, link.beside, {}};
}

// A bare name may have come to a node in many documents.
void tidy(std::vector<Merge>& merges) {
    const auto key = [](const Merge& merge) { return std::tie(merge.into, merge.from, merge.rule, merge.detail, merge.node); };
    std::sort(merges.begin(), merges.end(), [&](const Merge& x, const Merge& y) {
        return key(x) == key(y) ? x.beside < y.beside : key(x) < key(y);
    });
    merges.erase(std::unique(merges.begin(), merges.end(), [&](const Merge& x, const Merge& y) { return key(x) == key(y); }), merges.end());
}

Resolution resolve(const EvidenceSet& evidence, const Decisions& decisions, ResolutionTrace& trace) {
    const Decisions decided = united({decisions});
    trace.proposals = gather(evidence, decided);
    const Proposals& proposals = trace.proposals;
    Joiner joiner(proposals);
    joiner.decide(decided);
    join_kin(proposals, joiner);
    for (const Link& link : joiner.made()) {
        trace.links.push_back({Phase::kin, link, true, true});
    }
    mark_groups(Level::kin, joiner, trace);
    const AllSurroundings surroundings(proposals, joiner);
    trace.most_common = surroundings.most_common();
    apply_variants(variants(proposals, joiner, surroundings, surroundings.kin()), joiner, trace);
    mark_groups(Level::clan, joiner, trace);
    std::vector<Link> short_links = short_name_links(proposals, joiner, surroundings, surroundings.kin());
    std::set<std::size_t> short_groups;
    for (const Link& link : short_links) {
        short_groups.insert(joiner.group_of(link.b));
    }
    std::vector<bool> short_names;
    std::set<std::size_t> settled;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        trace.settled.push_back(short_groups.contains(joiner.group_of(i)));
        trace.decided.push_back(joiner.is_decided(i));
        short_names.push_back(trace.settled[i] || (trace.decided[i] && proposals.list[i].bare));
        if (trace.settled[i]) {
            settled.insert(i);
        }
    }
    apply(Phase::short_name, std::move(short_links), joiner, trace);
    apply(Phase::bare_id, same_id_links(proposals, true, settled), joiner, trace);
    apply(Phase::bare_label, bare_label_links(proposals, settled), joiner, trace);
    mark_groups(Level::tribe, joiner, trace);
    apply(Phase::one_word, one_word_links(proposals, joiner, surroundings, surroundings.kin()), joiner, trace);
    mark_groups(Level::band, joiner, trace);

    const std::map<std::size_t, std::size_t> heads = joiner.heads(short_names);
    const std::map<std::size_t, std::string> ids = node_ids(proposals, heads, joiner);
    Resolution out;
    for (const std::size_t proposal : proposals.of) {
        out.nodes.push_back(ids.at(joiner.group_of(proposal)));
        out.short_names.push_back(short_names[proposal]);
    }
    for (const Link& link : joiner.made()) {
        Merge merge = merge_of(link, proposals, heads.at(joiner.group_of(link.a)));
        if (!merge.from.empty() || !merge.into.empty()) {
            merge.node = ids.at(joiner.group_of(link.a));
            out.merges.push_back(std::move(merge));
        }
    }
    tidy(out.merges);
    return out;
}

}  // namespace detail

Resolution resolve(const EvidenceSet& evidence, const Decisions& decisions) {
    detail::ResolutionTrace trace;
    return detail::resolve(evidence, decisions, trace);
}

}  // namespace newsgraph
