#include "extract/names/common_nouns.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace newsgraph {

namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

class Unmarking {
public:
    Unmarking(nlp::Doc& doc, const NounClasses& classes) : doc_(doc), classes_(classes), begins_(doc.tokens.size(), false) {
        for (const auto& sentence : doc.sentences()) {
            auto first = sentence.begin;
            while (first < sentence.end && (doc.tokens[first].is_space || doc.tokens[first].pos == "PUNCT")) ++first;
            if (first < sentence.end) begins_[first] = true;
        }
    }

    void run() {
        for (const auto& span : doc_.entities()) {
            if ((span.label != "PERSON" && span.label != "ORG") || !are_people(span)) continue;
            const bool one = span.end - span.begin == 1;
            if (one ? span.label == "PERSON" && begins_[span.begin] && !is_name_elsewhere(span.begin) : span.label == "ORG") unmark(span);
        }
    }

private:
    bool are_people(const nlp::Span& span) const {
        for (auto i = span.begin; i < span.end; ++i) {
            if (classes_.of(utf8::ascii_lower(doc_.text_of(i))) != NounClass::person) return false;
        }
        return true;
    }

    // "Baker" beside "James Baker", or inside a sentence.
    bool is_name_elsewhere(std::uint32_t token) {
        if (inside_.empty()) {
            for (std::uint32_t i = 0; i < doc_.tokens.size(); ++i) {
                if (!begins_[i] && doc_.tokens[i].tag.starts_with("NNP") && is_capital(doc_.text_of(i).front())) inside_.insert(doc_.text_of(i));
            }
        }
        return inside_.contains(doc_.text_of(token));
    }

    void unmark(const nlp::Span& span) {
        for (auto i = span.begin; i < span.end; ++i) {
            doc_.tokens[i].iob = nlp::Iob::outside;
            doc_.tokens[i].entity_type = {};
        }
    }

    nlp::Doc& doc_;
    const NounClasses& classes_;
    std::vector<bool> begins_;            // per token: is it the first word of a sentence?
    std::set<std::string_view> inside_;   // capitalised words that are not; made when they are asked for
};

}  // namespace

void unmark_common_nouns(nlp::Doc& doc, const NounClasses& classes) { Unmarking(doc, classes).run(); }

}  // namespace newsgraph
