#include "extract/clauses/triple_features.hpp"

#include "extract/data/tables.hpp"

#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace newsgraph {

namespace {

// The constant and a weight for each feature, in the order of TripleFeature.
using Weights = std::array<double, TripleFeatures::size + 1>;

Weights read_weights(std::size_t column) {
    Weights weights{};
    std::size_t row_number = 0;
    for (const auto& row : data::read_rows(data::triples())) {
        if (row_number == weights.size()) break;
        const std::string_view text = row[column];
        std::from_chars(text.data(), text.data() + text.size(), weights[row_number++]);
    }
    return weights;
}

double logistic(const Weights& weights, const TripleFeatures& features) {
    double sum = weights[0];
    for (std::size_t i = 0; i < TripleFeatures::size; ++i) {
        if (features[i]) sum += weights[i + 1];
    }
    return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace

double exactness(const TripleFeatures& features) {
    static const Weights weights = read_weights(1);
    return logistic(weights, features);
}

double confidence(const TripleFeatures& features) {
    static const Weights weights = read_weights(2);
    return std::round(1000.0 * logistic(weights, features)) / 1000.0;
}

}  // namespace newsgraph
