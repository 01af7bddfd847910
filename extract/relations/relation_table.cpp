#include "extract/relations/relation_table.hpp"

#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/relations/relation_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace newsgraph {

namespace {

constexpr std::array<std::string_view, 10> node_types{"person", "organization", "country", "place",   "group",
                                                      "agreement", "event",     "product", "work",    "concept"};
constexpr std::array<std::string_view, 4> effects{"planned", "possible", "demanded", "negated"};

constexpr std::array<std::string_view, 46> prepositions{
    "about", "above", "across", "after", "against", "along", "alongside", "amid", "among", "around", "as", "at",
    "before", "behind", "beside", "between", "beyond", "by", "despite", "during", "for", "from", "in", "inside",
    "into", "like", "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "through",
    "throughout", "to", "toward", "towards", "under", "upon", "via", "with", "within", "without"};

template <typename Words>
bool contains(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<Slot> slot_named(std::string_view name) {
    using Kind = Slot::Kind;
    static const std::map<std::string_view, Kind> kinds{{"subj", Kind::subject}, {"obj", Kind::object},
                                                        {"dat", Kind::dative},   {"clause", Kind::clause},
                                                        {"agent", Kind::agent},  {"holder", Kind::holder},
                                                        {"complement", Kind::complement}, {"post", Kind::post},
                                                        {"done_to", Kind::done_to}, {"self", Kind::self}};
    if (const auto kind = kinds.find(name); kind != kinds.end()) return Slot{kind->second, {}};
    if (!contains(prepositions, name)) return std::nullopt;
    return Slot{Kind::preposition, std::string(name)};
}

}  // namespace

RelationTable::RelationTable(std::string_view table, std::string_view file_name) : file_name_(file_name) {
    const RelationText whole = relation_text(table, file_name);
    for (const auto& row : data::read_rows(whole.text)) {
        line_ = row.line - std::min(row.line, whole.lines_before);
        const std::string_view kind = row[0];
        if (row.cells.size() < 3) fail("expected a kind and at least two more cells, parted by tabs");
        if (kind == "relation") {
            if (row.cells.size() < 7) fail("expected name, PLOVER type, quad, score, symmetric, ends");
            add_relation(row[1], row[2], row[3], row[4], row[5], row[6]);
        } else if (kind == "verb") {
            add_frames(verbs_, row[1], row[2], row[3], row[4]);
        } else if (kind == "noun") {
            add_frames(nouns_, row[1], row[2], row[3], row[4]);
        } else if (kind == "adj") {
            add_frames(adjectives_, row[1], row[2], row[3], row[4]);
        } else if (kind == "deed") {
            for (const auto relation : data::split(row[2], '|')) {
                for (const auto word : data::split(row[1], '|')) deeds_[std::string(word)].insert(relation_named(relation));
            }
        } else if (kind == "role") {
            const auto relation = relation_named(row[2]);
            for (const auto words : data::split(row[1], '|')) add_role(words, relation);
        } else if (kind == "list") {
            for (const auto word : data::split(row[2], '|')) lists_.add(row[1], word);
        } else if (kind == "effect") {
            if (!contains(effects, row[1])) fail("unknown effect '" + std::string(row[1]) + "'");
            for (const auto word : data::split(row[2], '|')) effects_.emplace(word, row[1]);
        } else if (kind == "implies") {
            if (row.cells.size() < 5) fail("expected to or that, what follows if asserted, what if denied, words");
            add_implications(row[1], row[2], row[3], row[4]);
        } else {
            fail("unknown kind '" + std::string(kind) + "' (known: relation, verb, noun, adj, deed, role, list, effect, implies)");
        }
    }
    check_conditions();
    line_ = 0;
    if (relations_.empty()) throw FormatError(file_name_ + ": the table has no relation");
}

// After the last line, for a list may stand behind the lines that ask for it. Fails for the first bad line.
void RelationTable::check_conditions() {
    const Condition* bad = nullptr;
    for (const Frames* frames : {&verbs_, &nouns_, &adjectives_}) {
        for (const auto& [lemma, list] : *frames) {
            for (const Frame& frame : list) {
                for (const Condition& condition : frame.conditions) {
                    const bool clause = condition.slot.kind == Slot::Kind::clause;
                    const bool itself = condition.slot.kind == Slot::Kind::self;
                    if (itself ? condition.list == "negated" : condition.list == "anything" || lists_.has_list(condition.list)) continue;
                    if (clause ? contains(effects, condition.list) : !itself && contains(node_types, condition.list)) continue;
                    if (bad != nullptr && line_ <= frame.line) continue;
                    bad = &condition;
                    line_ = frame.line;
                }
            }
        }
    }
    if (bad != nullptr) fail("unknown list '" + bad->list + "'");
}

void RelationTable::fail(const std::string& message) const { data::fail(file_name_, line_, message); }

void RelationTable::add_relation(std::string_view name, std::string_view plover, std::string_view quad,
                                 std::string_view score, std::string_view symmetric, std::string_view ends) {
    const auto dash = [](std::string_view cell) { return cell == "-" ? std::string() : std::string(cell); };
    Relation relation;
    relation.name = name;
    relation.plover = dash(plover);
    relation.quad = dash(quad);
    const auto [end, error] = std::from_chars(score.data(), score.data() + score.size(), relation.score);
    if (error != std::errc() || end != score.data() + score.size()) fail("'" + std::string(score) + "' is no number");
    if (symmetric != "sym" && symmetric != "-") fail("expected 'sym' or '-', not '" + std::string(symmetric) + "'");
    relation.symmetric = symmetric == "sym";
    const auto arrow = ends.find('>');
    if (arrow == std::string_view::npos) fail("expected the ends as SOURCE_TYPES>TARGET_TYPES");
    const auto add_types = [&](std::string_view types, auto& set) {
        for (const auto type : data::split(types, '|')) {
            if (type == "actor") {
                set.insert({"person", "organization", "country", "group"});
            } else if (type == "any") {
                set.insert(node_types.begin(), node_types.end());
            } else if (contains(node_types, type)) {
                set.emplace(type);
            } else {
                fail("unknown node type '" + std::string(type) + "'");
            }
        }
    };
    add_types(ends.substr(0, arrow), relation.source_types);
    add_types(ends.substr(arrow + 1), relation.target_types);
    if (!relation_by_name_.emplace(relation.name, relations_.size()).second) {
        fail("relation '" + relation.name + "' comes twice");
    }
    relations_.push_back(std::move(relation));
}

void RelationTable::add_frames(Frames& frames, std::string_view words, std::string_view slots,
                               std::string_view relation, std::string_view conditions) {
    const auto slot = [this](std::string_view name) {
        auto found = slot_named(name);
        if (!found) fail("unknown slot '" + std::string(name) + "'");
        return *std::move(found);
    };
    const auto arrow = slots.find('>');
    if (arrow == std::string_view::npos) fail("expected SOURCE>TARGET, not '" + std::string(slots) + "'");
    Frame frame;
    frame.line = line_;
    frame.relation = relation_named(relation);
    frame.source = slot(slots.substr(0, arrow));
    frame.target = slot(slots.substr(arrow + 1));
    for (auto text : data::split(conditions, ' ')) {
        Condition condition;
        condition.wanted = !text.starts_with('!');
        if (!condition.wanted) text.remove_prefix(1);
        const auto at = text.find('@');
        if (at == std::string_view::npos) fail("expected SLOT@LIST, not '" + std::string(text) + "'");
        condition.slot = slot(text.substr(0, at));
        condition.list = text.substr(at + 1);
        frame.conditions.push_back(std::move(condition));
    }
    for (const auto word : data::split(words, '|')) frames[std::string(word)].push_back(frame);
}

void RelationTable::add_role(std::string_view words, std::size_t relation) {
    roles_.emplace(words, relation);
    // "secretary-general" may be one token or three.
    std::string_view end = words.substr(words.rfind(' ') + 1);
    for (role_ends_.emplace(end); end.find('-') != std::string_view::npos; role_ends_.emplace(end)) {
        end.remove_prefix(end.find('-') + 1);
    }
}

void RelationTable::add_implications(std::string_view frame, std::string_view asserted, std::string_view denied,
                                     std::string_view words) {
    if (frame != "to" && frame != "that") fail("expected 'to' or 'that', not '" + std::string(frame) + "'");
    for (const auto what : {asserted, denied}) {
        if (what != "true" && !contains(effects, what)) fail("unknown effect '" + std::string(what) + "'");
    }
    auto& rows = frame == "that" ? implications_of_finite_ : implications_;
    for (const auto word : data::split(words, '|')) {
        // An effect that a table gives the word before, like one that extends this, has the last word.
        if (!effects_.contains(word)) rows.emplace(word, Implication{std::string(asserted), std::string(denied)});
    }
}

std::size_t RelationTable::relation_named(std::string_view name) const {
    const auto found = relation_by_name_.find(name);
    if (found == relation_by_name_.end()) fail("unknown relation '" + std::string(name) + "'");
    return found->second;
}

const Relation* RelationTable::find(std::string_view name) const {
    const auto found = relation_by_name_.find(name);
    return found == relation_by_name_.end() ? nullptr : &relations_[found->second];
}

namespace {

template <typename Frames>
const std::vector<Frame>& frames_of(const Frames& frames, std::string_view lemma) {
    static const std::vector<Frame> none;
    const auto found = frames.find(lemma);
    return found == frames.end() ? none : found->second;
}

}  // namespace

const std::vector<Frame>& RelationTable::verb(std::string_view lemma) const { return frames_of(verbs_, lemma); }
const std::vector<Frame>& RelationTable::noun(std::string_view lemma) const { return frames_of(nouns_, lemma); }
const std::vector<Frame>& RelationTable::adjective(std::string_view lemma) const { return frames_of(adjectives_, lemma); }

const std::set<std::size_t>& RelationTable::deeds(std::string_view lemma) const {
    static const std::set<std::size_t> none;
    const auto found = deeds_.find(lemma);
    return found == deeds_.end() ? none : found->second;
}

std::size_t RelationTable::role(std::string_view words) const {
    const auto found = roles_.find(words);
    return found == roles_.end() ? no_relation : found->second;
}

std::string_view RelationTable::effect(std::string_view word) const {
    const auto found = effects_.find(word);
    return found == effects_.end() ? std::string_view{} : std::string_view(found->second);
}

const Implication* RelationTable::implication(std::string_view lemma, bool finite) const {
    const auto& rows = finite ? implications_of_finite_ : implications_;
    const auto found = rows.find(lemma);
    return found == rows.end() ? nullptr : &found->second;
}

}  // namespace newsgraph
