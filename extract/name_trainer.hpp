// The trainer of the names model (names/name_model.hpp): one hidden layer under a linear-chain CRF, by AdaGrad (Duchi et al.
// 2011) a sentence at a time. Part of train-name-model, not of the libraries. One thread, fixed seeds, sums in one order.
#pragma once

#include "extract/names/name_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace newsgraph::training {

using name_model::hidden;
using name_model::labels;
using name_model::neighbours;

struct Options {
    unsigned epochs = 6;
    unsigned least = 20;        // how often a feature must occur
    float sparse_rate = 0.06F;
    float dense_rate = 0.006F;
    float word_dropout = 0.3F;
    float vector_dropout = 0.15F;
    float hidden_dropout = 0.2F;
    float kind_dropout = 0.3F;
};

// Numbers that look random (xorshift64*, Vigna 2016).
class Random {
public:
    std::uint64_t next() {
        state_ ^= state_ >> 12U;
        state_ ^= state_ << 25U;
        state_ ^= state_ >> 27U;
        return state_ * 0x2545F4914F6CDD1DU;
    }
    float uniform() { return static_cast<float>(next() >> 40U) * (1.0F / 16777216.0F); }
    bool chance(float share) { return uniform() < share; }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

struct Text {
    std::string set;
    nlp::Doc doc;
    std::vector<float> vectors;  // name_model::rows_of
    NameFeatures features;  // values become numbers of rows; none become rows' count
    std::vector<std::uint8_t> gold;  // a label a token
    std::set<std::array<std::uint32_t, 3>> names;  // begin, end, type
    std::uint32_t kind = 0;
};

struct Sentence {
    std::size_t text;
    nlp::Span span;
};

// Trained numbers, with what AdaGrad keeps of each and the sum for their mean over the last passes.
struct Block {
    std::vector<float> value, sum, total;

    void resize(std::size_t size) {
        value.assign(size, 0.0F);
        sum.assign(size, 1.0e-2F);
        total.assign(size, 0.0F);
    }
    void step(std::size_t i, float gradient, float rate) {
        sum[i] += gradient * gradient;
        value[i] -= rate * gradient / std::sqrt(sum[i]);
    }
    void keep() {
        for (std::size_t i = 0; i < value.size(); ++i) total[i] += value[i];
    }
    std::vector<float> mean(float times) const {
        std::vector<float> result(total.size());
        for (std::size_t i = 0; i < total.size(); ++i) result[i] = total[i] / times;
        return result;
    }
};

class Trainer {
public:
    Trainer(const Options& options, std::vector<Text>& texts, std::size_t width, std::size_t own)
        : options_(options), texts_(texts), width_(width), from_model_(width - own) {
        count_features();
        for (std::size_t t = 0; t < texts_.size(); ++t) {
            for (const auto& span : texts_[t].doc.sentences()) sentences_.push_back({t, span});
        }
        const std::size_t inputs = neighbours * width_;
        dense_.resize(inputs * hidden);
        for (float& v : dense_.value) v = 0.06F * (random_.uniform() - 0.5F);
        bias_.resize(hidden);
        without_.resize(hidden);
        output_.resize(labels * hidden);
        for (float& v : output_.value) v = 0.3F * (random_.uniform() - 0.5F);
        label_bias_.resize(labels);
        transitions_.resize(labels * labels);
        rows_.resize(features_.size() * hidden);
        for (float& v : rows_.value) v = 0.02F * (random_.uniform() - 0.5F);
        row_sums_.assign(features_.size(), 1.0e-2F);
        gradient_.resize(inputs * hidden);
    }

    void run() {
        for (unsigned epoch = 0; epoch < options_.epochs; ++epoch) {
            rate_ = epoch + 2 >= options_.epochs ? 0.3F : epoch + 4 >= options_.epochs ? 0.6F : 1.0F;
            for (std::size_t i = sentences_.size(); i > 1; --i) {
                std::swap(sentences_[i - 1], sentences_[random_.next() % i]);
            }
            double loss = 0;
            for (const auto& sentence : sentences_) loss += train(sentence);
            std::fprintf(stderr, "epoch %u: loss a sentence %.4f\n", epoch + 1, loss / static_cast<double>(sentences_.size()));
            if (2 * epoch < options_.epochs) continue;
            ++kept_;
            for (Block* block : {&dense_, &bias_, &without_, &output_, &label_bias_, &transitions_, &rows_}) block->keep();
        }
    }

