#include "graph/kept_proposals.hpp"

#include "extract/base/error.hpp"
#include "graph/kept_lists.hpp"
#include "graph/short_names.hpp"
#include "graph/variants.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>
#include <utility>

namespace newsgraph::detail {

namespace {

constexpr const char* write_proposal = "INSERT OR REPLACE INTO graph_proposals VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
constexpr const char* write_link = "INSERT INTO graph_links (phase, a, b, rule, type, detail, beside, chosen, made)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr const char* link_columns = "SELECT link, phase, a, b, rule, type, detail, beside, chosen, made FROM graph_links";
constexpr const char* write_key = "INSERT OR IGNORE INTO graph_blocks VALUES (?1, ?2)";

[[noreturn]] void fail() {
    throw FormatError("the store is damaged: what it keeps of who is who does not fit together");
}

// FNV-1a, and the last step of SplitMix64. Two keys with one hash make proposals mates that have nothing in common, which
// the rules find out.
std::int64_t hash(const BlockKey& key) {
    std::uint64_t out = 0xCBF29CE484222325U ^ static_cast<unsigned char>(key.kind);
    for (const char c : key.text) {
        out = (out ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    out = (out ^ (out >> 30U)) * 0xBF58476D1CE4E5B9U;
    out = (out ^ (out >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::int64_t>(out ^ (out >> 31U));
}

// Facts as a list of texts: what is said, and how many of the texts behind it say it.
std::string text_of(const Proposal& facts) {
    std::vector<std::string> out;
    for (const auto& [type, key] : facts.labels) {
        out.insert(out.end(), {"label", type, key});
    }
    for (const auto& [name, entities] : facts.names) {
        out.insert(out.end(), {"name", name.first, name.second, std::to_string(entities)});
    }
    for (const auto& [type, key] : facts.acronyms) {
        out.insert(out.end(), {"acronym", type, key});
    }
    for (const std::string& title : facts.titles) {
        out.insert(out.end(), {"title", title});
    }
    return to_json(out);
}

void read_facts(const std::string& text, Proposal& facts) {
    const std::vector<std::string> parts = strings_from_json(text);
    const auto part = [&](std::size_t at) -> const std::string& {
        if (at >= parts.size()) {
            fail();
        }
        return parts[at];
    };
    for (std::size_t i = 0; i < parts.size();) {
        if (parts[i] == "title") {
            facts.titles.insert(part(i + 1));
            i += 2;
        } else if (parts[i] == "name") {
            std::uint32_t entities = 0;
            const std::string& digits = part(i + 3);
            std::from_chars(digits.data(), digits.data() + digits.size(), entities);
            facts.names.emplace(TypedName(part(i + 1), part(i + 2)), entities);
            i += 4;
        } else {
            (parts[i] == "label" ? facts.labels : facts.acronyms).emplace(part(i + 1), part(i + 2));
            i += 3;
        }
    }
}

void write(sqlite::Query& query, const KeptProposal& proposal) {
    const std::string facts = text_of(proposal.facts);
    query.bind(1, proposal.row).bind(2, proposal.facts.id).bind(3, proposal.document).bind(4, std::int64_t{proposal.facts.documents});
    query.bind(5, std::int64_t{proposal.facts.bare}).bind(6, std::int64_t{proposal.decided}).bind(7, std::int64_t{proposal.settled});
    query.bind(8, facts);
    for (std::size_t level = 0; level < levels; ++level) {
        query.bind(9 + static_cast<int>(level), proposal.groups[level]);
    }
    query.bind(13, proposal.node).run();
}

void write(sqlite::Query& query, const KeptLink& link) {
    const Link& what = link.found.link;
    const std::string beside = to_json(what.beside);
    query.bind(1, static_cast<std::int64_t>(link.found.phase)).bind(2, link.a).bind(3, link.b).bind(4, what.rule).bind(5, what.type);
    query.bind(6, what.detail).bind(7, beside).bind(8, std::int64_t{link.found.chosen}).bind(9, std::int64_t{link.found.made}).run();
}

constexpr const char* members_of = "SELECT proposal FROM graph_proposals WHERE ";

}  // namespace

std::set<std::string> decided_terms(const Decisions& decisions) {
    std::set<std::string> out;
    for (const Decision& decision : decisions) {
        if (decision.kind == "same" || decision.kind == "different") {
            out.insert(decision.subject);
            out.insert(decision.object);
        }
    }
    return out;
}

std::set<BlockKey> block_keys(const Proposal& proposal, const std::set<std::string>& decided_terms) {
    std::set<BlockKey> keys;
    add_kin_keys(proposal, keys);
    add_variant_keys(proposal, keys);
    add_short_name_keys(proposal, keys);
    if (!decided_terms.empty() &&
        (decided_terms.contains(proposal.id) || decided_terms.contains(proposal.id + "@" + proposal.document))) {
        keys.insert({decided_block, ""});
    }
    return keys;
}

// ---- proposals

ProposalTable::ProposalTable(sqlite::Database& db)
    : db_(db),
      read_(db, "SELECT p.id, p.document, p.documents, p.bare, p.decided, p.settled, p.facts, p.kin, p.clan, p.tribe, p.band, p.node,"
                " d.doc, d.base, d.text_hash FROM graph_proposals AS p LEFT JOIN documents AS d ON d.id = p.document WHERE p.proposal = ?1"),
      find_(db, "SELECT proposal FROM graph_proposals WHERE id = ?1 AND document = ?2"),
      write_(db, write_proposal),
      erase_(db, "DELETE FROM graph_proposals WHERE proposal = ?1"),
      of_kin_(db, (std::string(members_of) + "kin = ?1").c_str()),
      of_clan_(db, (std::string(members_of) + "clan = ?1").c_str()),
      of_tribe_(db, (std::string(members_of) + "tribe = ?1").c_str()),
      of_band_(db, (std::string(members_of) + "band = ?1").c_str()),
      of_node_(db, "SELECT DISTINCT band FROM graph_proposals WHERE node = ?1"),
      add_key_(db, write_key),
      remove_key_(db, "DELETE FROM graph_blocks WHERE key = ?1 AND proposal = ?2"),
      holders_(db, "SELECT proposal FROM graph_blocks WHERE key = ?1"),
      kin_of_holders_(db, "SELECT DISTINCT kin FROM graph_blocks JOIN graph_proposals USING (proposal) WHERE key = ?1 LIMIT ?2"),
      documents_(db, "SELECT DISTINCT document FROM graph_members WHERE proposal = ?1 ORDER BY document"),
      last_(db.number("SELECT ifnull(max(proposal), 0) FROM graph_proposals")) {}

KeptProposal& ProposalTable::at(std::int64_t row) {
    std::unique_ptr<KeptProposal>& known = known_[row];
    if (known) {
        return *known;
    }
    read_.bind(1, row);
    if (!read_.step()) {
        read_.reset();
        fail();
    }
    known = std::make_unique<KeptProposal>();
    known->row = row;
    known->facts.id = read_.text(0);
    known->document = read_.integer(1);
    known->facts.alone = known->document != 0;
    known->facts.documents = static_cast<std::uint32_t>(read_.integer(2));
    known->facts.bare = read_.integer(3) != 0;
    known->decided = read_.integer(4) != 0;
    known->settled = read_.integer(5) != 0;
    const std::string facts = read_.text(6);
    for (std::size_t level = 0; level < levels; ++level) {
        known->groups[level] = read_.integer(7 + static_cast<int>(level));
    }
    known->node = read_.integer(11);
    known->facts.document = read_.text(12);
    known->base = read_.text(13);
    known->text_hash = read_.text(14);
    read_.reset();
    read_facts(facts, known->facts);
    return *known;
}

std::optional<std::int64_t> ProposalTable::find(const std::string& id, std::int64_t document) {
    find_.bind(1, id).bind(2, document);
    const std::optional<std::int64_t> row = find_.step() ? std::optional(find_.integer(0)) : std::nullopt;
    find_.reset();
    return row;
}

KeptProposal& ProposalTable::create(const std::string& id, std::int64_t document) {
    KeptProposal proposal;
    proposal.row = ++last_;
    proposal.document = document;
    proposal.facts.id = id;
    save(proposal);
    return at(proposal.row);
}

void ProposalTable::save(const KeptProposal& proposal) {
    write(write_, proposal);
}

void ProposalTable::erase(std::int64_t row) {
    erase_.bind(1, row).run();
    known_.erase(row);
}

std::vector<std::int64_t> ProposalTable::rows(sqlite::Query& query) {
    std::vector<std::int64_t> out;
    while (query.step()) {
        out.push_back(query.integer(0));
    }
    return out;
}

std::vector<std::int64_t> ProposalTable::members(Level level, std::int64_t group) {
    const std::array<sqlite::Query*, levels> queries = {&of_kin_, &of_clan_, &of_tribe_, &of_band_};
    return rows(queries[static_cast<std::size_t>(level)]->bind(1, group));
}

std::vector<std::int64_t> ProposalTable::bands_of_node(std::int64_t node) {
    return rows(of_node_.bind(1, node));
}

void ProposalTable::add_key(const BlockKey& key, std::int64_t row) {
    add_key_.bind(1, hash(key)).bind(2, row).run();
}

void ProposalTable::remove_key(const BlockKey& key, std::int64_t row) {
    remove_key_.bind(1, hash(key)).bind(2, row).run();
}

std::vector<std::int64_t> ProposalTable::holders(const BlockKey& key) {
    return rows(holders_.bind(1, hash(key)));
}

std::vector<std::int64_t> ProposalTable::kin_of_holders(const BlockKey& key, std::int64_t limit) {
    return rows(kin_of_holders_.bind(1, hash(key)).bind(2, limit));
}

std::vector<std::uint32_t> ProposalTable::documents(std::int64_t row) {
    std::vector<std::uint32_t> out;
    documents_.bind(1, row);
    while (documents_.step()) {
        out.push_back(static_cast<std::uint32_t>(documents_.integer(0)));
    }
    return out;
}

bool stands_before(const KeptProposal& a, const KeptProposal& b) {
    if (a.facts.id != b.facts.id) {
        return a.facts.id < b.facts.id;
    }
    const bool alone = a.document != 0;
    return alone != (b.document != 0) ? !alone
                                      : std::tie(a.facts.document, a.base, a.text_hash) < std::tie(b.facts.document, b.base, b.text_hash);
}

namespace {

std::vector<KeptProposal*> in_order(ProposalTable& table, const Rows& rows) {
    std::vector<KeptProposal*> out;
    for (const std::int64_t row : rows) {
        out.push_back(&table.at(row));
    }
    std::sort(out.begin(), out.end(), [](const KeptProposal* a, const KeptProposal* b) { return stands_before(*a, *b); });
    return out;
}

Proposals facts_of(ProposalTable& table, const std::vector<KeptProposal*>& kept, bool with_places) {
    Proposals out;
    for (const KeptProposal* proposal : kept) {
        out.list.push_back(proposal->facts);
        if (with_places) {
            out.list.back().places = table.documents(proposal->row);
        }
    }
    return out;
}

}  // namespace

ProposalPart::ProposalPart(ProposalTable& table, const Rows& rows, bool with_places)
    : kept(in_order(table, rows)), proposals(facts_of(table, kept, with_places)), joiner(proposals) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
        indexes.emplace(kept[i]->row, i);
    }
}

void ProposalPart::assume(Level level) {
    std::vector<std::int64_t> groups;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        groups.push_back(kept[i]->group(level));
        if (kept[i]->decided) {
            joiner.assume_decided(i);
        }
    }
    joiner.assume(groups);
}

std::vector<std::uint32_t> ProposalPart::kin() const {
    std::vector<std::uint32_t> out;
    for (const KeptProposal* proposal : kept) {
        out.push_back(static_cast<std::uint32_t>(proposal->group(Level::kin)));
    }
    return out;
}

// ---- surroundings

KeptSurroundings::KeptSurroundings(sqlite::Database& db, std::size_t most_common)
    : most_common_(most_common),
      documents_(db, "SELECT DISTINCT graph_members.document FROM graph_proposals JOIN graph_members USING (proposal) WHERE kin = ?1 ORDER BY 1"),
      kin_(db, "SELECT DISTINCT kin FROM graph_members JOIN graph_proposals USING (proposal) WHERE graph_members.document = ?1 ORDER BY 1"),
      facts_(db, "SELECT documents, name FROM graph_kins WHERE kin = ?1") {}

std::span<const std::uint32_t> KeptSurroundings::asked(Numbers& known, sqlite::Query& query, std::uint32_t number) {
    const auto [place, fresh] = known.try_emplace(number);
    if (fresh) {
        query.bind(1, std::int64_t{number});
        while (query.step()) {
            place->second.push_back(static_cast<std::uint32_t>(query.integer(0)));
        }
    }
    return place->second;
}

std::span<const std::uint32_t> KeptSurroundings::documents_of(std::uint32_t kin) const {
    return asked(documents_of_, documents_, kin);
}

std::span<const std::uint32_t> KeptSurroundings::kin_in(std::uint32_t document) const {
    return asked(kin_in_, kin_, document);
}

std::size_t KeptSurroundings::commonness(std::uint32_t kin) const {
    const auto [place, fresh] = commonness_.try_emplace(kin, 0);
    if (fresh) {
        facts_.bind(1, std::int64_t{kin});
        place->second = facts_.step() ? static_cast<std::size_t>(facts_.integer(0)) : 0;
        facts_.reset();
    }
    return place->second;
}

std::string KeptSurroundings::name_of(std::uint32_t kin) const {
    facts_.bind(1, std::int64_t{kin});
    std::string name = facts_.step() ? facts_.text(1) : "";
    facts_.reset();
    return name;
}

// ---- links

bool KeptLink::says_the_same(const KeptLink& other) const {
    const auto key = [](const KeptLink& link) {
        const Link& what = link.found.link;
        return std::tie(link.found.phase, link.a, link.b, what.rule, what.type, what.detail, what.beside, link.found.chosen);
    };
    return key(*this) == key(other);
}

LinkTable::LinkTable(sqlite::Database& db)
    : from_(db, (std::string(link_columns) + " WHERE a = ?1 ORDER BY link").c_str()),
      to_(db, (std::string(link_columns) + " WHERE b = ?1 ORDER BY link").c_str()),
      add_(db, write_link),
      erase_(db, "DELETE FROM graph_links WHERE link = ?1"),
      set_made_(db, "UPDATE graph_links SET made = ?2 WHERE link = ?1") {}

std::vector<KeptLink> LinkTable::read(sqlite::Query& query, std::int64_t proposal) {
    std::vector<KeptLink> out;
    query.bind(1, proposal);
    while (query.step()) {
        if (query.integer(1) < 0 || query.integer(1) > static_cast<std::int64_t>(Phase::one_word)) {
            query.reset();
            fail();
        }
        KeptLink& link = out.emplace_back();
        link.row = query.integer(0);
        link.found.phase = static_cast<Phase>(query.integer(1));
        link.a = query.integer(2);
        link.b = query.integer(3);
        link.found.link = {query.text(4), query.text(5), query.text(6), 0, 0, strings_from_json(query.text(7))};
        link.found.chosen = query.integer(8) != 0;
        link.found.made = query.integer(9) != 0;
    }
    return out;
}

std::vector<KeptLink> LinkTable::from(std::int64_t proposal) {
    return read(from_, proposal);
}

std::vector<KeptLink> LinkTable::to(std::int64_t proposal) {
    return read(to_, proposal);
}

void LinkTable::add(const KeptLink& link) {
    write(add_, link);
}

void LinkTable::erase(const KeptLink& link) {
    erase_.bind(1, link.row).run();
}

void LinkTable::set_made(const KeptLink& link, bool made) {
    set_made_.bind(1, link.row).bind(2, std::int64_t{made}).run();
}

// ---- all at once

namespace {

constexpr std::int64_t row_of_index(std::size_t index) {
    return static_cast<std::int64_t>(index) + 1;
}

class TraceWriter {
public:
    TraceWriter(sqlite::Database& db, const ResolutionTrace& trace) : db_(db), trace_(trace) {
        db.run("DELETE FROM graph_proposals; DELETE FROM graph_kins; DELETE FROM graph_blocks; DELETE FROM graph_links");
    }

