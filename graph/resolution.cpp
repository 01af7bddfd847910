#include "graph/resolution.hpp"

#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/groups.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>

namespace newsgraph {

namespace {

constexpr std::size_t longest_id = 200;   // bytes; Graphviz and spreadsheets have their limits
constexpr std::size_t shortest_end = 8;   // hexadecimal digits

using TypedName = std::pair<std::string, std::string>;  // type, name_key

// A node as the records propose it, over all documents.
struct Proposal {
    std::string id;
    std::uint32_t documents = 0;
    std::set<TypedName> labels;
    std::set<TypedName> names;     // mentions by name
    std::set<TypedName> acronyms;  // labels that are one
};

struct Proposals {
    std::vector<Proposal> list;      // by id
    std::vector<std::size_t> of;     // for each entity, the index of its proposal
};

// "SBU", "U.N."
bool is_acronym(const std::string& label) {
    const auto capitals = std::count_if(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto points = std::count(label.begin(), label.end(), '.');
    return capitals >= 2 && capitals <= 6 && capitals + points == static_cast<std::ptrdiff_t>(label.size());
}

Proposals gather(const EvidenceSet& evidence) {
    std::map<std::string, std::set<std::uint32_t>> documents;
    std::map<std::string, std::uint32_t> summed;  // more documents, of summaries
    for (const EntityEvidence& entity : evidence.entities) {
        documents[entity.node].insert(entity.document);
        if (evidence.documents[entity.document].summary) {
            summed[entity.node] += entity.summed.documents - 1;
        }
    }
    Proposals out;
    std::map<std::string, std::size_t> index;
    for (const auto& [id, where] : documents) {
        index.emplace(id, out.list.size());
        out.list.push_back({id, static_cast<std::uint32_t>(where.size()) + summed[id], {}, {}, {}});
    }
    for (const EntityEvidence& entity : evidence.entities) {
        out.of.push_back(index.at(entity.node));
        Proposal& proposal = out.list[out.of.back()];
        proposal.labels.emplace(entity.type, name_key(entity.label));
        if (is_acronym(entity.label)) {
            proposal.acronyms.emplace(entity.type, name_key(entity.label));
        }
        for (const NameUse& name : entity.names) {
            if (name.kind == "name") {
                proposal.names.emplace(entity.type, name_key(name.text));
            }
        }
    }
    return out;
}

// Two proposals that a rule holds for one. Links are made in their order, so what a refused link blocks is the same
// however the evidence came.
struct Link {
    std::string rule;
    std::string type;
    std::string detail;
    std::size_t a = 0;
    std::size_t b = 0;

    auto key() const { return std::tie(rule, type, detail, a, b); }
};

// A label of several words is one thing whatever an article takes it for ("Chidi Obi", "Washington Post"), but for places,
// which teams and peoples are called after.
std::string comparable_type(const TypedName& label) {
    static const std::set<std::string, std::less<>> alike = {"person", "organization", "product", "work"};
    return label.second.find(' ') != std::string::npos && alike.count(label.first) != 0 ? "name" : label.first;
}

std::vector<Link> same_label_links(const Proposals& proposals) {
    std::map<TypedName, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
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

class Joiner {
public:
    explicit Joiner(const Proposals& proposals) : proposals_(proposals), groups_(proposals.list.size()) {
        for (std::size_t i = 0; i < proposals.list.size(); ++i) {
            wikidata_.push_back(is_wikidata_id(proposals.list[i].id) ? proposals.list[i].id : "");
        }
    }

    void apply(std::vector<Link> links) {
        std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) { return x.key() < y.key(); });
        for (Link& link : links) {
            const std::size_t a = groups_.of(link.a);
            const std::size_t b = groups_.of(link.b);
            const bool two_known = !wikidata_[a].empty() && !wikidata_[b].empty();
            if (a == b || two_known) {
                continue;
            }
            const std::string known = wikidata_[a] + wikidata_[b];
            groups_.join(a, b);
            wikidata_[groups_.of(a)] = known;
            made_.push_back(std::move(link));
        }
    }

    // The proposal whose id stands for each group, by group; not one that is there by a short name.
    std::map<std::size_t, std::size_t> heads(const std::vector<bool>& short_names) {
        std::map<std::size_t, std::size_t> out;
        for (std::size_t i = 0; i < proposals_.list.size(); ++i) {
            if (short_names[i]) {
                continue;
            }
            const auto [place, fresh] = out.emplace(groups_.of(i), i);
            if (!fresh && better(i, place->second)) {
                place->second = i;
            }
        }
        return out;
    }

    std::size_t group_of(std::size_t proposal) { return groups_.of(proposal); }
    bool is_known(std::size_t proposal) { return !wikidata_[groups_.of(proposal)].empty(); }
    const std::vector<Link>& made() const { return made_; }

private:
    bool better(std::size_t a, std::size_t b) const {
        const Proposal& x = proposals_.list[a];
        const Proposal& y = proposals_.list[b];
        if (is_wikidata_id(x.id) != is_wikidata_id(y.id)) {
            return is_wikidata_id(x.id);
        }
        return x.documents != y.documents ? x.documents > y.documents : x.id < y.id;
    }

    const Proposals& proposals_;
    Groups groups_;
    std::vector<std::string> wikidata_;  // by group: its Wikidata id, if it has one
    std::vector<Link> made_;
};

// "smith" of "john smith"; "" if there is but one word.
std::string last_word(const std::string& key) {
    const std::size_t blank = key.rfind(' ');
    return blank == std::string::npos ? "" : key.substr(blank + 1);
}

bool has_word(const Proposal& proposal, const std::string& word) {
    return std::any_of(proposal.labels.begin(), proposal.labels.end(), [&](const TypedName& label) {
        return (" " + label.second + " ").find(" " + word + " ") != std::string::npos;
    });
}

// Names for which a longer label may stand: what else people are called, and acronyms. Not what else organizations are
// called: "council" and "Bank of Canada" are a part of many names.
std::set<TypedName> short_names_of(const Proposal& proposal) {
    std::set<TypedName> out;
    for (const TypedName& name : proposal.names) {
        if (name.first == "person" || (name.first == "organization" && !has_word(proposal, name.second))) {
            out.insert(name);
        }
    }
    for (const TypedName& label : proposal.labels) {
        if (label.first == "person" && !last_word(label.second).empty()) {
            out.emplace(label.first, last_word(label.second));
        }
    }
    return out;
}

// Short names ("Zelensky", "SBU") of which every article that uses a longer label means the same thing.
std::vector<Link> short_name_links(const Proposals& proposals, Joiner& joiner) {
    std::map<TypedName, std::set<std::size_t>> bearers;  // short name -> groups that it may stand for
    std::map<std::size_t, std::size_t> lengths;          // group -> its longest label; never is the longer one the short
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const std::size_t group = joiner.group_of(i);
        for (const TypedName& name : short_names_of(proposals.list[i])) {
            bearers[name].insert(group);
        }
        for (const TypedName& label : proposals.list[i].labels) {
            lengths[group] = std::max(lengths[group], label.second.size());
        }
    }
    std::map<std::size_t, std::map<std::size_t, TypedName>> longer;  // group -> groups of which it has a short name
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const std::size_t group = joiner.group_of(i);
        const Proposal& proposal = proposals.list[i];
        for (const TypedName& label : proposal.labels) {
            if (label.second.empty() || joiner.is_known(group) || (label.first != "person" && proposal.acronyms.count(label) == 0)) {
                continue;
            }
            for (const std::size_t bearer : bearers[label]) {
                if (bearer != group) {
                    longer[group].emplace(bearer, label);
                }
            }
        }
    }
    std::vector<Link> links;
    for (const auto& [group, found] : longer) {
        const auto& [bearer, label] = *found.begin();
        if (found.size() == 1 && lengths[group] < lengths[bearer]) {
            links.push_back({"short name", label.first, label.second, bearer, group});
        }
    }
    return links;
}

