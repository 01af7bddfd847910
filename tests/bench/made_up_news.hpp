// News without end, made up from a seed: the same on every machine, for measuring what 100,000 articles cost. A few names
// stand in a great part of all articles and most in one or two, by Zipf's law; one article in six is a copy of one that
// came shortly before: other headline and outlet, cut, with a sentence more, or with words changed. Each article comes as
// a reader finds it and as extraction would read it, had it no doubts; ASCII throughout, ten statements each.
#pragma once

#include "extract/article.hpp"
#include "extract/record.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph::bench {

struct MadeUpArticle {
    Article article;      // its text is the record's
    Record record;
    std::size_t story = 0;  // copies of one story have one number
};

// Numbers from 0 to count-1, the i-th with a weight of 1 / (i + 1). In whole numbers: those of the mathematical library
// differ between machines.
class Zipf {
public:
    explicit Zipf(std::size_t count);
    std::size_t draw(std::mt19937_64& engine) const;

private:
    std::vector<std::uint64_t> sums_;
};

class MadeUpNews {
public:
    // `articles`: how many are going to be asked for; the number of names grows with it.
    explicit MadeUpNews(std::size_t articles, std::uint64_t seed = 1);

    MadeUpArticle next();

private:
    struct Thing {
        std::string node;
        std::string type;
        std::string name;
        std::string short_name;  // in all mentions but the first
    };
    struct Sentence {
        std::size_t source = 0;  // indexes in Story::things
        std::size_t target = 0;
        std::size_t verb = 0;
        std::string rest;
    };
    struct Story {
        std::size_t number = 0;
        std::vector<Thing> things;
        std::vector<Sentence> sentences;
    };

    std::size_t below(std::size_t count) { return engine_() % count; }
    std::string made_up_word();
    Thing thing();
    Sentence sentence(std::size_t things);
    Story fresh_story();
    Story copy_of(Story story);
    MadeUpArticle written(const Story& story);

    std::mt19937_64 engine_;
    Zipf people_;
    Zipf organizations_;
    Zipf places_;
    std::deque<Story> recent_;
    std::size_t articles_ = 0;
    std::size_t stories_ = 0;
};

// One line of JSON, as the reader of JSON lines takes it.
std::string to_json(const Article& article);

}  // namespace newsgraph::bench