    void write_proposals(const std::vector<std::int64_t>& documents, const std::vector<std::size_t>& nodes) {
        const auto& list = trace_.proposals.list;
        std::vector<std::size_t> node_of(list.size(), 0);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            node_of[trace_.proposals.of[i]] = nodes[i];
        }
        sqlite::Query query(db_, write_proposal);
        for (std::size_t i = 0; i < list.size(); ++i) {
            KeptProposal proposal;
            proposal.row = row_of_index(i);
            proposal.document = list[i].alone ? documents[list[i].places.front()] : 0;
            proposal.facts = list[i];
            for (std::size_t level = 0; level < levels; ++level) {
                proposal.groups[level] = trace_.groups[level][i] + 1;
            }
            proposal.node = static_cast<std::int64_t>(node_of[i]);
            proposal.settled = trace_.settled[i];
            proposal.decided = trace_.decided[i];
            write(query, proposal);
        }
    }

    void write_kin() {
        const std::vector<std::int64_t>& kin = trace_.groups.front();
        std::map<std::int64_t, std::vector<std::uint32_t>> documents;
        for (std::size_t i = 0; i < kin.size(); ++i) {
            std::vector<std::uint32_t>& of_kin = documents[kin[i]];
            const auto& places = trace_.proposals.list[i].places;
            of_kin.insert(of_kin.end(), places.begin(), places.end());
        }
        sqlite::Query query(db_, "INSERT INTO graph_kins VALUES (?1, ?2, ?3)");
        for (auto& [first, places] : documents) {
            std::sort(places.begin(), places.end());
            const auto count = std::unique(places.begin(), places.end()) - places.begin();
            const std::string name = name_of(trace_.proposals.list[static_cast<std::size_t>(first)]);
            query.bind(1, first + 1).bind(2, std::int64_t{count}).bind(3, name).run();
        }
    }

