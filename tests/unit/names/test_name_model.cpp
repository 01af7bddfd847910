#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/name_marks.hpp"
#include "extract/names/name_model.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <algorithm>
#include <array>
#include <map>

using namespace newsgraph;
using newsgraph::test::make_document;

namespace {

constexpr std::string_view lists_table = "city\tsan felipe\ncity\toruro\nsurname\tquispe\ncompany\tblue funnel\n";
constexpr std::string_view no_words = "newsgraph words 1\n1\n1\n0\n\x05";

const NameLists& lists() {
    static const NameLists made(lists_table, "Rosa\tf\n", {"Q1\tcountry\tBolivia\tRepublic of Bolivia\tBOL\tBolivian\tSucre=Chuquisaca\n"});
    return made;
}

const NameWords& name_words() {
    static const NameWords made(data::names(), "names.tsv");
    return made;
}

const WordVectors& toy_vectors() {
    static const WordVectors made(no_words, "toy");
    return made;
}

NameFeatures features_of(const nlp::Doc& doc, Tokens tokens) {
    NameWordCache cache(lists(), name_words(), toy_vectors(), nullptr);
    return name_features(doc, cache.of(doc), lists(), tokens);
}

std::uint16_t kinds_of(std::string_view word) { return lists().start(NameLists::hash(word)).kinds; }

NameLists::Match longest(std::initializer_list<std::string_view> words) {
    std::vector<std::uint64_t> hashes;
    for (const auto word : words) hashes.push_back(NameLists::hash(word));
    return lists().longest(hashes.data(), hashes.size());
}

// A model whose features have unit rows of their own: feature k makes hidden unit k 1, and scores are given by unit.
struct Toy {
    name_model::Weights weights;

    explicit Toy(std::size_t width = 2) {
        using namespace name_model;
        weights.vectors = "toy";
        weights.kind_of_text = "none";
        weights.vector_width = width;
        weights.dense.assign(hidden * neighbours * width, 0.0F);
        weights.bias.assign(hidden, 0.0F);
        weights.without.assign(hidden, 0.0F);
        weights.output.assign(labels * hidden, 0.0F);
        weights.label_bias.assign(labels, 0.0F);
        weights.transitions.assign(labels * labels, 0.0F);
    }

    std::vector<FoundName> find(const nlp::Doc& doc, bool vectors = false) const {
        const std::string bytes = name_model::to_bytes(weights);
        const NameModel model(bytes, "toy", lists(), toy_vectors());
        NameWordCache cache(lists(), name_words(), toy_vectors(), &model);
        return model.find(doc, cache.of(doc), vectors);
    }

    // The feature that token `token` has as its `number`th makes the label's score `score`.
    void add(const nlp::Doc& doc, std::size_t token, std::size_t number, std::size_t label, float score) {
        const auto features = features_of(doc, Tokens::all);
        const auto feature = features.values[features.starts[token] + number];
        const auto place = std::lower_bound(weights.features.begin(), weights.features.end(), feature) - weights.features.begin();
        const std::size_t unit = units_++;
        weights.features.insert(weights.features.begin() + place, feature);
        weights.scales.insert(weights.scales.begin() + place, 1.0F);
        std::vector<std::int8_t> row(name_model::hidden, 0);
        row[unit] = 1;
        weights.rows.insert(weights.rows.begin() + place * static_cast<std::ptrdiff_t>(name_model::hidden), row.begin(), row.end());
        weights.output[label * name_model::hidden + unit] = score;
    }

private:
    std::size_t units_ = 0;
};

std::string shown(const nlp::Doc& doc, const std::vector<FoundName>& found) {
    std::string text;
    for (const auto& name : found) {
        text += (text.empty() ? "" : ", ") + std::string(doc.text_of(nlp::Span{name.begin, name.end, {}})) + " " +
                std::string(name_model::types[name.type]);
    }
    return text;
}

std::string entities(const nlp::Doc& doc) {
    std::string text;
    for (const auto& span : doc.entities()) {
        text += (text.empty() ? "" : ", ") + std::string(doc.text_of(span)) + " " + std::string(span.label);
    }
    return text;
}

constexpr std::size_t own_word = 2;  // among the features: two words before come first

const nlp::Doc& rosa() {
    static const nlp::Doc doc = make_document("Rosa NNP compound 2\nQuispe NNP nsubj 3\nsaw VBD ROOT 0 see\nOruro NNP dobj 3\n");
    return doc;
}

}  // namespace

