#include "extract/clauses/quotations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <string>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// The words of each quotation in brackets, with + before those that go on and ? behind those that nothing closes. "/" among the
// words is the end of a paragraph, where a sentence ends too; "|" a new line within one.
std::vector<std::string> quotations(const std::string& words) {
    std::string lines;
    std::vector<bool> sentence;
    std::vector<bool> new_line;
    bool paragraph = false;
    bool line = false;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        const std::string word = words.substr(at, end - at);
        at = end + 1;
        if (word == "/" || word == "|") {
            (word == "/" ? paragraph : line) = true;
            continue;
        }
        lines += word + " NN dep 1\n";
        sentence.push_back(paragraph);
        new_line.push_back(paragraph || line);
        paragraph = line = false;
    }
    nlp::Doc doc = make_document(lines);
    for (std::size_t i = 1; i < doc.tokens.size(); ++i) {
        if (sentence[i]) doc.tokens[i].sentence_start = true;
        if (new_line[i]) doc.text[doc.tokens[i].begin_byte - 1] = '\n';
    }
    const Tree tree(doc);
    std::vector<std::string> result;
    const Quotations found(tree);
    for (const Quotation& quotation : found.all()) {
        result.push_back((quotation.goes_on ? "+" : "") + std::string(doc.text_of(nlp::Span{quotation.begin, quotation.end, {}})) +
                         (quotation.closed ? "" : "?"));
    }
    return result;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("quotations stand between marks of any kind", "[quotations]") {
    CHECK(quotations("She said \" we go \" and `` we stay ''") == Found{"we go", "we stay"});
    CHECK(quotations("\xE2\x80\x9C one \xE2\x80\x9D \xE2\x80\x9C two \xE2\x80\x9D") == Found{"one", "two"});
    CHECK(quotations("\xE2\x80\x9C one \xE2\x80\x9C two \xE2\x80\x9D three") == Found{"one \xE2\x80\x9C two"});
    CHECK(quotations("nothing \" \" here").empty());
}

TEST_CASE("a quotation goes on in the next paragraph if that opens with a mark", "[quotations]") {
    CHECK(quotations("She said \" one two / \" three \" four") == Found{"one two", "+three"});
    CHECK(quotations("\xE2\x80\x9C one / \xE2\x80\x9C two / \xE2\x80\x9C three \xE2\x80\x9D") == Found{"one", "+two", "+three"});
    CHECK(quotations("She said \" one two / three four") == Found{"one two?"});
    CHECK(quotations("She said \" one / two \" three") == Found{"one?", "three?"});
}

TEST_CASE("a new line inside a sentence ends no paragraph", "[quotations]") {
    CHECK(quotations("She said \" one | two \" three") == Found{"one\ntwo"});
}