    void write_blocks(const Decisions& decisions) {
        const std::set<std::string> terms = decided_terms(decisions);
        std::vector<std::pair<std::int64_t, std::int64_t>> rows;
        for (std::size_t i = 0; i < trace_.proposals.list.size(); ++i) {
            for (const BlockKey& key : block_keys(trace_.proposals.list[i], terms)) {
                rows.emplace_back(hash(key), row_of_index(i));
            }
        }
        std::sort(rows.begin(), rows.end());
        sqlite::Query query(db_, write_key);
        for (const auto& [key, row] : rows) {
            query.bind(1, key).bind(2, row).run();
        }
    }

    void write_links() {
        sqlite::Query query(db_, write_link);
        for (const FoundLink& found : trace_.links) {
            write(query, KeptLink{0, row_of_index(found.link.a), row_of_index(found.link.b), found});
        }
    }

private:
    sqlite::Database& db_;
    const ResolutionTrace& trace_;
};

}  // namespace

void keep_trace(sqlite::Database& db, const ResolutionTrace& trace, const Decisions& decisions, const std::vector<std::int64_t>& documents,
                const std::vector<std::size_t>& nodes) {
    TraceWriter writer(db, trace);
    writer.write_proposals(documents, nodes);
    writer.write_kin();
    writer.write_blocks(decisions);
    writer.write_links();
}

}  // namespace newsgraph::detail
