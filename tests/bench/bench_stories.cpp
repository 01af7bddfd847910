// Copies of one story: how long signatures and the search among them take, and what is found.
//
// usage: bench_stories COUNT...       made-up articles, whose copies are known
//        bench_stories --pairs < X    records of `newsgraph extract`: a line for each article beside the first one of its
//                                     story: resemblance, containment, both ids
#include "graph/stories.hpp"

#include "tests/bench/made_up_news.hpp"
#include "tests/bench/stage.hpp"

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

using namespace newsgraph;

namespace {

// Pairs that are together: found, wanted, both.
void measure(std::size_t count) {
    bench::MadeUpNews news(count);
    std::vector<std::string> texts;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < count; ++i) {
        bench::MadeUpArticle made = news.next();
        texts.push_back(std::move(made.article.text));
        wanted.push_back(made.story);
    }
    std::printf("%zu articles\n", count);
    bench::Stage stage;
    std::vector<std::string> signatures;
    for (const std::string& text : texts) {
        signatures.push_back(story_signature(text));
    }
    stage.done("signatures");
    const std::vector<std::uint32_t> found = find_stories(signatures);
    stage.done("find stories");
    std::map<std::size_t, std::size_t> stories;
    std::map<std::uint32_t, std::size_t> groups;
    std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> both;
    for (std::size_t i = 0; i < count; ++i) {
        ++stories[wanted[i]];
        ++groups[found[i]];
        ++both[{wanted[i], found[i]}];
    }
    const auto pairs = [](const auto& sizes) {
        std::size_t sum = 0;
        for (const auto& [key, size] : sizes) {
            sum += size * (size - 1) / 2;
        }
        return sum;
    };
    std::printf("pairs of copies: %zu, found %zu, right %zu\n", pairs(stories), pairs(groups), pairs(both));
}

int list_pairs() {
    std::vector<std::string> ids;
    std::vector<std::string> signatures;
    for (std::string line; std::getline(std::cin, line);) {
        const Record record = record_from_json(line);
        ids.push_back(record.doc);
        signatures.push_back(story_signature(record.text));
    }
    const std::vector<std::uint32_t> story = find_stories(signatures);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (story[i] != i) {
            const Resemblance both = resemblance(signatures[story[i]], signatures[i]);
            std::printf("%.2f\t%.2f\t%s\t%s\n", both.resemblance, both.containment, ids[story[i]].c_str(), ids[i].c_str());
        }
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 2 && std::string(arguments[1]) == "--pairs") {
        return list_pairs();
    }
    for (int i = 1; i < count; ++i) {
        measure(std::strtoull(arguments[i], nullptr, 10));
    }
    return count > 1 ? 0 : 2;
}
