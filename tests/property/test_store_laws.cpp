// A store after anything that was done to it is the store that was given at once what remains.
#include "export/json.hpp"
#include "extract/base/sha256.hpp"
#include "graph/evidence_store.hpp"
#include "graph/resolution.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/sample_graphs.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <utility>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

constexpr std::uint32_t seed = 20260109;

// What a store should hold, by id and text.
using Model = std::map<std::pair<std::string, std::string>, Record>;

std::string export_of(const EvidenceStore& store) {
    const EvidenceSet evidence = store.load();
    StringSink sink;
    write_json(derive_graph(evidence, resolve(evidence), some_relations()), {}, sink);
    return sink.text();
}

std::string built_at_once(const Model& model, Dice& dice) {
    std::vector<Record> records;
    for (const auto& [key, record] : model) records.push_back(record);
    dice.shuffle(records);
    EvidenceStore store;
    for (const Record& record : records) store.add(record);
    return export_of(store);
}

std::string hash_of_record(const Record& record) {
    return sha256(to_json(record));
}

std::pair<std::string, std::string> key_of(const Record& record) {
    return {record.doc, record.text.empty() ? hash_of_record(record) : record.text};
}

// Of one text with other metadata the smaller hash stays, within a run and when stores are merged.
void keep_smaller(Model& model, const Record& record) {
    const auto [place, fresh] = model.try_emplace(key_of(record), record);
    if (!fresh && hash_of_record(record) < hash_of_record(place->second)) place->second = record;
}

// One run: whatever it brings replaces other texts of earlier runs under the same ids.
void add_run(const std::string& file, Model& model, const std::vector<Record>& records) {
    EvidenceStore store(file);
    Model run;
    std::set<std::string> new_texts;  // ids with a text that was not there
    for (const Record& record : records) {
        store.add(record);
        keep_smaller(run, record);
        if (!model.contains(key_of(record))) new_texts.insert(record.doc);
    }
    store.commit();
    std::erase_if(model, [&](const auto& item) { return new_texts.contains(item.first.first); });
    for (const auto& [key, record] : run) model.insert_or_assign(key, record);
}

void remove_one(const std::string& file, Model& model, Dice& dice) {
    EvidenceStore store(file);
    const std::vector<DocumentEvidence> documents = store.load().documents;
    if (documents.empty()) return;
    const DocumentEvidence gone = documents[dice.below(documents.size())];
    REQUIRE(store.remove(gone.doc));
    store.commit();
    std::erase_if(model, [&](const auto& item) {
        const Record& record = item.second;
        const std::string hash = record.text.empty() ? hash_of_record(record) : sha256(record.text);
        return record.doc == gone.doc || apart_from_namesakes(record.doc, hash) == gone.doc;
    });
}

}  // namespace

TEST_CASE("after adding, removing and merging a store is what it were had it been given at once what remains") {
    Dice dice(seed);
    for (int round = 0; round < 12; ++round) {
        Folder folder;
        const std::vector<std::string> files = {"a.ngdb", "b.ngdb", "c.ngdb"};
        std::map<std::string, Model> models;
        for (int step = 0; step < 15; ++step) {
            const std::string& file = dice.of(files);
            const std::string& other = dice.of(files);
            if (dice.once_in(4)) {
                remove_one(file, models[file], dice);
            } else if (dice.once_in(3) && std::filesystem::exists(other)) {
                EvidenceStore(file).merge(other);
                const Model theirs = models[other];
                for (const auto& [key, record] : theirs) keep_smaller(models[file], record);
            } else {
                add_run(file, models[file], random_records(dice, 4));
            }
            const EvidenceStore store(file);
            REQUIRE(export_of(store) == built_at_once(models[file], dice));
            REQUIRE(store.faults().empty());
        }
    }
}

TEST_CASE("merging stores does not depend on their order, nor on how often it is done") {
    Dice dice(seed + 1);
    for (int round = 0; round < 8; ++round) {
        Folder folder;
        std::vector<std::string> files = {"a.ngdb", "b.ngdb", "c.ngdb"};
        for (const std::string& file : files) {
            EvidenceStore store(file);
            for (const Record& record : random_records(dice, 5)) store.add(record);
            store.decide({"same", dice.of({"x", "y"}), dice.of({"z", "w"})});
            store.commit();
        }
        std::set<std::string> results;
        for (const char* name : {"one.ngdb", "two.ngdb", "three.ngdb"}) {
            dice.shuffle(files);
            EvidenceStore store(name);
            for (const std::string& file : files) store.merge(file);
            for (const std::string& file : files) REQUIRE(store.merge(file).added == 0);
            std::string result = export_of(store);
            for (const Decision& decision : store.decisions()) result += decision.kind + decision.subject + decision.object;
            results.insert(result);
            REQUIRE(store.faults().empty());
        }
        REQUIRE(results.size() == 1);
    }
}