TEST_CASE("name lists hold words and runs of words, whatever their capitals", "[name_model]") {
    CHECK(kinds_of("oruro") == NameLists::city);
    CHECK(kinds_of("rosa") == NameLists::female);
    CHECK(kinds_of("bolivian") == NameLists::demonym);
    CHECK(kinds_of("chuquisaca") == NameLists::capital);
    CHECK(kinds_of("blue") == 0);
    CHECK(longest({"san", "felipe", "de"}).length == 2);
    CHECK(longest({"republic", "of", "bolivia"}).kinds == NameLists::country);
    CHECK(longest({"felipe"}).length == 0);
    CHECK(lists().start(NameLists::hash("republic")).longest == 3);
    CHECK(lists().start(NameLists::hash("rosa")).longest == 1);
    CHECK(lists().start(NameLists::hash("felipe")).longest == 0);
    CHECK_THROWS_AS(NameLists("street\tmain\n", "", {}), FormatError);
}

TEST_CASE("small letters of any script", "[name_model]") {
    CHECK(lower_case("LE\xC3\x93N \xD0\x9A") == "le\xC3\xB3n \xD0\xBA");
}

TEST_CASE("a word is known by its spelling", "[name_model]") {
    const auto doc = make_document("Rosa NNP nsubj 2\nSaw VBD ROOT 0 see\nrosa NNP dobj 2\nB-52 NNP dobj 2\nMr. NNP dobj 2\nRosa NNP dobj 2\n");
    NameWordCache cache(lists(), name_words(), toy_vectors(), nullptr);
    const auto words = cache.of(doc);
    REQUIRE(words.size() == doc.tokens.size());
    CHECK(words[0] == words[5]);
    CHECK(words[0]->hash == words[2]->hash);
    CHECK(words[0]->capitals == Capitals::first);
    CHECK(words[2]->capitals == Capitals::none);
    CHECK(words[0]->known.kinds == NameLists::female);
    CHECK(words[3]->hash == NameLists::hash("b-00"));
    CHECK(words[3]->shape == NameLists::hash("X-dd"));
    CHECK(words[3]->endings[0] == NameLists::hash("00"));
    CHECK(words[3]->size == 4);
    CHECK(words[4]->title);
    CHECK_FALSE(words[1]->title);
}

TEST_CASE("features are the same for the same words, and differ by capitals", "[name_model]") {
    const auto first = features_of(rosa(), Tokens::all);
    const auto again = features_of(rosa(), Tokens::all);
    CHECK(first.values == again.values);
    CHECK(first.starts.size() == rosa().tokens.size() + 1);
    const auto small = make_document("rosa NNP compound 2\nQuispe NNP nsubj 3\nsaw VBD ROOT 0 see\nOruro NNP dobj 3\n");
    const auto other = features_of(small, Tokens::all);
    CHECK(other.values[other.starts[0] + own_word] == first.values[first.starts[0] + own_word]);
    CHECK(std::vector(other.values.begin(), other.values.begin() + other.starts[1]) !=
          std::vector(first.values.begin(), first.values.begin() + first.starts[1]));
}

