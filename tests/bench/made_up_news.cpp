#include "tests/bench/made_up_news.hpp"

#include <algorithm>
#include <map>

namespace newsgraph::bench {

namespace {

constexpr std::size_t statements = 10;
constexpr std::size_t things_in_a_story = 6;
constexpr std::size_t sentences_a_paragraph = 3;
constexpr std::size_t one_copy_in = 6;
constexpr std::size_t remembered = 200;  // stories that may still be copied

struct Verb {
    const char* words;
    const char* relation;
};
constexpr std::array<Verb, 10> verbs = {{{"attacked", "attacks"},
                                         {"met", "meets"},
                                         {"accused", "accuses"},
                                         {"praised", "praises"},
                                         {"criticized", "criticizes"},
                                         {"sued", "sues"},
                                         {"visited", "visits"},
                                         {"threatened", "threatens"},
                                         {"supported", "supports"},
                                         {"invested in", "invests_in"}}};

// Another name for each number: digits to the base of 60 as syllables, two at least.
std::string name_of(std::size_t number) {
    constexpr std::string_view consonants = "bdfgklmnprst";
    constexpr std::string_view vowels = "aeiou";
    constexpr std::size_t base = consonants.size() * vowels.size();
    std::string out;
    do {
        out += consonants[number % base / vowels.size()];
        out += vowels[number % vowels.size()];
        number /= base;
    } while (number > 0 || out.size() < 4);
    return out;
}

std::string capital(std::string word) {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

std::string two_digits(std::size_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

Zipf::Zipf(std::size_t count) {
    constexpr std::uint64_t unit = 1'000'000'000'000;
    std::uint64_t sum = 0;
    for (std::uint64_t i = 1; i <= count; ++i) {
        sum += unit / i;
        sums_.push_back(sum);
    }
}

std::size_t Zipf::draw(std::mt19937_64& engine) const {
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), engine() % sums_.back()) - sums_.begin());
}

MadeUpNews::MadeUpNews(std::size_t articles, std::uint64_t seed)
    : engine_(seed), people_(articles / 2 + 100), organizations_(articles / 5 + 50), places_(articles / 20 + 20) {}

std::string MadeUpNews::made_up_word() {
    return name_of(below(200'000));
}

MadeUpNews::Thing MadeUpNews::thing() {
    const std::size_t kind = below(10);
    if (kind < 5) {
        const std::size_t number = people_.draw(engine_);
        const std::string given = name_of(3600 + number % 331);
        const std::string family = name_of(number * 7 + 10'000);
        return {"person:" + given + "-" + family, "person", capital(given) + " " + capital(family), capital(family)};
    }
    if (kind < 8) {
        const std::string name = name_of(organizations_.draw(engine_) * 11 + 70'000);
        return {"organization:" + name + "-bank", "organization", capital(name) + " Bank", capital(name) + " Bank"};
    }
    const std::string name = name_of(places_.draw(engine_) * 13 + 5'000);
    return {"place:" + name, "place", capital(name), capital(name)};
}

MadeUpNews::Sentence MadeUpNews::sentence(std::size_t things) {
    Sentence out;
    out.source = below(things);
    out.target = (out.source + 1 + below(things - 1)) % things;
    out.verb = below(verbs.size());
    out.rest = " over " + made_up_word() + " and " + made_up_word() + " in the " + made_up_word() + " of " + made_up_word() + " on day " +
               std::to_string(below(1000)) + ".";
    return out;
}

MadeUpNews::Story MadeUpNews::fresh_story() {
    Story story;
    story.number = stories_++;
    while (story.things.size() < things_in_a_story) {
        Thing one = thing();
        if (std::none_of(story.things.begin(), story.things.end(), [&](const Thing& other) { return other.node == one.node; })) {
            story.things.push_back(std::move(one));
        }
    }
    for (std::size_t i = 0; i < statements; ++i) {
        story.sentences.push_back(sentence(story.things.size()));
    }
    return story;
}

MadeUpNews::Story MadeUpNews::copy_of(Story story) {
    switch (below(4)) {
    case 0:
        story.sentences.resize(story.sentences.size() - std::min<std::size_t>(2, story.sentences.size() - 4));
        break;
    case 1:
        story.sentences.push_back(sentence(story.things.size()));
        break;
    case 2:
        story.sentences[below(story.sentences.size())].rest = " for reasons of " + made_up_word() + ".";
        break;
    default:
        break;  // word for word
    }
    return story;
}

MadeUpArticle MadeUpNews::written(const Story& story) {
    MadeUpArticle out;
    out.story = story.number;
    Record& record = out.record;
    const std::size_t number = articles_++;
    record.doc = "https://example.org/news/" + std::to_string(number);
    record.url = record.doc;
    record.title = capital(made_up_word()) + " " + made_up_word() + " " + made_up_word();
    record.date = "20" + two_digits(10 + number / 10 % 20) + "-" + two_digits(1 + number % 12) + "-" + two_digits(1 + number % 28);
    record.source = "Outlet " + std::to_string(below(50));
    record.text = record.title + "\n";
    std::map<std::size_t, std::size_t> places;  // thing -> entity
    const auto mention = [&](std::size_t index) {
        const Thing& thing = story.things[index];
        const auto [place, fresh] = places.emplace(index, record.entities.size());
        if (fresh) {
            record.entities.push_back({"e" + std::to_string(place->second + 1), thing.node, thing.name, thing.type, {}});
        }
        const std::string& name = fresh ? thing.name : thing.short_name;
        const TextSpan span{static_cast<std::uint32_t>(record.text.size()), static_cast<std::uint32_t>(record.text.size() + name.size())};
        record.text += name;
        record.entities[place->second].mentions.push_back({span, name, "name"});
        return std::pair(record.entities[place->second].id, span);
    };
    for (std::size_t i = 0; i < story.sentences.size(); ++i) {
        const Sentence& sentence = story.sentences[i];
        record.text += i % sentences_a_paragraph == 0 ? "\n" : " ";
        Statement statement;
        const auto begin = static_cast<std::uint32_t>(record.text.size());
        statement.sentence = static_cast<std::uint32_t>(i);
        statement.relation = verbs[sentence.verb].relation;
        statement.cue.text = verbs[sentence.verb].words;
        std::tie(statement.source, statement.source_span) = mention(sentence.source);
        statement.cue.span.begin = static_cast<std::uint32_t>(record.text.size() + 1);
        statement.cue.span.end = static_cast<std::uint32_t>(statement.cue.span.begin + statement.cue.text.size());
        record.text += " " + statement.cue.text + " ";
        std::tie(statement.target, statement.target_span) = mention(sentence.target);
        record.text += sentence.rest;
        statement.confidence = 0.5 + static_cast<double>(i % 5) / 10.0;
        record.sentences.push_back({begin, static_cast<std::uint32_t>(record.text.size())});
        record.statements.push_back(std::move(statement));
    }
    out.article = {record.doc, record.title, record.text, record.date, record.source, record.url, ""};
    return out;
}

MadeUpArticle MadeUpNews::next() {
    if (!recent_.empty() && below(one_copy_in) == 0) {
        return written(copy_of(recent_[below(recent_.size())]));
    }
    Story story = fresh_story();
    MadeUpArticle out = written(story);
    recent_.push_back(std::move(story));
    if (recent_.size() > remembered) {
        recent_.pop_front();
    }
    return out;
}

std::string to_json(const Article& article) {
    std::string out = "{";
    const auto add = [&out](const char* key, std::string_view value) {
        out += (out.size() > 1 ? ",\"" : "\"") + std::string(key) + "\":\"";
        for (const char c : value) {
            out += c == '\n' ? "\\n" : std::string(1, c);
        }
        out += "\"";
    };
    add("id", article.id);
    add("title", article.title);
    add("date", article.date);
    add("source", article.source);
    add("url", article.url);
    add("text", std::string_view(article.text).substr(article.title.size() + 2));  // readers put the title before the body
    return out + "}";
}

}  // namespace newsgraph::bench
