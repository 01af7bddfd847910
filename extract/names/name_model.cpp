#include "extract/names/name_model.hpp"

#include "extract/base/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>

namespace newsgraph {

namespace name_model {

namespace {

constexpr std::string_view magic = "newsgraph names 1\n";
static_assert(std::endian::native == std::endian::little, "the file is read as it lies");

template <class T>
void put(std::string& bytes, const std::vector<T>& values) {
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

class Reader {
public:
    Reader(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {
        if (!bytes_.starts_with(magic)) fail("not a names model");
        bytes_.remove_prefix(magic.size());
    }

    std::string line() {
        const auto end = bytes_.find('\n');
        if (end == std::string_view::npos) fail("ends too early");
        const std::string text(bytes_.substr(0, end));
        bytes_.remove_prefix(end + 1);
        return text;
    }

    std::size_t number() {
        const std::string text = line();
        std::size_t value = 0;
        if (text.empty() || text.size() > 7) fail("no number where one is due");
        for (const char c : text) {
            if (c < '0' || c > '9') fail("no number where one is due");
            value = 10 * value + static_cast<std::size_t>(c - '0');
        }
        return value;
    }

    template <class T>
    std::vector<T> values(std::size_t count) {
        if (bytes_.size() / sizeof(T) < count) fail("ends too early");
        std::vector<T> result(count);
        if (count > 0) std::memcpy(result.data(), bytes_.data(), count * sizeof(T));
        bytes_.remove_prefix(count * sizeof(T));
        return result;
    }

    void end() const {
        if (!bytes_.empty()) fail("goes on behind its end");
    }

private:
    [[noreturn]] void fail(const char* what) const { throw FormatError(std::string(file_) + ": " + what); }

    std::string_view bytes_;
    std::string_view file_;
};

}  // namespace

std::vector<float> rows_of(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const WordVectors& word_vectors) {
    const std::size_t width = doc.vector_width + word_vectors.width();
    std::vector<float> rows((doc.tokens.size() + 2) * width, 0.0F);
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
        float* row = rows.data() + (i + 1) * width;
        std::copy_n(doc.vectors.data() + i * doc.vector_width, doc.vector_width, row);
        word_vectors.write(words[i]->vectors, std::span(row + doc.vector_width, word_vectors.width()));
    }
    return rows;
}

std::string print_of(const nlp::Doc& doc) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string bytes(doc.vectors.size() * sizeof(float), '\0');
    if (!bytes.empty()) std::memcpy(bytes.data(), doc.vectors.data(), bytes.size());
    const std::uint64_t hash = NameLists::hash(bytes);
    std::string print;
    for (unsigned shift = 64; shift > 0; shift -= 4) print += digits[hash >> (shift - 4) & 15U];
    return print;
}

std::string to_bytes(const Weights& w) {
    std::string bytes(magic);
    bytes += w.vectors + '\n' + w.kind_of_text + '\n';
    bytes += std::to_string(w.vector_width) + '\n' + std::to_string(w.features.size()) + '\n';
    put(bytes, w.dense);
    put(bytes, w.bias);
    put(bytes, w.without);
    put(bytes, w.output);
    put(bytes, w.label_bias);
    put(bytes, w.transitions);
    put(bytes, w.features);
    put(bytes, w.scales);
    put(bytes, w.rows);
    return bytes;
}

Weights from_bytes(std::string_view bytes, std::string_view file_name) {
    Reader in(bytes, file_name);
    Weights w;
    w.vectors = in.line();
    w.kind_of_text = in.line();
    w.vector_width = in.number();
    const std::size_t count = in.number();
    w.dense = in.values<float>(hidden * neighbours * w.vector_width);
    w.bias = in.values<float>(hidden);
    w.without = in.values<float>(hidden);
    w.output = in.values<float>(labels * hidden);
    w.label_bias = in.values<float>(labels);
    w.transitions = in.values<float>(labels * labels);
    w.features = in.values<std::uint32_t>(count);
    w.scales = in.values<float>(count);
    w.rows = in.values<std::int8_t>(count * hidden);
    in.end();
    return w;
}

}  // namespace name_model

using name_model::hidden;
using name_model::labels;
using name_model::neighbours;

namespace {

constexpr std::size_t padded_labels = 16;  // whole vectors
static_assert(padded_labels >= labels);

}  // namespace

NameModel::NameModel(std::string_view bytes, std::string_view file_name, const NameLists& lists, const WordVectors& vectors)
    : lists_(lists), word_vectors_(vectors), multiply_(nlp::multiply_for(nlp::best_instruction_set())),
      weights_(name_model::from_bytes(bytes, file_name)) {
    if (weights_.vector_width < vectors.width()) throw FormatError(std::string(file_name) + ": not made with these word vectors");
    from_model_ = weights_.vector_width - vectors.width();
    pack_dense();
    output_.resize(hidden * padded_labels);
    for (std::size_t label = 0; label < labels; ++label) {
        for (std::size_t k = 0; k < hidden; ++k) output_[k * padded_labels + label] = weights_.output[label * hidden + k];
    }
    weights_.output = {};
    places_.assign(std::bit_ceil(2 * weights_.features.size() + 2), {});
    for (std::size_t f = 0; f < weights_.features.size(); ++f) {
        std::size_t at = weights_.features[f] & (places_.size() - 1);
        while (places_[at].row != 0) at = (at + 1) & (places_.size() - 1);
        places_[at] = {weights_.features[f], static_cast<std::uint32_t>(f + 1)};
    }
    kind_row_ = row_of(newsgraph::kind_of_text(weights_.kind_of_text));
}

// The language model's vectors change with their context, a word's own do not: two matrices, so that the second is needed once a
// word.
void NameModel::pack_dense() {
    const std::size_t width = weights_.vector_width;
    const std::size_t own = word_vectors_.width();
    std::vector<float> from_model(hidden * neighbours * from_model_), from_word(neighbours * hidden * own);
    for (std::size_t k = 0; k < hidden; ++k) {
        for (std::size_t n = 0; n < neighbours; ++n) {
            const float* row = weights_.dense.data() + (k * neighbours + n) * width;
            std::copy_n(row, from_model_, from_model.data() + (k * neighbours + n) * from_model_);
            std::copy_n(row + from_model_, own, from_word.data() + (n * hidden + k) * own);
        }
    }
    dense_ = nlp::PackedMatrix(from_model, hidden, neighbours * from_model_);
    word_dense_ = nlp::PackedMatrix(from_word, neighbours * hidden, own);
    weights_.dense = {};
}

std::vector<float> NameModel::of_vectors(WordVectors::Rows word) const {
    std::vector<float> vectors(word_vectors_.width());
    word_vectors_.write(word, vectors);
    std::vector<float> result(neighbours * hidden);
    multiply_(word_dense_, vectors.data(), vectors.size(), 1, result.data(), result.size());
    return result;
}

// weights_.features.size() for a feature that the model does not know.
std::size_t NameModel::row_of(std::uint32_t feature) const {
    for (std::size_t at = feature & (places_.size() - 1); places_[at].row != 0; at = (at + 1) & (places_.size() - 1)) {
        if (places_[at].feature == feature) return places_[at].row - 1;
    }
    return weights_.features.size();
}

namespace {

constexpr std::size_t most_features = 128;  // of a token; there are about 70 templates

// Compiled for vectors of eight, too, with the same roundings: multiplication and addition stay apart.
#if defined(__x86_64__)
#define NEWSGRAPH_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define NEWSGRAPH_VECTORS
#endif

// Adds rows of a table, each multiplied by its scale, in the order of their numbers.
NEWSGRAPH_VECTORS
void add_rows(const std::int8_t* table, const float* scales, const std::uint32_t* numbers, std::size_t count, float* sums) {
    for (std::size_t r = 0; r < count; ++r) {
        const std::int8_t* row = table + std::size_t{numbers[r]} * hidden;
        const float scale = scales[numbers[r]];
        for (std::size_t k = 0; k < hidden; ++k) sums[k] += scale * static_cast<float>(row[k]);
    }
}

// Adds to padded_labels scores what the hidden layer gives them. `columns`: hidden rows of padded_labels.
NEWSGRAPH_VECTORS
void add_columns(const float* columns, const float* sums, float* scores) {
    using Half = float __attribute__((vector_size(padded_labels / 2 * sizeof(float))));
    Half first, second;  // not one twice as wide, which g++ 12 keeps in memory
    std::memcpy(&first, scores, sizeof(Half));
    std::memcpy(&second, scores + padded_labels / 2, sizeof(Half));
    for (std::size_t k = 0; k < hidden; ++k) {
        const float value = sums[k] > 0.0F ? sums[k] : 0.0F;
        Half column;
        std::memcpy(&column, columns + k * padded_labels, sizeof(Half));
        first += column * value;
        std::memcpy(&column, columns + k * padded_labels + padded_labels / 2, sizeof(Half));
        second += column * value;
    }
    std::memcpy(scores, &first, sizeof(Half));
    std::memcpy(scores + padded_labels / 2, &second, sizeof(Half));
}

}  // namespace

// The part of the hidden layer that comes from the vectors, for tokens that have features.
std::vector<float> NameModel::hidden_of(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const NameFeatures& features,
                                        bool vectors) const {
    static_assert(hidden % nlp::PackedMatrix::panel_width == 0);
    constexpr std::size_t block = 24;  // rows at once, a multiple of those that the product takes together
    const std::size_t count = doc.tokens.size();
    const std::size_t inputs = neighbours * from_model_;
    std::vector<std::size_t> tokens;
    for (std::size_t i = 0; i < count; ++i) {
        if (features.starts[i] < features.starts[i + 1]) tokens.push_back(i);
    }
    std::vector<float> sums(count * hidden);
    std::vector<float> windows(block * inputs), products(block * hidden);
    for (std::size_t first = 0; first < tokens.size(); first += block) {
        const std::size_t size = std::min(block, tokens.size() - first);
        for (std::size_t r = 0; r < size && vectors; ++r) {
            const std::size_t i = tokens[first + r];
            const std::size_t begin = i - std::min<std::size_t>(i, 1), end = std::min(i + 2, count);
            float* window = windows.data() + r * inputs;
            std::fill_n(window, inputs, 0.0F);  // beyond the ends of the text
            std::copy_n(doc.vectors.data() + begin * from_model_, (end - begin) * from_model_, window + (begin + 1 - i) * from_model_);
        }
        if (vectors) multiply_(dense_, windows.data(), inputs, size, products.data(), hidden);
        for (std::size_t r = 0; r < size; ++r) {
            const std::size_t i = tokens[first + r];
            float* sum = sums.data() + i * hidden;
            for (std::size_t k = 0; k < hidden; ++k) {
                sum[k] = products[r * hidden + k] + (weights_.bias[k] + (vectors ? 0.0F : weights_.without[k]));
            }
            const auto add = [&](const NameWord& word, std::size_t place) {
                for (std::size_t k = 0; k < hidden; ++k) sum[k] += word.hidden[place * hidden + k];
            };
            if (i > 0) add(*words[i - 1], 0);
            add(*words[i], 1);
            if (i + 1 < count) add(*words[i + 1], 2);
        }
    }
    return sums;
}

void NameModel::add_features(const NameFeatures& features, std::size_t token, float* sums) const {
    // Most of the time goes into waiting for memory: first the places of all rows, then the rows.
    std::array<std::uint32_t, most_features> rows;
    std::size_t count = 0;
    for (std::uint32_t f = features.starts[token]; f < features.starts[token + 1]; ++f) {
        __builtin_prefetch(&places_[features.values[f] & (places_.size() - 1)]);
    }
    const auto take = [&](std::size_t row) {
        if (row == weights_.features.size()) return;
        __builtin_prefetch(&weights_.scales[row]);
        __builtin_prefetch(&weights_.rows[row * hidden]);
        rows[count++] = static_cast<std::uint32_t>(row);
    };
    for (std::uint32_t f = features.starts[token]; f < features.starts[token + 1] && count + 1 < most_features; ++f) {
        take(row_of(features.values[f]));
    }
    take(kind_row_);
    add_rows(weights_.rows.data(), weights_.scales.data(), rows.data(), count, sums);
}

NameModel::Scores NameModel::scores_of(const float* sums) const {
    std::array<float, padded_labels> scores{};
    std::copy(weights_.label_bias.begin(), weights_.label_bias.end(), scores.begin());
    add_columns(output_.data(), sums, scores.data());
    Scores result;
    std::copy_n(scores.begin(), labels, result.begin());
    return result;
}

std::vector<NameModel::Scores> NameModel::scores_of(const nlp::Doc& doc, const std::vector<const NameWord*>& words,
                                                    bool vectors) const {
    const NameFeatures features = name_features(doc, words, lists_, Tokens::likely);
    std::vector<float> sums = hidden_of(doc, words, features, vectors);
    std::vector<Scores> scores(doc.tokens.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (features.starts[i] == features.starts[i + 1]) {  // far from any name
            scores[i].fill(-1.0e3F);
            scores[i][0] = 0.0F;
            continue;
        }
        float* h = sums.data() + i * hidden;
        add_features(features, i, h);
        scores[i] = scores_of(h);
    }
    return scores;
}

// The best sequence of labels (Viterbi); among equals the one with the smaller labels.
void NameModel::decode(const std::vector<Scores>& scores, const nlp::Span& sentence, std::vector<FoundName>& found) const {
    const std::size_t count = sentence.end - sentence.begin;
    std::vector<std::array<std::uint8_t, labels>> from(count);
    Scores best{};
    for (std::size_t t = 0; t < count; ++t) {
        Scores now{};
        for (std::size_t label = 0; label < labels; ++label) {
            float top = 0.0F;
            bool any = false;
            for (std::size_t last = 0; last < (t == 0 ? 1 : labels); ++last) {
                if (!name_model::may_follow(last, label)) continue;
                const float value = best[last] + weights_.transitions[last * labels + label];
                if (any && !(value > top)) continue;
                any = true;
                top = value;
                from[t][label] = static_cast<std::uint8_t>(last);
            }
            now[label] = any ? top + scores[sentence.begin + t][label] : -1.0e30F;
        }
        best = now;
    }
    std::vector<std::size_t> path(count);
    auto label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t t = count; t-- > 0;) {
        path[t] = label;
        label = from[t][label];
    }
    for (std::size_t t = 0; t < count; ++t) {
        if (path[t] == 0) continue;
        const auto i = static_cast<std::uint32_t>(sentence.begin + t);
        if (path[t] % 2 == 1) found.push_back({i, i, (path[t] - 1) / 2, {}});
        FoundName& name = found.back();
        name.end = i + 1;
        for (std::size_t type = 0; type < name.scores.size(); ++type) {
            name.scores[type] += scores[i][1 + 2 * type + (path[t] % 2 == 1 ? 0 : 1)];
        }
    }
}

// The same words have one type in a document.
void NameModel::agree(const nlp::Doc& doc, std::vector<FoundName>& found) {
    std::map<std::string, std::array<float, name_model::types.size()>> sums;
    const auto key = [&](const FoundName& name) { return lower_case(doc.text_of(nlp::Span{name.begin, name.end, {}})); };
    for (const FoundName& name : found) {
        auto& sum = sums[key(name)];
        for (std::size_t type = 0; type < sum.size(); ++type) sum[type] += name.scores[type];
    }
    for (FoundName& name : found) {
        const auto& sum = sums[key(name)];
        name.type = static_cast<std::size_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
    }
}

std::vector<FoundName> NameModel::find(const nlp::Doc& doc, const std::vector<const NameWord*>& words, bool vectors) const {
    std::vector<FoundName> found;
    const bool fit = vectors && doc.vector_width == from_model_ &&
                     doc.vectors.size() == doc.tokens.size() * doc.vector_width;
    const auto scores = scores_of(doc, words, fit);
    for (const auto& sentence : doc.sentences()) decode(scores, sentence, found);
    agree(doc, found);
    return found;
}

}  // namespace newsgraph
