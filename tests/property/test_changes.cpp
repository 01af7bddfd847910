// After a change only what has to do with it is decided anew (graph/kept_resolution.hpp). All that is kept of who is who is then
// the same as if all had been decided at once, and so is the graph.
#include "export/json.hpp"
#include "graph/evidence_store.hpp"
#include "graph/kept_answer.hpp"
#include "graph/kept_graph.hpp"
#include "graph/resolution.hpp"
#include "graph/sqlite.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/sample_graphs.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

constexpr std::uint32_t seed = 20261126;

// Whatever is new, only what has to do with it is decided anew, unless the rules themselves depend on it.
bool update_by_parts(const std::string& file) {
    constexpr LargestPart everything_is_little = {1e9, 1e9};
    sqlite::Database db(file);
    db.run("PRAGMA foreign_keys = ON; BEGIN");
    sqlite::Transaction all_or_nothing(db);
    const GraphBasis basis = basis_of(db, some_relations());
    const bool by_parts = is_current(db, basis) || bring_graph_up_to_date(db, basis, everything_is_little);
    all_or_nothing.commit();
    return by_parts;
}

// All that is kept of who is who, with names in the place of numbers.
std::set<std::string> who_is_who(sqlite::Database& db) {
    std::set<std::string> out;
    const std::string called = "(SELECT p.id || '@' || ifnull((SELECT doc FROM documents AS d WHERE d.id = p.document), '')"
                               " FROM graph_proposals AS p WHERE p.proposal = ";
    const auto group = [&](const std::string& level) {
        return "(SELECT group_concat(name, ' + ') FROM (SELECT q.id || '@' || ifnull((SELECT doc FROM documents AS d WHERE d.id = q.document), '')"
               " AS name FROM graph_proposals AS q WHERE q." + level + " = x." + level + " ORDER BY 1))";
    };
    for (const std::string& rows : {
             "SELECT 'proposal', " + called + "x.proposal), documents, bare, decided, settled, facts, " + group("kin") + ", " + group("clan") + ", " +
                 group("tribe") + ", " + group("band") + ", (SELECT id FROM graph_nodes AS n WHERE n.node = x.node) FROM graph_proposals AS x",
             "SELECT 'kin', " + group("kin") + ", documents, name FROM (SELECT kin, k.documents, k.name FROM graph_kins AS k) AS x",
             "SELECT 'block', key, " + called + "x.proposal) FROM graph_blocks AS x",
             "SELECT 'link', phase, " + called + "a), " + called + "b), rule, type, detail, beside, chosen, made FROM graph_links",
             std::string("SELECT 'story', (SELECT doc FROM documents WHERE id = document), (SELECT doc FROM documents WHERE id = story)"
                         " FROM graph_stories"),
             std::string("SELECT 'band', band, doc FROM graph_bands JOIN documents ON id = document"),
             std::string("SELECT 'band of nobody' FROM graph_bands WHERE document NOT IN (SELECT id FROM documents)"),
             std::string("SELECT 'member', doc, entity, (SELECT id FROM graph_proposals AS p WHERE p.proposal = m.proposal),"
                         " (SELECT id FROM graph_nodes AS n WHERE n.node = m.node) FROM graph_members AS m JOIN documents AS d ON d.id = m.document"),
         }) {
        sqlite::Query query(db, rows.c_str());
        while (query.step()) {
            std::string line;
            for (int column = 0; column < query.columns(); ++column) line += query.text(column) + " | ";
            out.insert(line);
        }
    }
    return out;
}

std::set<std::string> kept_at(const std::string& file) {
    sqlite::Database db(file);
    return who_is_who(db);
}

std::set<std::string> kept_anew(const std::string& file) {
    sqlite::Database db(file);
    db.run("PRAGMA foreign_keys = ON; BEGIN");
    sqlite::Transaction undone(db);
    forget_kept_graph(db);
    bring_graph_up_to_date(db, basis_of(db, some_relations()));
    return who_is_who(db);
}

std::string difference(const std::set<std::string>& kept, const std::set<std::string>& anew) {
    std::string out;
    for (const std::string& line : kept) out += anew.contains(line) ? "" : "only kept: " + line + "\n";
    for (const std::string& line : anew) out += kept.contains(line) ? "" : "only anew: " + line + "\n";
    return out;
}

std::string text_of(const KnowledgeGraph& graph) {
    StringSink sink;
    write_json(graph, {}, sink);
    return sink.text();
}

std::string kept_text(const EvidenceStore& store) {
    GraphQuestion question;
    question.statements = true;
    question.origins = true;
    question.articles = true;
    return text_of(store.graph(question, some_relations()).graph);
}

std::string derived_text(const EvidenceStore& store) {
    const EvidenceSet evidence = store.load(Concepts::left_out);
    return text_of(derive_graph(evidence, resolve(evidence, store.decisions()), some_relations(), store.decisions()));
}