    name_model::Weights weights() const {
        const auto times = static_cast<float>(kept_);
        name_model::Weights w;
        w.vector_width = width_;
        const auto dense = dense_.mean(times);
        const std::size_t inputs = neighbours * width_;
        w.dense.resize(dense.size());
        for (std::size_t i = 0; i < inputs; ++i) {
            for (std::size_t k = 0; k < hidden; ++k) w.dense[k * inputs + i] = dense[i * hidden + k];
        }
        w.bias = bias_.mean(times);
        w.without = without_.mean(times);
        w.output = output_.mean(times);
        w.label_bias = label_bias_.mean(times);
        w.transitions = transitions_.mean(times);
        w.features = features_;
        const auto rows = rows_.mean(times);
        w.rows.resize(rows.size());
        for (std::size_t f = 0; f < features_.size(); ++f) {
            float top = 1.0e-12F;
            for (std::size_t k = 0; k < hidden; ++k) top = std::max(top, std::fabs(rows[f * hidden + k]));
            w.scales.push_back(top / 127.0F);
            for (std::size_t k = 0; k < hidden; ++k) {
                w.rows[f * hidden + k] = static_cast<std::int8_t>(std::lround(rows[f * hidden + k] / w.scales.back()));
            }
        }
        return w;
    }

private:
    void count_features() {
        std::unordered_map<std::uint32_t, unsigned> counts;
        for (const auto& text : texts_) {
            for (const auto value : text.features.values) ++counts[value];
            counts[kind_of_text(text.set)] += options_.least;
        }
        for (const auto& [feature, count] : counts) {
            if (count >= options_.least) features_.push_back(feature);
        }
        std::sort(features_.begin(), features_.end());
        std::fprintf(stderr, "%zu texts, %zu features of %zu\n", texts_.size(), features_.size(), counts.size());
        const auto number = [&](std::uint32_t feature) {
            const auto at = std::lower_bound(features_.begin(), features_.end(), feature);
            const bool known = at != features_.end() && *at == feature;
            return static_cast<std::uint32_t>(known ? static_cast<std::size_t>(at - features_.begin()) : features_.size());
        };
        std::unordered_map<std::uint32_t, std::uint32_t> numbers;
        for (std::size_t f = 0; f < features_.size(); ++f) numbers.emplace(features_[f], static_cast<std::uint32_t>(f));
        for (auto& text : texts_) {
            text.kind = number(kind_of_text(text.set));
            for (auto& value : text.features.values) {
                const auto found = numbers.find(value);
                value = found == numbers.end() ? static_cast<std::uint32_t>(features_.size()) : found->second;
            }
        }
    }

    struct Step {
        std::array<float, hidden> sums{};      // before the threshold
        std::array<float, hidden> values{};    // behind it, with dropout
        std::array<float, labels> scores{};
        std::array<float, labels> gradient{};
        std::vector<std::uint32_t> rows;
    };

    // Of the token before, the token, and the token behind.
    const float* vector_of(const Text& text, std::size_t token, std::size_t neighbour) const {
        return text.vectors.data() + (token + neighbour) * width_;
    }

    void forward(const Text& text, std::size_t token, bool vectors, bool kind, Step& step) {
        step.rows.clear();
        for (std::size_t f = text.features.starts[token]; f < text.features.starts[token + 1]; ++f) {
            const auto row = text.features.values[f];
            if (row == features_.size() || (text.features.lexical[f] != 0 && random_.chance(options_.word_dropout))) continue;
            step.rows.push_back(row);
        }
        if (kind) step.rows.push_back(text.kind);
        for (std::size_t k = 0; k < hidden; ++k) step.sums[k] = bias_.value[k] + (vectors ? 0.0F : without_.value[k]);
        for (const auto row : step.rows) {
            const float* values = rows_.value.data() + row * hidden;
            for (std::size_t k = 0; k < hidden; ++k) step.sums[k] += values[k];
        }
        for (std::size_t n = 0; n < neighbours; ++n) {
            const float* x = vector_of(text, token, n);
            const std::size_t first = vectors ? 0 : from_model_;
            const float* w = dense_.value.data() + (n * width_ + first) * hidden;
            for (std::size_t i = first; i < width_; ++i, w += hidden) {
                for (std::size_t k = 0; k < hidden; ++k) step.sums[k] += x[i] * w[k];
            }
        }
        const float keep = 1.0F / (1.0F - options_.hidden_dropout);
        for (std::size_t k = 0; k < hidden; ++k) {
            step.values[k] = step.sums[k] > 0 && !random_.chance(options_.hidden_dropout) ? keep * step.sums[k] : 0.0F;
        }
        for (std::size_t label = 0; label < labels; ++label) {
            float sum = label_bias_.value[label];
            for (std::size_t k = 0; k < hidden; ++k) sum += output_.value[label * hidden + k] * step.values[k];
            step.scores[label] = sum;
        }
    }

