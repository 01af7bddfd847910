// Who is meant by a bare name, told by what else its document names.
#include "graph/knowledge_graph.hpp"
#include "graph/names.hpp"
#include "graph/resolution.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/named_documents.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// The node of the last name.
std::string last_node(const std::vector<std::vector<Name>>& documents) {
    return resolve(evidence_of(documents)).nodes.back();
}

const Name somewhere{"Gulf of Guinea", "", "place", ""};
const Name somebody{"Delta Front", "", "organization", ""};

}  // namespace

TEST_CASE("a bare name is nobody who is another one in its document") {
    CHECK(last_node({{{"Amaka Obi", ""}}, {{"Chidi Obi", ""}, {"Obi", ""}}}) == "person:Amaka-Obi");
    CHECK(last_node({{{"Chidi Obi", ""}, {"Obi", ""}}}) == "person:Obi");
}

TEST_CASE("an acronym may stand beside what it is short for") {
    const Name full{"Security Service of Ukraine", "", "organization", "SBU"};
    const Name again{"Security Service of Ukraine", "", "organization", ""};
    CHECK(last_node({{full}, {again, {"SBU", "", "organization", ""}}}) == "organization:Security-Service-of-Ukraine");
}

TEST_CASE("a bare name means the bearer with its title") {
    const std::vector<Name> both = {{"Karen Lund", "Minister"}, {"Henrik Lund", "Captain"}};
    CHECK(last_node({both, {{"Lund", "Captain"}}}) == "person:Henrik-Lund");
    CHECK(last_node({both, {{"Lund", "Minister"}}}) == "person:Karen-Lund");
    CHECK(last_node({both, {{"Lund", "Judge"}}}) == "person:Lund");
}

TEST_CASE("who holds an office is not the only one of that name who holds none, with nothing beside both") {
    CHECK(last_node({{{"Karen Lund", ""}}, {{"Lund", "Senator"}}}) == "person:Lund");
    CHECK(last_node({{{"Karen Lund", ""}, somewhere}, {somewhere, {"Lund", "Senator"}}}) == "person:Karen-Lund");
    CHECK(last_node({{{"Karen Lund", "Senator"}}, {{"Lund", "Senator"}}}) == "person:Karen-Lund");
    CHECK(last_node({{{"Karen Lund", ""}}, {{"Lund", "Mrs"}}}) == "person:Karen-Lund");
    CHECK(last_node({{{"Karen Lund", ""}}, {{"Lund", ""}}}) == "person:Karen-Lund");
}

TEST_CASE("a surname that sounds like the only one is hers who has it, if something stands beside both") {
    const std::vector<Name> whole = {{"Volodymyr Zelensky", ""}, somewhere};
    CHECK(last_node({whole, {somewhere, {"Zelenskyy", ""}}}) == "person:Volodymyr-Zelensky");
    CHECK(last_node({whole, {{"Zelenskyy", ""}}}) == "person:Zelenskyy");
    CHECK(last_node({whole, {{"Olena Zelenskaya", ""}}, {somewhere, {"Zelenskyy", ""}}}) == "person:Volodymyr-Zelensky");
    CHECK(last_node({whole, {{"Dmytro Selenskyj", ""}}, {somewhere, {"Zelenskyy", ""}}}) == "person:Zelenskyy");
}

TEST_CASE("a bare name in two documents may be two people") {
    const auto nodes = resolve(evidence_of({{{"Karen Lund", "Minister"}, {"Henrik Lund", "Captain"}},
                                            {{"Lund", "Captain"}}, {{"Lund", "Minister"}}})).nodes;
    CHECK(nodes == std::vector<std::string>{"person:Karen-Lund", "person:Henrik-Lund", "person:Henrik-Lund", "person:Karen-Lund"});
}

TEST_CASE("a man is not meant by a woman's title") {
    CHECK(last_node({{{"Aksel Torvald", "Mr"}}, {{"Torvald", "Mrs"}}}) == "person:Torvald");
    CHECK(last_node({{{"Aksel Torvald", "Mr"}}, {{"Torvald", "Mr"}}}) == "person:Aksel-Torvald");
}

TEST_CASE("of two bearers the one whose documents share more is meant") {
    const std::vector<Name> tanker = {{"Karen Lund", ""}, somewhere, somebody};
    const std::vector<Name> football = {{"Henrik Lund", ""}, {"Malmo FF", "", "organization", ""}};
    CHECK(last_node({tanker, football, {somewhere, somebody, {"Lund", ""}}}) == "person:Karen-Lund");
    CHECK(last_node({tanker, football, {somewhere, {"Lund", ""}}}) == "person:Lund");
}