// True if only parts were decided.
bool update_and_compare(const std::string& file) {
    const bool by_parts = update_by_parts(file);
    REQUIRE(difference(kept_at(file), kept_anew(file)) == "");
    const EvidenceStore store(file, StoreAccess::read);
    REQUIRE(kept_text(store) == derived_text(store));
    REQUIRE(store.graph_faults().empty());
    return by_parts;
}

std::string slug(std::string label) {
    for (char& c : label) c = c == ' ' || c == '.' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return label;
}

// An article in which things stand one after the other, each in a sentence.
class NewsRecord {
public:
    explicit NewsRecord(const std::string& doc) {
        record_.doc = doc;
        record_.text = "News from " + doc + ". ";
    }

    NewsRecord& names(const std::string& id, const std::string& label, const std::string& type, const std::string& title = {},
                   const std::string& later = {}) {
        Entity entity{"e" + std::to_string(record_.entities.size()), id, label, type, {}};
        for (const std::string& name : {label, later}) {
            if (name.empty()) continue;
            const bool titled = !title.empty() && (later.empty() || name == later);
            record_.text += titled ? title + " " : std::string();
            const auto begin = static_cast<std::uint32_t>(record_.text.size());
            record_.text += name + " spoke. ";
            entity.mentions.push_back({{begin, begin + static_cast<std::uint32_t>(name.size())}, name, "name"});
        }
        record_.entities.push_back(entity);
        return *this;
    }

    NewsRecord& goes_on(const std::string& text) {
        record_.text += text;
        return *this;
    }

    Record record() {
        const auto end = static_cast<std::uint32_t>(record_.text.size());
        record_.sentences.push_back({0, end});
        for (std::size_t i = 1; i < record_.entities.size(); ++i) {
            Statement statement;
            statement.source = record_.entities[i - 1].id;
            statement.target = record_.entities[i].id;
            statement.relation = i % 2 == 0 ? "meets" : "attacks";
            statement.cue = {{0, 4}, "News"};
            statement.confidence = 0.5;
            record_.statements.push_back(statement);
        }
        return record_;
    }

private:
    Record record_;
};

// One of two stories, with some words that are others, and a part of it left out.
std::string some_version(Dice& dice) {
    const std::string story = dice.of({"a", "a", "b"});
    const std::size_t length = 100 + dice.below(3) * 30;
    const std::size_t others = dice.below(12);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < length; ++i) words.push_back(story + std::to_string(i));
    for (std::size_t i = 0; i < others; ++i) words[dice.below(length)] = "other" + std::to_string(dice.below(5));
    std::string text;
    for (const std::string& word : words) text += word + " ";
    return text;
}

void add_person(Dice& dice, NewsRecord& article) {
    const std::string last = dice.of({"Lund", "Lund", "Torvald", "Skagen", "Lundqvist", "Lundquist", "Zelenskyi", "Selenskyj"});
    if (dice.once_in(3)) {
        article.names("person:" + slug(last), last, "person", dice.of({"", "", "Captain", "Mrs", "Mr"}));
        return;
    }
    const std::string middle = dice.of({"", "", "", "B. ", "A. ", "Birgit "});
    const std::string label = dice.of({"William", "Bill", "Karen", "Karen", "Sergey", "Serhiy", "K.", "W. Karen"}) + " " + middle + last;
    const std::string id = dice.once_in(8) ? "Q" + std::to_string(1 + dice.below(4)) : "person:" + slug(label);
    article.names(id, label, "person", dice.of({"", "", "Captain", "Mrs", "Mr"}), dice.once_in(2) ? last : "");
}

void add_thing(Dice& dice, NewsRecord& article) {
    const std::string label = dice.of(
        {"Torvald Shipping", "Torvald Motors Corp.", "Torvald Motors", "Torvald", "Torvald Inc.", "Harbour Board of Alesund", "HBA",
         "Harbor Board of Alesund", "Norway Harbour Inspector", "Denmark Harbour Inspector", "Harbour Inspector", "Union of Harbour Workers",
         "Union of Harbours Workers", "Malmo Rovers", "Rovers", "Nordgas", "Norway", "Denmark", "Skagen", "Port Elsa", "A.B.C.",
         "Helge Bay Alliance"});
    std::string type = "organization";
    if (label == "Norway" || label == "Denmark") type = dice.of({"country", "place"});
    if (label == "Skagen" || label == "Nordgas") type = dice.of({"organization", "product", "work", "person"});
    if (label == "Port Elsa") type = dice.of({"person", "place"});
    const std::string last = label.substr(label.rfind(' ') + 1);
    article.names(type + ":" + slug(label), label, type, "", dice.once_in(3) && last != label ? last : "");
}

