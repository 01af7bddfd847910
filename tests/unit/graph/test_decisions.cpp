// What a user decided, against and beyond the rules.
#include "graph/decisions.hpp"

#include "graph/knowledge_graph.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/named_documents.hpp"

#include <algorithm>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

const std::vector<std::vector<Name>> lunds = {{{"Karen Lund"}}, {{"Karen Lund"}}, {{"Lund"}}, {{"Anna Torvald"}}};

std::vector<std::string> nodes(const Decisions& decisions, const std::vector<std::vector<Name>>& documents = lunds) {
    return resolve(evidence_of(documents), decisions).nodes;
}

KnowledgeGraph graph(const Decisions& decisions) {
    const EvidenceSet evidence = evidence_of(lunds);
    return derive_graph(evidence, resolve(evidence, decisions), {}, decisions);
}

}  // namespace

TEST_CASE("what is decided to be the same is one, with the rule that says so") {
    const Resolution resolution = resolve(evidence_of(lunds), {{"same", "person:Anna-Torvald", "person:Karen-Lund"}});
    CHECK(resolution.nodes == std::vector<std::string>(4, "person:Karen-Lund"));
    const auto made = std::find_if(resolution.merges.begin(), resolution.merges.end(),
                                   [](const Merge& merge) { return merge.rule == "decision"; });
    REQUIRE(made != resolution.merges.end());
    CHECK(made->from == "person:Anna-Torvald");
    CHECK(made->into == "person:Karen-Lund");
}

TEST_CASE("what is decided to be different is not joined, by no number of steps") {
    CHECK(nodes({{"different", "person:Lund", "person:Karen-Lund"}})[2] == "person:Lund");
    // "Lund" would be Karen Lund by rule, and Anna Torvald is decided to be "Lund".
    const auto found = nodes({{"same", "person:Lund", "person:Anna-Torvald"}, {"different", "person:Anna-Torvald", "person:Karen-Lund"}});
    CHECK(found == std::vector<std::string>{"person:Karen-Lund", "person:Karen-Lund", "person:Anna-Torvald", "person:Anna-Torvald"});
}

TEST_CASE("different wins over same") {
    const auto found = nodes({{"same", "person:Anna-Torvald", "person:Karen-Lund"}, {"different", "person:Karen-Lund", "person:Anna-Torvald"}});
    CHECK(found.back() == "person:Anna-Torvald");
}

TEST_CASE("one document's thing is taken out of a node") {
    const auto found = nodes({{"different", "person:Karen-Lund@doc1", "person:Karen-Lund"}});
    CHECK(found[0] == "person:Karen-Lund");
    CHECK(found[1].rfind("person:Karen-Lund-", 0) == 0);
    // Named without being told apart it stays where it was.
    const auto one = nodes({{"same", "person:Karen-Lund@doc1", "person:Anna-Torvald"}});
    CHECK(one == std::vector<std::string>(4, one[0]));
}

TEST_CASE("decisions do not depend on their order, nor on which end comes first") {
    const Decisions decisions = {{"same", "person:Anna-Torvald", "person:Lund"}, {"different", "person:Karen-Lund", "person:Lund"},
                                 {"rename", "person:Lund", "A. Lund"}};
    Decisions other = {decisions[2], {"different", "person:Lund", "person:Karen-Lund"}, decisions[0], decisions[0]};
    CHECK(nodes(decisions) == nodes(other));
    CHECK(united({decisions}) == united({other}));
}

TEST_CASE("decisions about what is not there do nothing") {
    CHECK(nodes({{"same", "person:nobody", "person:Karen-Lund"}, {"different", "", "@"}, {"guess", "person:Lund", "x"}}) == nodes({}));
    CHECK(resolve({}, {{"same", "a", "b"}}).nodes.empty());
}

TEST_CASE("nodes are renamed and retyped by the ids that they are made of") {
    const KnowledgeGraph found = graph({{"rename", "person:Lund", "Karen B. Lund"},
                                        {"retype", "person:Anna-Torvald", "organization"},
                                        {"different", "person:Anna-Torvald", "person:Lund"}});
    const GraphNode& karen = found.nodes()[*found.find("person:Karen-Lund")];
    CHECK(karen.label == "Karen B. Lund");
    CHECK(karen.aliases == std::vector<std::string>{"Karen Lund", "Lund"});
    CHECK(found.nodes()[*found.find("person:Anna-Torvald")].type == "organization");
}

TEST_CASE("of two new names that for the node's own id counts") {
    const KnowledgeGraph found = graph({{"rename", "person:Lund", "A"}, {"rename", "person:Karen-Lund", "B"}});
    CHECK(found.nodes()[*found.find("person:Karen-Lund")].label == "B");
}

TEST_CASE("a part of a graph keeps its decisions") {
    const Decisions decisions = {{"rename", "person:Lund", "A"}};
    CHECK(graph(decisions).with_statuses({EdgeStatus::asserted}).decisions() == decisions);
}