TEST_CASE("tokens far from any capital have no features where only likely ones are wanted", "[name_model]") {
    const auto doc = make_document("He PRP nsubj 2\nsaw VBD ROOT 0 see\nthe DT det 4\nold JJ amod 5\nwater NN dobj 2\nof IN prep 5\n"
                                   "the DT det 9\nwide JJ amod 9\nLake NNP pobj 6\n");
    const auto features = features_of(doc, Tokens::likely);
    CHECK(features.starts[2] == features.starts[3]);
    CHECK(features.starts[6] < features.starts[7]);
    CHECK(features.starts[8] < features.starts[9]);
}

TEST_CASE("the best sequence of labels is one that may be", "[name_model]") {
    Toy toy;
    toy.add(rosa(), 0, own_word, 1, 3.0F);  // begins a person
    toy.add(rosa(), 1, own_word, 2, 2.0F);  // continues one
    toy.add(rosa(), 2, own_word, 0, 9.0F);
    toy.add(rosa(), 3, own_word, 6, 5.0F);  // continues a place that nothing begins
    toy.add(rosa(), 3, own_word + 3, 0, 1.0F);
    CHECK(shown(rosa(), toy.find(rosa())) == "Rosa Quispe PER");
    toy.add(rosa(), 3, own_word + 3, 5, 2.0F);
    CHECK(shown(rosa(), toy.find(rosa())) == "Rosa Quispe PER, Oruro LOC");
}

TEST_CASE("a transition can part two names", "[name_model]") {
    Toy toy;
    toy.add(rosa(), 0, own_word, 1, 3.0F);
    toy.add(rosa(), 1, own_word, 2, 2.0F);
    toy.add(rosa(), 1, own_word + 5, 1, 1.9F);
    toy.weights.transitions[1 * name_model::labels + 2] = -1.0F;
    CHECK(shown(rosa(), toy.find(rosa())) == "Rosa PER, Quispe PER");
}

TEST_CASE("the same words have one type in a document", "[name_model]") {
    const auto doc = make_document("Oruro NNP nsubj 2\nsaw VBD ROOT 0 see\nOruro NNP dobj 2\nat IN prep 2\nOruro NNP pobj 4\n");
    Toy toy;
    toy.add(doc, 0, own_word, 5, 1.0F);      // the word: a place, a little
    toy.add(doc, 2, own_word + 5, 1, 2.5F);  // behind this bigram: a person
    CHECK(shown(doc, toy.find(doc)) == "Oruro LOC, Oruro LOC, Oruro LOC");
}

TEST_CASE("vectors count if they are there and fit", "[name_model]") {
    nlp::Doc doc = rosa();
    doc.vector_width = 1;
    doc.vectors = {0, 0, 0, 2};
    Toy toy(3);
    // Hidden unit 0 takes the first number of the middle neighbour's row; its label begins a place.
    toy.weights.dense[3] = 1.0F;
    toy.weights.output[5 * name_model::hidden] = 1.0F;
    CHECK(shown(doc, toy.find(doc, true)) == "Oruro LOC");
    CHECK(toy.find(doc, false).empty());
    doc.vectors.pop_back();
    CHECK(toy.find(doc, true).empty());
    toy.weights.without[0] = 1.0F;
    CHECK(toy.find(doc, false).size() == 4);
}

TEST_CASE("a word's own vectors count for it and for its neighbours", "[name_model]") {
    // One vector of one number, 64 / 32, and one word that has it.
    const auto hash = static_cast<std::uint32_t>(NameLists::hash("quispe") >> 32U);
    std::string table = "newsgraph words 1\n1\n1\n1\n@";
    for (unsigned shift = 0; shift < 32; shift += 8) table += static_cast<char>(hash >> shift & 0xFFU);
    table += std::string(2, '\0');
    const WordVectors vectors(table, "toy");
    CHECK(vectors.find("quispe").small == 1);
    CHECK(vectors.find("quispe").capital == 1);
    CHECK(vectors.find("rosa").small == 0);
    // Hidden unit 0 takes the first number of one neighbour's vectors; its label begins a place.
    const std::array<std::string_view, name_model::neighbours> found{"saw LOC", "Quispe LOC", "Rosa LOC"};
    for (std::size_t n = 0; n < found.size(); ++n) {
        Toy toy(2);
        toy.weights.dense[n * 2] = 1.0F;
        toy.weights.output[5 * name_model::hidden] = 1.0F;
        const std::string bytes = name_model::to_bytes(toy.weights);
        const NameModel model(bytes, "toy", lists(), vectors);
        NameWordCache cache(lists(), name_words(), vectors, &model);
        CHECK(shown(rosa(), model.find(rosa(), cache.of(rosa()), false)) == found[n]);
    }
}