    using Row = std::array<double, labels>;

    // Shares of labels and of pairs of labels among all sequences (forward and backward sums); returns the logarithm of the
    // sum of the sequences.
    double sums(const std::vector<Row>& emit, const std::array<Row, labels>& move, std::vector<Row>& shares,
                std::array<double, labels * labels>& pairs) const {
        const std::size_t count = emit.size();
        std::vector<Row> alpha(count), beta(count);
        double log_sum = 0;
        for (std::size_t t = 0; t < count; ++t) {
            double total = 0;
            for (std::size_t b = 0; b < labels; ++b) {
                double sum = 0;
                if (t == 0) sum = move[0][b];
                else for (std::size_t a = 0; a < labels; ++a) sum += alpha[t - 1][a] * move[a][b];
                alpha[t][b] = sum * emit[t][b];
                total += alpha[t][b];
            }
            for (double& v : alpha[t]) v /= total;
            log_sum += std::log(total);
        }
        beta[count - 1].fill(1.0);
        for (std::size_t t = count - 1; t-- > 0;) {
            double total = 0;
            for (std::size_t a = 0; a < labels; ++a) {
                double sum = 0;
                for (std::size_t b = 0; b < labels; ++b) sum += move[a][b] * emit[t + 1][b] * beta[t + 1][b];
                beta[t][a] = sum;
                total += sum;
            }
            for (double& v : beta[t]) v /= total;
        }
        shares.resize(count);
        for (std::size_t t = 0; t < count; ++t) {
            double total = 0;
            for (std::size_t b = 0; b < labels; ++b) total += alpha[t][b] * beta[t][b];
            for (std::size_t b = 0; b < labels; ++b) shares[t][b] = alpha[t][b] * beta[t][b] / total;
            Row before{};
            if (t == 0) before[0] = 1.0;
            else before = alpha[t - 1];
            std::array<double, labels * labels> share{};
            double all = 0;
            for (std::size_t a = 0; a < labels; ++a) {
                for (std::size_t b = 0; b < labels; ++b) {
                    share[a * labels + b] = before[a] * move[a][b] * emit[t][b] * beta[t][b];
                    all += share[a * labels + b];
                }
            }
            for (std::size_t k = 0; k < share.size(); ++k) pairs[k] += share[k] / all;
        }
        return log_sum;
    }

    // Sets the gradients of the scores, and moves the transitions; returns the loss.
    double chain(const Text& text, const nlp::Span& span, std::vector<Step>& steps) {
        const std::size_t count = steps.size();
        std::array<Row, labels> move{};
        for (std::size_t a = 0; a < labels; ++a) {
            for (std::size_t b = 0; b < labels; ++b) {
                move[a][b] = name_model::may_follow(a, b) ? std::exp(static_cast<double>(transitions_.value[a * labels + b])) : 0.0;
            }
        }
        std::vector<Row> emit(count), shares;
        double gold_score = 0;
        std::array<double, labels * labels> moved{};
        for (std::size_t t = 0; t < count; ++t) {
            const float top = *std::max_element(steps[t].scores.begin(), steps[t].scores.end());
            for (std::size_t b = 0; b < labels; ++b) emit[t][b] = std::exp(std::max(-60.0, static_cast<double>(steps[t].scores[b] - top)));
            const std::size_t gold = text.gold[span.begin + t];
            const std::size_t last = t == 0 ? 0 : text.gold[span.begin + t - 1];
            gold_score += static_cast<double>(steps[t].scores[gold] - top + transitions_.value[last * labels + gold]);
            moved[last * labels + gold] -= 1.0;
        }
        const double all = sums(emit, move, shares, moved);
        for (std::size_t t = 0; t < count; ++t) {
            for (std::size_t b = 0; b < labels; ++b) steps[t].gradient[b] = static_cast<float>(shares[t][b]);
            steps[t].gradient[text.gold[span.begin + t]] -= 1.0F;
        }
        for (std::size_t k = 0; k < moved.size(); ++k) {
            if (name_model::may_follow(k / labels, k % labels)) transitions_.step(k, static_cast<float>(moved[k]), rate_ * 0.02F);
        }
        return all - gold_score;
    }

