#include "export/formats.hpp"
#include "export/json.hpp"
#include "graph/graph_evidence.hpp"
#include "graph/json_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/random_records.hpp"

#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

constexpr std::uint32_t seed = 20260105;
constexpr int rounds = 60;

// Everything that is derived: both formats, and what GraphML leaves out.
std::string bytes_of(const EvidenceSet& evidence, const Decisions& decisions = {}) {
    const Resolution resolution = resolve(evidence, decisions);
    const KnowledgeGraph graph = derive_graph(evidence, resolution, some_relations(), decisions);
    StringSink sink;
    for (const GraphFormat& format : graph_formats()) {
        format.write(graph, {}, sink);
    }
    for (const Merge& merge : resolution.merges) {
        sink.write(merge.rule + " " + merge.from + " " + merge.into + " " + merge.detail + "\n");
    }
    for (const GraphEdge& edge : graph.edges()) {
        for (const EdgeEvidence& statement : edge.statements) {
            sink.write(edge.id + " " + statement.doc + " " + statement.text + " " + std::to_string(statement.sentence) + "\n");
        }
    }
    return sink.text();
}

std::string bytes_of_store(const EvidenceStore& store) {
    return bytes_of(store.load());
}

EvidenceSet evidence_after(const std::vector<Record>& records) {
    EvidenceStore store;
    for (const Record& record : records) {
        store.add(record);
    }
    return store.load();
}

// Through a file and back.
EvidenceSet evidence_of_file(const EvidenceSet& evidence) {
    StringSink sink;
    write_json(derive_graph(evidence, resolve(evidence), some_relations()), {}, sink);
    return evidence_of(parse_graph_json(sink.text(), "graph.json"), "graph.json");
}

std::string bytes_after(const std::vector<Record>& records) {
    EvidenceStore store;
    for (const Record& record : records) {
        store.add(record);
    }
    return bytes_of_store(store);
}

}  // namespace

TEST_CASE("documents in any order give the same bytes") {
    Dice dice(seed);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Record> records = random_records(dice, 12);
        const std::string bytes = bytes_after(records);
        for (int i = 0; i < 4; ++i) {
            dice.shuffle(records);
            REQUIRE(bytes_after(records) == bytes);
        }
    }
}

TEST_CASE("decisions in any order give the same bytes, and keep apart what is different") {
    Dice dice(seed + 10);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Record> records = random_records(dice, 12);
        const EvidenceSet evidence = evidence_after(records);
        if (evidence.entities.empty()) {
            continue;
        }
        const auto any = [&] {
            const EntityEvidence& entity = evidence.entities[dice.below(evidence.entities.size())];
            return entity.node + (dice.once_in(3) ? "@" + evidence.documents[entity.document].doc : "");
        };
        Decisions decisions;
        for (std::size_t i = dice.below(6); i > 0; --i) {
            decisions.push_back({dice.of({"same", "same", "different", "rename", "retype"}), any(), any()});
        }
        const std::string bytes = bytes_of(evidence, decisions);
        const std::vector<std::string> nodes = resolve(evidence, decisions).nodes;
        const auto node_of = [&](const std::string& id, const std::string& doc) {
            std::set<std::string> out;
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                const EntityEvidence& entity = evidence.entities[i];
                if (entity.node == id && (doc.empty() || evidence.documents[entity.document].doc == doc)) {
                    out.insert(nodes[i]);
                }
            }
            return out;
        };
        for (const Decision& decision : decisions) {
            const auto [a, of_a] = id_and_document(decision.subject);
            const auto [b, of_b] = id_and_document(decision.object);
            if (decision.kind == "different" && a != b) {
                const std::set<std::string> mine = node_of(a, of_a);
                for (const std::string& node : node_of(b, of_b)) {
                    REQUIRE(!mine.contains(node));
                }
            }
        }
        for (int i = 0; i < 3; ++i) {
            dice.shuffle(decisions);
            dice.shuffle(records);
            REQUIRE(bytes_of(evidence_after(records), decisions) == bytes);
        }
    }
}

TEST_CASE("adding what is there changes nothing") {
    Dice dice(seed + 1);
    for (int round = 0; round < rounds; ++round) {
        const std::vector<Record> records = random_records(dice, 10);
        std::vector<Record> twice = records;
        twice.insert(twice.end(), records.begin(), records.end());
        dice.shuffle(twice);
        REQUIRE(bytes_after(twice) == bytes_after(records));
    }
}