// Persons and things of few names, and what stands beside them: of few themes each.
Record news(Dice& dice, const std::string& doc) {
    NewsRecord article(doc);
    for (std::size_t i = 0; i < 1 + dice.below(3); ++i) add_person(dice, article);
    for (std::size_t i = 0; i < dice.below(3); ++i) add_thing(dice, article);
    const std::size_t theme = dice.below(4);
    for (std::size_t i = 0; i < dice.below(4); ++i) {
        const std::string label = "Elsewhere" + std::to_string(3 * theme + dice.below(4));
        article.names("place:" + slug(label), label, "place");
    }
    return article.record();
}

std::string some_id(const EvidenceStore& store, Dice& dice) {
    const EvidenceSet evidence = store.load();
    if (evidence.entities.empty()) return "x";
    const EntityEvidence& entity = evidence.entities[dice.below(evidence.entities.size())];
    return entity.node + (dice.once_in(2) ? "@" + evidence.documents[entity.document].doc : "");
}

void change(const std::string& file, Dice& dice, std::size_t documents) {
    EvidenceStore store(file);
    const std::vector<DocumentEvidence> there = store.load().documents;
    if (dice.once_in(4) && !there.empty()) {
        store.remove(there[dice.below(there.size())].doc);
    } else if (dice.once_in(25)) {
        store.decide({dice.of({"same", "different", "different"}), some_id(store, dice), some_id(store, dice)});
    } else if (dice.once_in(40)) {
        store.decide({"rename", some_id(store, dice), "Somebody"});
    } else {
        for (std::size_t i = 0; i <= dice.below(3); ++i) store.add(news(dice, "d" + std::to_string(dice.below(documents))));
        if (dice.once_in(5)) store.add(news(dice, "d1"));  // perhaps two texts under one id
    }
    store.commit();
}

void add_all(const std::vector<Record>& records) {
    EvidenceStore store("a.ngdb");
    for (const Record& record : records) store.add(record);
    store.commit();
}

void take_out(const std::string& doc) {
    EvidenceStore store("a.ngdb");
    store.remove(doc);
    store.commit();
}

// Are these two proposed ids one thing, by what is decided by parts, which is compared with all at once?
bool are_one(const std::string& id, const std::string& other) {
    REQUIRE(update_and_compare("a.ngdb"));
    sqlite::Database db("a.ngdb");
    sqlite::Query query(db, "SELECT count(DISTINCT band) FROM graph_proposals WHERE id IN (?1, ?2)");
    query.bind(1, id).bind(2, other);
    query.step();
    return query.integer(0) == 1;
}

// Beside the one thing stand the places.
Record beside(const std::string& doc, const std::string& label, const std::string& type, const std::vector<std::string>& places) {
    NewsRecord record(doc);
    record.names(type + ":" + slug(label), label, type);
    for (const std::string& place : places) record.names("place:" + slug(place), place, "place");
    return record.record();
}

}  // namespace

TEST_CASE("what is decided by parts is what is decided at once") {
    Dice dice(seed);
    std::size_t by_parts = 0;
    constexpr int rounds = 10;
    constexpr int steps = 40;
    for (int round = 0; round < rounds; ++round) {
        Folder folder;
        for (int step = 0; step < steps; ++step) {
            INFO("round " << round << " step " << step);
            change("a.ngdb", dice, round % 2 == 0 ? 12 : 60);
            by_parts += update_and_compare("a.ngdb") ? 1U : 0U;
        }
    }
    CHECK(by_parts > rounds * steps / 2);
}

TEST_CASE("copies are found by parts, where they are many as well") {
    Dice dice(seed + 2);
    std::size_t by_parts = 0;
    for (std::size_t round = 0; round < 4; ++round) {
        Folder folder;
        for (int step = 0; step < 25; ++step) {
            INFO("round " << round << " step " << step);
            {
                EvidenceStore store("a.ngdb");
                const std::vector<DocumentEvidence> there = store.load().documents;
                if (dice.once_in(4) && !there.empty()) store.remove(there[dice.below(there.size())].doc);
                for (std::size_t i = 0; i < dice.below(round % 2 == 0 ? 4 : 12); ++i) {
                    NewsRecord article("d" + std::to_string(dice.below(100)));
                    article.names("place:norway", "Norway", "place").names("place:port", "Port", "place").goes_on(some_version(dice));
                    store.add(article.record());
                }
                store.commit();
            }
            by_parts += update_and_compare("a.ngdb") ? 1U : 0U;
        }
    }
    CHECK(by_parts > 50);
}

