// What readers hand out, and the limits that hold for all of them. Values.
#pragma once

#include "extract/article.hpp"

#include <cstddef>
#include <string>
#include <variant>

namespace newsgraph::readers {

// Longer articles are refused by name: the language model was made for texts up to here (spaCy's own limit).
constexpr std::size_t max_article_characters = 1'000'000;

// One line or value of JSON, with its escapes; more is passed over without keeping it in memory.
constexpr std::size_t max_record_bytes = 64 * 1024 * 1024;

// A line of `extract` (it has `doc` and `entities`): taken as it is, by record_from_json.
struct RecordLine {
    std::string json;
    std::string place;  // "news.jsonl:12"
};

// Something that cannot be read as an article. The run goes on behind it.
struct BadInput {
    std::string doc;     // the id that it would have had
    std::string place;   // file, with :LINE where it holds many
    std::string reason;  // one line
};

using InputItem = std::variant<Article, RecordLine, BadInput>;

}  // namespace newsgraph::readers