TEST_CASE("an organization's first word stands for it where much else is shared") {
    const std::vector<Name> full = {{"Torvald Shipping", "", "organization", "Torvald"}, somewhere, somebody};
    const Name bare{"Torvald", "", "organization", ""};
    CHECK(last_node({full, {somewhere, somebody, bare}}) == "organization:Torvald-Shipping");
    CHECK(last_node({full, {somewhere, bare}}) == "organization:Torvald");
    CHECK(last_node({full, {bare}, {bare}, {somewhere, somebody, bare}}) == "organization:Torvald");
}

TEST_CASE("a firm's name without its legal form is the firm, if but one is called so") {
    const Name firm{"Torvald Inc.", "", "organization", ""};
    const Name other{"Torvald Stadium", "", "organization", ""};
    const Name bare{"Torvald", "", "organization", ""};
    CHECK(last_node({{firm}, {other}, {somewhere, bare}}) == "organization:Torvald-Inc-");
    CHECK(last_node({{other}, {somewhere, bare}}) == "organization:Torvald");
    CHECK(last_node({{{"Torvald-Skagen Inc.", "", "organization", ""}}, {somewhere, {"Torvald-Skagen", "", "organization", ""}}}) ==
          "organization:Torvald-Skagen-Inc-");
    CHECK(last_node({{firm, bare}}) == "organization:Torvald");
}

TEST_CASE("what an article calls by another name is meant by it elsewhere") {
    const std::vector<Name> renamed = {{"Torvald Shipping", "", "organization", "Skagen"}};
    const Name bare{"Skagen", "", "organization", ""};
    CHECK(last_node({renamed, {bare}}) == "organization:Torvald-Shipping");
    CHECK(last_node({{{"Skagen", "", "organization", "Torvald Inc."}}, {{"Torvald", "", "organization", ""}}}) == "organization:Skagen");
    CHECK(last_node({renamed, {{"Malmo Rovers", "", "organization", "Skagen"}}, {bare}}) == "organization:Skagen");
}

TEST_CASE("a thing of one word that documents take for two kinds is one where much else is shared") {
    const Name firm{"Skagen", "", "organization", ""};
    const Name ship{"Skagen", "", "product", ""};
    CHECK(last_node({{firm, somewhere, somebody}, {somewhere, somebody, ship}}) == "organization:Skagen");
    CHECK(last_node({{firm, somewhere}, {somewhere, ship}}) == "product:Skagen");
}

TEST_CASE("a bare person is an organization of that name where much else is shared and nobody has the surname") {
    const Name firm{"Skagen", "", "organization", ""};
    const Name person{"Skagen", "", "person", ""};
    CHECK(last_node({{firm, somewhere, somebody}, {somewhere, somebody, person}}) == "organization:Skagen");
    CHECK(last_node({{firm, somewhere, somebody}, {somewhere, person}}) == "person:Skagen");
    CHECK(last_node({{firm, somewhere, somebody}, {{"Aksel Skagen", ""}}, {somewhere, somebody, {"Skagen", "Mr"}}}) == "person:Aksel-Skagen");
    CHECK(last_node({{firm, somewhere, somebody}, {somewhere, somebody, {"Skagen", "Captain"}}}) == "person:Skagen");
}

TEST_CASE("a name that two nodes have is an alias with its title") {
    const EvidenceSet evidence = evidence_of({{{"Karen Lund", "", "person", "Lund"}, {"Henrik Lund", "Captain"}}, {{"Lund", "Captain"}}});
    const KnowledgeGraph graph = derive_graph(evidence, resolve(evidence), {});
    CHECK(graph.nodes()[*graph.find("person:Henrik-Lund")].aliases == std::vector<std::string>{"Captain Lund"});
    CHECK(graph.nodes()[*graph.find("person:Karen-Lund")].aliases == std::vector<std::string>{"Lund"});
}

TEST_CASE("titles are capitalised words right before a name") {
    CHECK(title_before(U"Then Captain Lund spoke", 13) == "Captain");
    CHECK(title_before(U"Mrs. Lund", 5) == "Mrs.");
    CHECK(title_before(U"But Lund", 4).empty());
    CHECK(title_before(U"saw Lund", 4).empty());
    CHECK(title_before(U"Lund", 0).empty());
    CHECK(title_before(U"(Lund", 1).empty());
    CHECK(title_before(U"A Lund", 99).empty());
}
