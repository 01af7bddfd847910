// Records by hand, for tests of what comes behind extraction: entities by name, statements by their sentence. The text
// grows with the statements; mentions have no place in it.
#pragma once

#include "extract/base/utf8.hpp"
#include "extract/record.hpp"
#include "graph/evidence_store.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/resolution.hpp"

#include <string>
#include <utility>
#include <vector>

namespace newsgraph::test {

class MakeRecord {
public:
    explicit MakeRecord(const std::string& doc) {
        record_.doc = doc;
        record_.text = "Text.";  // for those without statements
    }

    MakeRecord& dated(const std::string& date) {
        record_.date = date;
        return *this;
    }
    MakeRecord& from(const std::string& source, const std::string& title = {}, const std::string& url = {}) {
        record_.source = source;
        record_.title = title;
        record_.url = url;
        return *this;
    }

    // Mentions: the label, and what is named beside it.
    MakeRecord& entity(const std::string& id, const std::string& node, const std::string& label, const std::string& type,
                       const std::vector<std::string>& other_names = {}, const std::string& kind = "name") {
        Entity entity{id, node, label, type, {{{}, label, "name"}}};
        for (const std::string& name : other_names) {
            entity.mentions.push_back({{}, name, kind});
        }
        record_.entities.push_back(std::move(entity));
        return *this;
    }

    // Adds the sentence to the text. `cue` must be words of it.
    MakeRecord& says(const std::string& sentence, const std::string& source, const std::string& relation,
                     const std::string& target, const std::string& cue, double confidence = 0.5) {
        const auto length = [](const std::string& text) { return static_cast<std::uint32_t>(utf8::length(text)); };
        record_.text += " ";
        const std::uint32_t begin = length(record_.text);
        record_.text += sentence;
        record_.sentences.push_back({begin, length(record_.text)});
        Statement statement;
        statement.source = source;
        statement.relation = relation;
        statement.target = target;
        statement.sentence = static_cast<std::uint32_t>(record_.sentences.size() - 1);
        const std::uint32_t cue_begin = begin + length(sentence.substr(0, sentence.find(cue)));
        statement.cue = {{cue_begin, cue_begin + length(cue)}, cue};
        statement.confidence = confidence;
        record_.statements.push_back(std::move(statement));
        return *this;
    }

    // Text without statements, behind what is there.
    MakeRecord& goes_on(const std::string& text) {
        record_.text += " " + text;
        return *this;
    }

    // The statement added last.
    Statement& last() { return record_.statements.back(); }
    MakeRecord& but(const std::string& polarity, const std::string& realis = "actual") {
        last().polarity = polarity;
        last().realis = realis;
        return *this;
    }

    operator Record() const { return record_; }  // NOLINT(google-explicit-constructor): reads as the record

private:
    Record record_;
};

inline EvidenceSet evidence_of(const std::vector<Record>& records) {
    EvidenceStore store;
    for (const Record& record : records) {
        store.add(record);
    }
    return store.load();
}

// `meets` is symmetric; of `attacks` all is known.
inline RelationLookup some_relations() {
    return {{"meets", {"CONSULT", "VC", 1.0, true}}, {"attacks", {"ASSAULT", "MX", -9.0, false}}};
}

inline KnowledgeGraph graph_of(const std::vector<Record>& records) {
    const EvidenceSet evidence = evidence_of(records);
    return derive_graph(evidence, resolve(evidence), some_relations());
}

}  // namespace newsgraph::test
