// What a reader found, before any language work. A value.
#pragma once

#include <string>

namespace newsgraph {

struct Article {
    std::string id;      // the reader's choice: its `id` field, its URL, or its path as it was named (with :LINE)
    std::string title;   // "" if there is none
    std::string text;    // title, empty line, body; valid UTF-8; every offset counts code points of this string
    std::string date;    // publication date, ISO 8601 ("2026-01-05"); "" if the article does not say
    std::string source;  // outlet or agency; may be ""
    std::string url;     // may be ""
    // Where it was read, for messages: "news.jsonl:12" or "a.txt".
    std::string place;
};

}  // namespace newsgraph
