// Other spellings of a name across documents: what is joined, and on what evidence.
#include "graph/resolution.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/named_documents.hpp"

#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

const Name somewhere{"Gulf of Guinea", "", "place", ""};
const Name somebody{"Delta Front", "", "organization", ""};

bool one(const std::vector<std::vector<Name>>& documents) {
    const auto nodes = resolve(evidence_of(documents)).nodes;
    return nodes.front() == nodes.back();
}

// Are the two one where their documents share these names?
bool one_beside(const Name& a, const Name& b, const std::vector<Name>& shared) {
    std::vector<Name> first = {a};
    std::vector<Name> second = shared;
    first.insert(first.end(), shared.begin(), shared.end());
    second.push_back(b);
    return one({first, second});
}

Name organization(const std::string& label) {
    return {label, "", "organization", ""};
}

Name place(const std::string& label) {
    return {label, "", "place", ""};
}

}  // namespace

TEST_CASE("spellings of one place or firm are one, whatever stands beside them") {
    CHECK(one_beside(place("Mt. Fairweather"), place("Mount Fairweather"), {}));
    CHECK(one_beside(organization("Torvald Motors Corp."), organization("Torvald Motors"), {}));
    CHECK(one_beside(organization("U. S. Harbour Board"), organization("United States Harbor Board"), {}));
    CHECK(!one_beside(place("Mount Cook"), organization("Mt. Cook"), {}));
}

TEST_CASE("a middle name or a nickname wants one name beside both") {
    CHECK(one_beside({"Karen Lund"}, {"Karen B. Lund"}, {somewhere}));
    CHECK(!one_beside({"Karen Lund"}, {"Karen B. Lund"}, {}));
    CHECK(one_beside({"Bill Torvald"}, {"William Torvald"}, {somewhere}));
    CHECK(!one_beside({"Bill Torvald"}, {"William Torvald"}, {}));
}

TEST_CASE("an initial or a misprint wants two") {
    CHECK(one_beside({"K. Lund"}, {"Karen Lund"}, {somewhere, somebody}));
    CHECK(!one_beside({"K. Lund"}, {"Karen Lund"}, {somewhere}));
    CHECK(one_beside({"Karen Lundqvist"}, {"Karen Lundquist"}, {somewhere, somebody}));
    CHECK(!one_beside({"Karen Lundqvist"}, {"Karen Lundquist"}, {somewhere}));
}

TEST_CASE("a name of very many words is compared as a whole alone") {
    const auto name = [](int words, const std::string& last) {
        std::string label = "Union";
        for (int i = 2; i < words; ++i) {
            label += " word" + std::to_string(i);
        }
        return organization(label + " " + last);
    };
    CHECK(one_beside(name(20, "Lundqvist"), name(20, "Lundquist"), {somewhere, somebody}));
    CHECK(!one_beside(name(21, "Lundqvist"), name(21, "Lundquist"), {somewhere, somebody}));
    // Each initial would be looked behind of, and each word make a block of its own.
    std::string endless = "Lund";
    for (int i = 0; i < 50'000; ++i) {
        endless.insert(0, "A ");
    }
    CHECK(!one_beside({endless}, {"B. Lund"}, {somewhere, somebody}));
    CHECK(!one_beside(organization(endless), organization("A Lund"), {somewhere, somebody}));
}

TEST_CASE("a long surname in another alphabet's spelling wants nothing") {
    CHECK(one_beside({"Volodymyr Zelensky"}, {"Wolodymyr Selenskyj"}, {}));
    CHECK(!one_beside({"Olena Zelenska"}, {"Volodymyr Zelensky"}, {somewhere, somebody}));
}

TEST_CASE("people of one surname with other forenames, sexes or generations stay apart") {
    CHECK(!one_beside({"Karen Lund"}, {"Henrik Lund"}, {somewhere, somebody}));
    CHECK(!one_beside({"Chris Lund", "Mr"}, {"Christine Lund", "Mrs"}, {somewhere, somebody}));
    CHECK(!one_beside({"Hans Lund Jr."}, {"Hans Lund Sr."}, {somewhere, somebody}));
}