TEST_CASE("records that fit nothing are decided by parts as well") {
    Dice dice(seed + 1);
    for (int round = 0; round < 10; ++round) {
        Folder folder;
        for (int step = 0; step < 20; ++step) {
            INFO("round " << round << " step " << step);
            {
                EvidenceStore store("a.ngdb");
                for (const Record& record : random_records(dice, 1 + dice.below(4))) store.add(record);
                store.commit();
            }
            update_and_compare("a.ngdb");
        }
    }
}

TEST_CASE("a surname that comes or goes tells persons from things") {
    Folder folder;
    add_all({beside("a", "Skagen", "person", {"Alta", "Bodo"}), beside("b", "Skagen", "organization", {"Alta", "Bodo"})});
    update_by_parts("a.ngdb");
    add_all({beside("c", "Somebody Else", "person", {"Oslo"})});
    CHECK(are_one("person:skagen", "organization:skagen"));
    add_all({beside("d", "Karen Skagen", "person", {"Oslo"})});
    CHECK_FALSE(are_one("person:skagen", "organization:skagen"));
    take_out("d");
    CHECK(are_one("person:skagen", "organization:skagen"));
}

TEST_CASE("a country that comes or goes is left out or not") {
    Folder folder;
    add_all({beside("a", "Norway Harbour Inspector", "organization", {"Alta", "Bodo"}),
             beside("b", "Harbour Inspector", "organization", {"Alta", "Bodo"})});
    update_by_parts("a.ngdb");
    const auto left_out = [] { return are_one("organization:norway-harbour-inspector", "organization:harbour-inspector"); };
    add_all({beside("c", "Norway", "place", {"Oslo"})});
    CHECK_FALSE(left_out());
    add_all({beside("d", "Norway", "country", {"Oslo"})});
    CHECK(left_out());
    add_all({beside("e", "Denmark", "country", {"Oslo"}), beside("f", "Denmark Harbour Inspector", "organization", {"Oslo"})});
    CHECK_FALSE(left_out());
    take_out("e");
    CHECK(left_out());
    take_out("d");
    CHECK_FALSE(left_out());
}

TEST_CASE("a block that is full tells nothing, until somebody leaves it") {
    constexpr std::size_t most = 64;
    Folder folder;
    std::vector<Record> records = {beside("a", "K. Lund", "person", {"Alta", "Bodo"}), beside("b", "Karen Lund", "person", {"Alta", "Bodo"})};
    const auto namesake = [](std::size_t number) {
        const std::string name = std::string("K") + static_cast<char>('a' + number / 26) + static_cast<char>('a' + number % 26) + "z Lund";
        return beside("n" + std::to_string(number), name, "person", {"Oslo"});
    };
    for (std::size_t i = 0; i + 3 < most; ++i) records.push_back(namesake(i));
    add_all(records);
    update_by_parts("a.ngdb");
    const auto are_joined = [] { return are_one("person:k--lund", "person:karen-lund"); };
    add_all({namesake(most - 3)});
    CHECK(are_joined());
    add_all({namesake(most - 2)});
    CHECK_FALSE(are_joined());
    take_out("n7");
    CHECK(are_joined());
}

TEST_CASE("what becomes common tells nothing any more, and less in steps") {
    Folder folder;
    std::vector<Record> records = {beside("a", "K. Lund", "person", {"Rare", "Port"}), beside("b", "Karen Lund", "person", {"Rare", "Port"}),
                                   beside("c", "Torvald", "organization", {"Alta", "Bodo", "Often"})};
    NewsRecord firm("d");
    firm.names("organization:torvald-shipping", "Torvald Shipping", "organization", "", "Torvald");
    for (const std::string place : {"Alta", "Bodo", "Often"}) firm.names("place:" + slug(place), place, "place");
    records.push_back(firm.record());
    for (std::size_t i = 0; i < 1010; ++i) {
        std::vector<std::string> places = {"Place" + std::to_string(i)};
        if (i < 200) places.insert(places.end(), {"Alta", "Bodo"});
        if (i < 997) places.push_back("Often");
        if (i >= 500 && i < 597) places.push_back("Rare");
        NewsRecord record("n" + std::to_string(i));
        for (const std::string& place : places) record.names("place:" + slug(place), place, "place");
        records.push_back(record.record());
    }
    add_all(records);
    update_by_parts("a.ngdb");
    const auto are_people_joined = [] { return are_one("person:k--lund", "person:karen-lund"); };
    add_all({beside("r100", "Rare", "place", {"Often"})});
    CHECK(are_people_joined());
    CHECK(are_one("organization:torvald", "organization:torvald-shipping"));
    add_all({beside("r101", "Rare", "place", {"Often"})});
    CHECK_FALSE(are_people_joined());
    CHECK_FALSE(are_one("organization:torvald", "organization:torvald-shipping"));
    take_out("n500");
    CHECK(are_people_joined());
    CHECK(are_one("organization:torvald", "organization:torvald-shipping"));
}