    double train(const Sentence& sentence) {
        const Text& text = texts_[sentence.text];
        const std::size_t count = sentence.span.end - sentence.span.begin;
        if (steps_.size() < count) steps_.resize(count);
        std::vector<Step> steps(std::make_move_iterator(steps_.begin()),
                                std::make_move_iterator(steps_.begin() + static_cast<std::ptrdiff_t>(count)));
        const bool vectors = !random_.chance(options_.vector_dropout);
        const bool kind = !random_.chance(options_.kind_dropout);
        for (std::size_t t = 0; t < count; ++t) forward(text, sentence.span.begin + t, vectors, kind, steps[t]);
        const double loss = chain(text, sentence.span, steps);
        backward(text, sentence.span, vectors, steps);
        std::move(steps.begin(), steps.end(), steps_.begin());
        return loss;
    }

    void backward(const Text& text, const nlp::Span& span, bool vectors, const std::vector<Step>& steps) {
        const float keep = 1.0F / (1.0F - options_.hidden_dropout);
        std::array<float, hidden> bias{};
        std::array<float, labels> label_bias{};
        std::array<float, labels * hidden> output{};
        std::fill(gradient_.begin(), gradient_.end(), 0.0F);
        for (std::size_t t = 0; t < steps.size(); ++t) {
            const Step& step = steps[t];
            std::array<float, hidden> delta{};
            for (std::size_t label = 0; label < labels; ++label) {
                const float g = step.gradient[label];
                label_bias[label] += g;
                for (std::size_t k = 0; k < hidden; ++k) {
                    output[label * hidden + k] += g * step.values[k];
                    delta[k] += g * output_.value[label * hidden + k];
                }
            }
            float size = 0;
            for (std::size_t k = 0; k < hidden; ++k) {
                delta[k] = step.values[k] > 0 ? keep * delta[k] : 0.0F;
                bias[k] += delta[k];
                size += delta[k] * delta[k];
            }
            if (size < 1.0e-10F) continue;
            for (const auto row : step.rows) {
                row_sums_[row] += size / hidden;
                const float rate = rate_ * options_.sparse_rate / std::sqrt(row_sums_[row]);
                float* values = rows_.value.data() + row * hidden;
                for (std::size_t k = 0; k < hidden; ++k) values[k] -= rate * delta[k];
            }
            for (std::size_t n = 0; n < neighbours; ++n) {
                const float* x = vector_of(text, span.begin + t, n);
                const std::size_t start = vectors ? 0 : from_model_;
                float* g = gradient_.data() + (n * width_ + start) * hidden;
                for (std::size_t i = start; i < width_; ++i, g += hidden) {
                    for (std::size_t k = 0; k < hidden; ++k) g[k] += x[i] * delta[k];
                }
            }
        }
        const float rate = rate_ * options_.dense_rate;
        for (std::size_t k = 0; k < hidden; ++k) bias_.step(k, bias[k], rate);
        for (std::size_t k = 0; k < hidden && !vectors; ++k) without_.step(k, bias[k], rate);
        for (std::size_t k = 0; k < labels; ++k) label_bias_.step(k, label_bias[k], rate);
        for (std::size_t k = 0; k < output.size(); ++k) output_.step(k, output[k], 2 * rate);
        for (std::size_t k = 0; k < gradient_.size(); ++k) dense_.step(k, gradient_[k], rate);
    }

    Options options_;
    std::vector<Text>& texts_;
    std::size_t width_;       // of a token's vectors
    std::size_t from_model_;  // of these, the language model's
    std::vector<std::uint32_t> features_;
    std::vector<Sentence> sentences_;
    std::vector<Step> steps_;
    Block dense_, bias_, without_, output_, label_bias_, transitions_, rows_;
    std::vector<float> row_sums_, gradient_;
    Random random_;
    float rate_ = 1.0F;
    unsigned kept_ = 0;
};

}  // namespace newsgraph::training