// For each proposal: is it in its node by a short name?
std::vector<bool> join_short_names(const Proposals& proposals, Joiner& joiner) {
    const std::vector<Link> links = short_name_links(proposals, joiner);
    std::set<std::size_t> short_groups;
    for (const Link& link : links) {
        short_groups.insert(link.b);
    }
    std::vector<bool> out;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        out.push_back(short_groups.count(joiner.group_of(i)) != 0);
    }
    joiner.apply(links);
    return out;
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
    const Proposals proposals = gather(evidence);
    Joiner joiner(proposals);
    joiner.apply(same_label_links(proposals));
    const std::vector<bool> short_names = join_short_names(proposals, joiner);

    const std::map<std::size_t, std::size_t> heads = joiner.heads(short_names);
    const std::map<std::size_t, std::string> ids = node_ids(proposals, heads);
    Resolution out;
    for (const std::size_t proposal : proposals.of) {
        out.nodes.push_back(ids.at(joiner.group_of(proposal)));
        out.short_names.push_back(short_names[proposal]);
    }
    for (const Link& link : joiner.made()) {
        const std::size_t head = heads.at(joiner.group_of(link.a));
        const std::size_t from = link.b == head ? link.a : link.b;
        out.merges.push_back({proposals.list[from].id, proposals.list[from == link.a ? link.b : link.a].id, link.rule, link.detail,
                              ids.at(joiner.group_of(link.a))});
    }
    std::sort(out.merges.begin(), out.merges.end(), [](const Merge& x, const Merge& y) {
        return std::tie(x.into, x.from, x.rule) < std::tie(y.into, y.from, y.rule);
    });
    return out;
}

}  // namespace newsgraph
