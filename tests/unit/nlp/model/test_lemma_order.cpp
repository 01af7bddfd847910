// The lemmatizer's two orders of rules, on words for which they differ.
#include "extract/nlp/pipeline.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/nlp/model/model.hpp"

using namespace newsgraph;
using namespace newsgraph::nlp;

namespace {

std::string lemma_of(const std::string& word, const std::string& sentence, LemmaOrder order) {
    PipelineOptions options;
    options.lemma_order = order;
    const Pipeline pipeline(test::model_directory(), options);
    const Doc doc = Annotator(pipeline).annotate(sentence);
    for (const Token& token : doc.tokens) {
        if (doc.text_of(token) == word) return token.lemma;
    }
    return {};
}

}  // namespace

// The newer lemmas are spaCy 3.8.14's, the older ones 3.8.7's.
TEST_CASE("each order of rules has its lemmas", "[lemmas]") {
    struct Case {
        const char *word, *sentence, *older, *newer;
    };
    for (const Case& c : {Case{"hoped", "They hoped for peace.", "hope", "hop"},
                          Case{"rated", "The agency rated the bonds.", "rate", "rat"},
                          Case{"fined", "The court fined the bank.", "fine", "fin"},
                          Case{"masses", "The masses left the city.", "masse", "mass"},
                          Case{"went", "They went home.", "go", "go"}}) {
        CHECK(lemma_of(c.word, c.sentence, LemmaOrder::before_3_8_8) == c.older);
        CHECK(lemma_of(c.word, c.sentence, LemmaOrder::since_3_8_8) == c.newer);
    }
}