TEST_CASE("a damaged model is refused", "[name_model]") {
    const std::string bytes = name_model::to_bytes(Toy().weights);
    CHECK_NOTHROW(name_model::from_bytes(bytes, "x"));
    CHECK_THROWS_AS(name_model::from_bytes(bytes.substr(0, bytes.size() - 1), "x"), FormatError);
    CHECK_THROWS_AS(name_model::from_bytes(bytes + "x", "x"), FormatError);
    CHECK_THROWS_AS(name_model::from_bytes("spacy", "x"), FormatError);
    CHECK_THROWS_AS(WordVectors("newsgraph words 1\n1\n1\n5\n", "x"), FormatError);
}

TEST_CASE("the compiled-in tables can be read", "[name_model]") {
    const WordVectors words(data::name_words(), "name_words.bin");
    const auto weights = name_model::from_bytes(data::name_model(), "name_model.bin");
    CHECK(weights.vectors.size() == 16);
    std::vector<float> paris(words.width()), unknown(words.width());
    words.write(words.find("paris"), paris);
    words.write(words.find("qqxzzy"), unknown);
    CHECK(paris != unknown);
    CHECK(std::all_of(unknown.begin(), unknown.end(), [](float v) { return v == 0.0F; }));
}

TEST_CASE("found names replace persons, organizations and places", "[name_model]") {
    auto doc = make_document("rosa NNP compound 2 - B-ORG\nquispe NNP nsubj 3 - I-ORG\nsaw VBD ROOT 0 see\nOruro NNP dobj 3 - B-LOC\n");
    mark_names(doc, {{0, 2, 0, {}}, {3, 4, 2, {}}});
    CHECK(entities(doc) == "rosa quispe PERSON, Oruro LOC");
    mark_names(doc, {});
    CHECK(entities(doc).empty());
}

TEST_CASE("other names of the language model stay where nothing else was found", "[name_model]") {
    auto doc = make_document("The DT det 2\nKurds NNPS nsubj 3 - B-NORP\nread VBD ROOT 0 read\nDune NNP dobj 3 - B-WORK_OF_ART\n"
                             "in IN prep 3\nMay NNP pobj 5 - B-DATE\n");
    auto copy = doc;
    mark_names(copy, {});
    CHECK(entities(copy) == "Kurds NORP, Dune WORK_OF_ART, May DATE");
    copy = doc;
    mark_names(copy, {{1, 2, 1, {}}, {3, 4, 1, {}}});
    CHECK(entities(copy) == "Kurds NORP, Dune ORG, May DATE");
}

TEST_CASE("a capitalised name of running text stays whole", "[name_model]") {
    const auto doc = make_document("The DT det 2\nhead NN nsubj 6\nSteve NNP compound 4 - B-PERSON\nJobs NNPS appos 2 - I-PERSON\n"
                                   "never RB advmod 6\nwrote VBD ROOT 0 write\nback RB advmod 6\n");
    auto copy = doc;
    mark_names(copy, {{2, 3, 0, {}}});
    CHECK(entities(copy) == "Steve Jobs PERSON");
    copy = doc;
    mark_names(copy, {{2, 3, 1, {}}});
    CHECK(entities(copy) == "Steve ORG");
    copy = doc;
    mark_names(copy, {{2, 4, 3, {}}});
    CHECK(entities(copy) == "Steve Jobs PERSON");
}
