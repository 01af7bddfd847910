#include "graph/proposals.hpp"

#include "graph/names.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace newsgraph::detail {

namespace {

// "SBU", "U.N."
bool is_acronym(const std::string& label) {
    const auto capitals = std::count_if(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto points = std::count(label.begin(), label.end(), '.');
    return capitals >= 2 && capitals <= 6 && capitals + points == static_cast<std::ptrdiff_t>(label.size());
}

using Key = std::pair<std::uint32_t, std::int64_t>;  // rank of the id among all; document of a bare name, else -1

// For each entity the place of its proposed id among all of them, in the order of texts.
std::vector<std::uint32_t> ranks_of_ids(const EvidenceSet& evidence) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;  // never walked
    std::vector<std::string_view> ids;
    std::vector<std::uint32_t> out;
    out.reserve(evidence.entities.size());
    for (const EntityEvidence& entity : evidence.entities) {
        const auto [place, fresh] = numbers.try_emplace(entity.node, static_cast<std::uint32_t>(ids.size()));
        if (fresh) {
            ids.push_back(entity.node);
        }
        out.push_back(place->second);
    }
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
    std::vector<std::uint32_t> ranks(ids.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        ranks[order[rank]] = static_cast<std::uint32_t>(rank);
    }
    for (std::uint32_t& number : out) {
        number = ranks[number];
    }
    return out;
}

}  // namespace

bool is_bare(const std::string& id, const std::string& type, const std::string& label) {
    const bool kind = type == "person" || type == "organization";
    return kind && !is_wikidata_id(id) && !is_acronym(label) && label.find(' ') == std::string::npos;
}

std::set<std::string> single_terms(const Decisions& decisions) {
    std::set<std::string> out;
    for (const Decision& decision : decisions) {
        for (const std::string& term : {decision.subject, decision.object}) {
            const bool of_things = decision.kind == "same" || decision.kind == "different";
            if (of_things && !id_and_document(term).second.empty()) {
                out.insert(term);
            }
        }
    }
    return out;
}

void add_entity(const EntityEvidence& entity, NameMemo& key, Proposal& proposal) {
    proposal.bare = proposal.bare || is_bare(entity.node, entity.type, entity.label);
    proposal.labels.emplace(entity.type, key(entity.label));
    if (is_acronym(entity.label)) {
        proposal.acronyms.emplace(entity.type, key(entity.label));
    }
    std::set<TypedName> called;
    for (const NameUse& name : entity.names) {
        if (name.kind == "name") {
            called.emplace(entity.type, key(name.text));
        }
        if (!name.title.empty()) {
            proposal.titles.insert(key(name.title));
        }
    }
    for (const TypedName& name : called) {
        ++proposal.names[name];
    }
}

Proposals gather(const EvidenceSet& evidence, const Decisions& decisions) {
    const std::set<std::string> single = single_terms(decisions);
    const std::vector<std::uint32_t> ids = ranks_of_ids(evidence);
    std::vector<Key> keys;
    keys.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const EntityEvidence& entity = evidence.entities[i];
        const bool alone = is_bare(entity.node, entity.type, entity.label) ||
                           (!single.empty() && single.contains(entity.node + "@" + evidence.documents[entity.document].doc));
        keys.emplace_back(ids[i], alone ? static_cast<std::int64_t>(entity.document) : -1);
    }
    std::vector<Key> places = keys;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    Proposals out;
    out.list.resize(places.size());
    out.of.reserve(keys.size());
    NameMemo key(name_key);
    for (const EntityEvidence& entity : evidence.entities) {
        const Key& own = keys[out.of.size()];
        out.of.push_back(static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), own) - places.begin()));
        Proposal& proposal = out.list[out.of.back()];
        if (proposal.id.empty()) {
            proposal.id = entity.node;
            proposal.alone = own.second >= 0;
            proposal.document = own.second < 0 ? "" : evidence.documents[entity.document].doc;
        }
        add_entity(entity, key, proposal);
        const bool summary = evidence.documents[entity.document].summary;
        if (proposal.places.empty() || proposal.places.back() != entity.document) {  // entities come by document
            proposal.places.push_back(entity.document);
            proposal.documents += summary ? entity.summed.documents : 1;
        }
    }
    return out;
}