TEST_CASE("a graph without a document is the graph that never saw it") {
    Dice dice(seed + 2);
    for (int round = 0; round < rounds; ++round) {
        const std::vector<Record> records = random_records(dice, 12);
        const std::string gone = records[dice.below(records.size())].doc;
        EvidenceStore store;
        std::vector<Record> others;
        for (const Record& record : records) {
            store.add(record);
            if (record.doc != gone) {
                others.push_back(record);
            }
        }
        REQUIRE(store.remove(gone));
        REQUIRE(bytes_of_store(store) == bytes_after(others));
    }
}

TEST_CASE("a store in a file gives what one in memory gives, in one run or in several") {
    Dice dice(seed + 3);
    for (int round = 0; round < 6; ++round) {
        std::vector<Record> records = random_records(dice, 8);
        std::set<std::string> docs;  // one text an id: another one of a later run would replace it
        std::erase_if(records, [&](const Record& record) { return !docs.insert(record.doc).second; });
        Folder folder;
        for (const Record& record : records) {
            EvidenceStore store("news.ngdb");
            store.add(record);
            store.commit();
        }
        REQUIRE(bytes_of_store(EvidenceStore("news.ngdb")) == bytes_after(records));
    }
}

TEST_CASE("records survive their JSON: a graph of what was written and read is the same") {
    Dice dice(seed + 4);
    for (int round = 0; round < rounds; ++round) {
        const std::vector<Record> records = random_records(dice, 8);
        std::vector<Record> again;
        for (const Record& record : records) {
            again.push_back(record_from_json(to_json(record)));
        }
        REQUIRE(bytes_after(again) == bytes_after(records));
    }
}

TEST_CASE("graph files merge into the graph of all their articles") {
    Dice dice(seed + 7);
    for (int round = 0; round < rounds; ++round) {
        const std::vector<Record> records = random_records(dice, 12);
        std::vector<std::vector<Record>> parts(1 + dice.below(4));
        for (const Record& record : records) {
            parts[dice.below(parts.size())].push_back(record);
            parts[dice.below(parts.size())].push_back(record);  // the same part, or an overlap
        }
        std::vector<EvidenceSet> files;
        for (const auto& part : parts) {
            files.push_back(evidence_of_file(evidence_after(part)));
        }
        const std::string whole = bytes_after(records);
        REQUIRE(bytes_of(unite({}, files)) == whole);
        dice.shuffle(files);
        REQUIRE(bytes_of(unite({}, files)) == whole);
        // In steps, with the first step's result among the inputs of the second.
        const EvidenceSet step = evidence_of_file(unite({}, {files.front()}));
        files.push_back(step);
        REQUIRE(bytes_of(unite({}, files)) == whole);
    }
}

TEST_CASE("characters that no file can hold do not part a graph from its file") {
    Dice dice(seed + 9);
    const auto spoiled = [&](std::string& text) {
        if (dice.once_in(2)) {
            text.insert(dice.below(2) == 0 ? 0 : text.size(), dice.of({"\x01", "\x1F", "\xEF\xBF\xBF"}));
        }
    };
    for (int round = 0; round < rounds; ++round) {
        std::vector<Record> records = random_records(dice, 8);
        for (Record& record : records) {
            spoiled(record.doc);
            spoiled(record.title);
            for (Entity& entity : record.entities) {
                spoiled(entity.node);
                spoiled(entity.label);
                spoiled(entity.mentions[0].text);
            }
            for (Statement& statement : record.statements) {
                spoiled(statement.cue.text);
                spoiled(statement.what);
            }
        }
        const EvidenceSet evidence = evidence_after(records);
        REQUIRE(bytes_of(unite({}, {evidence_of_file(evidence)})) == bytes_of(evidence));
    }
}

TEST_CASE("articles read now join those of graph files, and replace other texts of theirs") {
    Dice dice(seed + 8);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Record> old;
        std::vector<Record> fresh;
        std::vector<Record> all;
        for (int i = 0; i < 10; ++i) {
            const std::string doc = "doc" + std::to_string(i);
            const Record first = random_record(dice, doc);
            const Record second = random_record(dice, doc);
            const bool again = dice.once_in(3);
            old.push_back(first);
            if (again) {
                fresh.push_back(second);
            }
            all.push_back(again ? second : first);
        }
        REQUIRE(bytes_of(unite(evidence_after(fresh), {evidence_of_file(evidence_after(old))})) == bytes_after(all));
    }
}
