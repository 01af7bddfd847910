#include "graph/proposals.hpp"

#include "graph/name_memo.hpp"
#include "graph/names.hpp"

#include <algorithm>

namespace newsgraph::detail {

namespace {

// "SBU", "U.N."
bool is_acronym(const std::string& label) {
    const auto capitals = std::count_if(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto points = std::count(label.begin(), label.end(), '.');
    return capitals >= 2 && capitals <= 6 && capitals + points == static_cast<std::ptrdiff_t>(label.size());
}

bool is_bare(const EntityEvidence& entity) {
    const bool kind = entity.type == "person" || entity.type == "organization";
    return kind && !is_wikidata_id(entity.node) && !is_acronym(entity.label) && entity.label.find(' ') == std::string::npos;
}

using Key = std::pair<std::string, std::int64_t>;  // id; document of a bare name, else -1

Key key_of(const EntityEvidence& entity) {
    return {entity.node, is_bare(entity) ? static_cast<std::int64_t>(entity.document) : -1};
}

}  // namespace

Proposals gather(const EvidenceSet& evidence) {
    std::map<Key, std::size_t> index;
    for (const EntityEvidence& entity : evidence.entities) {
        index.emplace(key_of(entity), 0);
    }
    Proposals out;
    for (auto& [key, place] : index) {
        place = out.list.size();
        out.list.emplace_back();
        out.list.back().id = key.first;
        out.list.back().bare = key.second >= 0;
    }
    NameMemo key(name_key);
    for (const EntityEvidence& entity : evidence.entities) {
        out.of.push_back(index.at(key_of(entity)));
        Proposal& proposal = out.list[out.of.back()];
        const bool summary = evidence.documents[entity.document].summary;
        if (proposal.places.insert(entity.document).second) {
            proposal.documents += summary ? entity.summed.documents : 1;
        }
        proposal.labels.emplace(entity.type, key(entity.label));
        if (is_acronym(entity.label)) {
            proposal.acronyms.emplace(entity.type, key(entity.label));
        }
        for (const NameUse& name : entity.names) {
            if (name.kind == "name") {
                proposal.names.emplace(entity.type, key(name.text));
            }
            if (!name.title.empty()) {
                proposal.titles.insert(key(name.title));
            }
        }
    }
    return out;
}

Joiner::Joiner(const Proposals& proposals) : proposals_(proposals), groups_(proposals.list.size()) {
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        wikidata_.push_back(is_wikidata_id(proposals.list[i].id) ? proposals.list[i].id : "");
    }
}

void Joiner::apply(std::vector<Link> links) {
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

std::map<std::size_t, std::size_t> Joiner::heads(const std::vector<bool>& short_names) {
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

bool Joiner::better(std::size_t a, std::size_t b) const {
    const Proposal& x = proposals_.list[a];
    const Proposal& y = proposals_.list[b];
    if (is_wikidata_id(x.id) != is_wikidata_id(y.id)) {
        return is_wikidata_id(x.id);
    }
    return x.documents != y.documents ? x.documents > y.documents : x.id < y.id;
}

}  // namespace newsgraph::detail