Joiner::Joiner(const Proposals& proposals)
    : proposals_(proposals), groups_(proposals.list.size()), decided_(proposals.list.size(), false) {
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        wikidata_.push_back(is_wikidata_id(proposals.list[i].id) ? proposals.list[i].id : "");
    }
}

void Joiner::apply(std::vector<Link> links) {
    apply_each(links);
}

std::vector<bool> Joiner::apply_each(std::vector<Link>& links) {
    std::stable_sort(links.begin(), links.end(), [](const Link& x, const Link& y) { return x.key() < y.key(); });
    links.erase(std::unique(links.begin(), links.end(), [](const Link& x, const Link& y) { return x.key() == y.key(); }), links.end());
    std::vector<bool> joined;
    for (const Link& link : links) {
        const std::size_t a = groups_.of(link.a);
        const std::size_t b = groups_.of(link.b);
        const bool two_known = !wikidata_[a].empty() && !wikidata_[b].empty();
        const auto apart = apart_.find(a);
        joined.push_back(a != b && !two_known && (apart == apart_.end() || !apart->second.contains(b)));
        if (joined.back()) {
            join(a, b);
            made_.push_back(link);
        }
    }
    return joined;
}

void Joiner::assume(const std::vector<std::int64_t>& groups) {
    std::unordered_map<std::int64_t, std::size_t> first;  // never walked
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t a = groups_.of(first.emplace(groups[i], i).first->second);
        const std::size_t b = groups_.of(i);
        if (a != b) {
            join(a, b);
        }
    }
}

// REQUIRES: two groups.
void Joiner::join(std::size_t a, std::size_t b) {
    // Only a decision joins two known things; the smaller id is then as good as the other one.
    const std::string known = wikidata_[a].empty() || (!wikidata_[b].empty() && wikidata_[b] < wikidata_[a]) ? wikidata_[b] : wikidata_[a];
    groups_.join(a, b);
    const std::size_t whole = groups_.of(a);
    const std::size_t gone = whole == a ? b : a;
    wikidata_[whole] = known;
    if (const auto found = apart_.find(gone); found != apart_.end()) {
        const std::set<std::size_t> others = std::move(found->second);
        apart_.erase(found);
        for (const std::size_t other : others) {
            apart_[other].erase(gone);
            apart_[other].insert(whole);
            apart_[whole].insert(other);
        }
    }
}

std::vector<std::size_t> Joiner::named(const std::string& term) const {
    const auto [id, document] = id_and_document(term);
    const auto& list = proposals_.list;
    std::vector<std::size_t> out;
    const auto begin = std::lower_bound(list.begin(), list.end(), id, [](const Proposal& p, const std::string& wanted) { return p.id < wanted; });
    for (auto at = begin; at != list.end() && at->id == id; ++at) {
        if (document.empty() || at->document == document) {
            out.push_back(static_cast<std::size_t>(at - list.begin()));
        }
    }
    return out;
}

void Joiner::keep_apart(const Decisions& decisions) {
    for (const Decision& decision : decisions) {
        if (decision.kind != "different") {
            continue;
        }
        for (const std::size_t a : named(decision.subject)) {
            for (const std::size_t b : named(decision.object)) {
                if (a != b) {
                    apart_[a].insert(b);
                    apart_[b].insert(a);
                }
            }
        }
    }
}

void Joiner::decide(const Decisions& decisions) {
    keep_apart(decisions);
    for (const Decision& decision : decisions) {
        const std::vector<std::size_t> subjects = named(decision.subject);
        const std::vector<std::size_t> objects = named(decision.object);
        if (decision.kind != "same" || subjects.empty() || objects.empty()) {
            continue;
        }
        std::vector<std::size_t> all = subjects;
        all.insert(all.end(), objects.begin(), objects.end());
        for (std::size_t i = 0; i < all.size(); ++i) {
            decided_[all[i]] = true;
            const std::size_t a = groups_.of(all.front());
            const std::size_t b = groups_.of(all[i]);
            const auto apart = apart_.find(a);
            if (a != b && (apart == apart_.end() || !apart->second.contains(b))) {
                join(a, b);
                made_.push_back({"decision", "", "same", all.front(), all[i]});
            }
        }
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
    for (std::size_t i = 0; i < proposals_.list.size(); ++i) {
        out.emplace(groups_.of(i), i);  // of groups of short names only
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