TEST_CASE("who fits two different people is neither, and joins nobody") {
    const auto nodes = resolve(evidence_of({{{"George Able Torvald"}, somewhere},
                                            {{"George Torvald"}, somewhere},
                                            {{"George Carl Torvald"}, somewhere}})).nodes;
    CHECK(std::set<std::string>(nodes.begin(), nodes.end()).size() == 4);
}

TEST_CASE("spellings that one document has side by side are two people") {
    CHECK(!one({{{"Karen Lundqvist"}, somewhere, somebody, {"Karen Lundquist"}}}));
    CHECK(one({{{"Bill Torvald"}, {"William Torvald"}}}));
}

TEST_CASE("an acronym is the organization with these initials, if there is one") {
    CHECK(one_beside(organization("HBA"), organization("Harbour Board of Alesund"), {somewhere}));
    CHECK(!one_beside(organization("HBA"), organization("Harbour Board of Alesund"), {}));
    CHECK(!one({{organization("HBA"), somewhere},
                {organization("Harbour Bank of Akureyri"), somewhere},
                {somewhere, organization("Harbour Board of Alesund")}}));
}

TEST_CASE("an office is called with or without its country") {
    const Name country{"Norway", "", "country", ""};
    const Name other{"Sweden", "", "country", ""};
    CHECK(one({{organization("Norway Harbour Inspector"), somewhere}, {country, somewhere, organization("Harbour Inspector")}}));
    CHECK(!one({{organization("Norway Harbour Inspector"), somewhere},
                {country, other, somewhere, organization("Sweden Harbour Inspector")},
                {somewhere, organization("Harbour Inspector")}}));
}

TEST_CASE("a name that articles use again and again means its thing") {
    const Name rovers{"Malmo Rovers", "", "organization", "Rovers"};
    const Name bare = organization("Rovers");
    CHECK(one({{rovers, somewhere, somebody}, {rovers}, {bare}, {bare}, {bare}, {somewhere, somebody, bare}}));
    const Name board{"Malmo Council", "", "organization", "Council"};
    CHECK(!one({{board, somewhere, somebody}, {board}, {somewhere, somebody, organization("Council")}}));
}

TEST_CASE("a firm's name without its kind of business wants three names beside both, however common") {
    const Name full{"Torvald Shipping", "", "organization", "Torvald"};
    const Name stadium{"Torvald Stadium", "", "organization", "Torvald"};
    std::vector<std::vector<Name>> documents = {{full, somewhere, somebody, {"Karen Lund"}}, {full}, {stadium}};
    for (int i = 0; i < 12; ++i) {
        documents.push_back({somewhere, somebody, {"Karen Lund"}});  // in so many documents that no two are near by them
    }
    documents.push_back({somewhere, somebody, {"Karen Lund"}, organization("Torvald")});
    CHECK(one(documents));
    documents.back() = {somewhere, somebody, organization("Torvald")};
    CHECK(!one(documents));
}

TEST_CASE("of several bearers of a surname it is the one whom it usually means") {
    const Name known{"Karen Lund", "", "person", "Lund"};
    CHECK(one({{known}, {known}, {known}, {{"Henrik Lund"}}, {{"Lund"}}}));
    CHECK(!one({{known}, {known}, {{"Henrik Lund"}}, {{"Lund"}}}));
}

TEST_CASE("an id that most documents mean otherwise is not given to the rest") {
    const Name known{"Karen Lund", "", "person", "Lund"};
    const auto nodes = resolve(evidence_of({{known}, {{"Lund"}}, {{"Lund"}}, {known, {"Lund"}}})).nodes;
    CHECK(nodes[1] == "person:Karen-Lund");
    CHECK(nodes.back().rfind("person:Lund-", 0) == 0);
}
