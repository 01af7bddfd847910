// Statements of a hand-made document as text: "SOURCE relation TARGET", with " negated" and the realis where they differ
// from asserted and actual.
#pragma once

#include "extract/data/tables.hpp"
#include "extract/names/concepts.hpp"
#include "extract/names/coreference.hpp"
#include "extract/relations/statements.hpp"
#include "tests/support/make_document.hpp"

#include <string>
#include <utility>
#include <vector>

namespace newsgraph::test {

inline const RelationTable& default_table() {
    static const RelationTable table(data::relations(), "relations.tsv");
    return table;
}

struct FindOptions {
    StatementOptions statements;
    bool concepts = false;
    bool coreference = false;
    std::string home{};  // label of the country in which the document was written
};

inline std::vector<std::string> find_in(std::string_view lines, const FindOptions& options,
                                        const RelationTable& table = default_table()) {
    static const Gazetteer gazetteer = known_things();
    static const NameWords words(data::names(), "names.tsv");
    static const Forenames forenames(data::forenames(), "forenames.tsv");
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    static const NounClasses classes(data::noun_classes(), "noun_classes.tsv");
    Names names = find_names(tree, gazetteer, words, forenames, {});
    if (options.coreference) names = with_coreference(tree, words, forenames, std::move(names), {});
    if (options.concepts) names = with_concepts(tree, classes, words, {}, std::move(names));
    for (std::size_t m = names.mentions.size(); m > 0; --m) {
        if (names.thing_of(m - 1).label == options.home) names.home = m - 1;
    }
    std::vector<std::string> result;
    for (const auto& found : find_statements(tree, names, table, classes, options.statements)) {
        std::string text = names.thing_of(found.source).label + " " + table.relations()[found.relation].name + " " +
                           names.thing_of(found.target).label;
        if (found.negated) text += " negated";
        if (found.realis != "actual") text += " " + found.realis;
        if (!found.role.empty()) text += " role=" + found.role;
        if (!found.what.empty()) text += " what=" + found.what;
        if (found.speaker != no_name) text += " said by " + names.thing_of(found.speaker).label;
        result.push_back(std::move(text));
    }
    return result;
}

inline std::vector<std::string> find_in(std::string_view lines, const StatementOptions& options = {},
                                        const RelationTable& table = default_table()) {
    return find_in(lines, FindOptions{options, false, false}, table);
}

using Found = std::vector<std::string>;

}  // namespace newsgraph::test
