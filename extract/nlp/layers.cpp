#include "extract/nlp/layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace newsgraph::nlp {

namespace {

// Eight interleaved partial sums, joined as a tree: the order in which NumPy sums rows of these widths.
template <typename Term>
float pairwise_sum(std::size_t count, Term term) {
    std::array<float, 8> sums{};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        for (std::size_t lane = 0; lane < 8; ++lane) sums[lane] += term(i + lane);
    }
    float rest = 0.0F;
    for (; i < count; ++i) rest += term(i);
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7])) + rest;
}

// (units, pieces, inputs) -> (pieces, units, inputs), so that the maximum is taken between whole rows of numbers.
std::vector<float> piece_major(const std::vector<float>& values, std::size_t units, std::size_t pieces,
                               std::size_t inputs) {
    std::vector<float> result(values.size());
    for (std::size_t unit = 0; unit < units; ++unit) {
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            const float* from = values.data() + (unit * pieces + piece) * inputs;
            std::copy_n(from, inputs, result.data() + (piece * units + unit) * inputs);
        }
    }
    return result;
}

}  // namespace

Linear::Linear(const ModelFile& file, const ModelFile::Layer& layer, std::size_t outputs, std::size_t inputs)
    : weights_(file.tensor(layer, "W", {outputs, inputs}).values, outputs, inputs),
      bias_(file.tensor(layer, "b", {outputs}).values) {}

void Linear::apply(Multiply multiply, const float* rows, std::size_t row_stride, std::size_t row_count,
                   float* results) const {
    multiply(weights_, rows, row_stride, row_count, results, padded_outputs());
    for (std::size_t r = 0; r < row_count; ++r) {
        float* result = results + r * padded_outputs();
        for (std::size_t o = 0; o < bias_.size(); ++o) result[o] += bias_[o];
    }
}

MaxoutNorm::MaxoutNorm(const ModelFile& file, const ModelFile::Layer& maxout, const ModelFile::Layer& norm,
                       std::size_t width, std::size_t pieces, std::size_t inputs)
    : width_(width),
      pieces_(pieces),
      weights_(piece_major(file.tensor(maxout, "W", {width, pieces, inputs}).values, width, pieces, inputs),
               width * pieces, inputs),
      bias_(piece_major(file.tensor(maxout, "b", {width, pieces}).values, width, pieces, 1)),
      gain_(file.tensor(norm, "G", {width}).values),
      offset_(file.tensor(norm, "b", {width}).values) {}

void MaxoutNorm::apply(Multiply multiply, const float* rows, std::size_t row_stride, std::size_t row_count,
                       const float* residual, float* results, std::vector<float>& sums) const {
    // Few enough rows for their sums to stay in the second-level cache; a multiple of the kernels' 6 and 8 rows.
    constexpr std::size_t block = 48;
    const std::size_t stride = weights_.padded_outputs();
    if (sums.size() < block * stride) sums.resize(block * stride);
    for (std::size_t first = 0; first < row_count; first += block) {
        const std::size_t count = std::min(block, row_count - first);
        multiply(weights_, rows + first * row_stride, row_stride, count, sums.data(), stride);
        for (std::size_t r = 0; r < count; ++r) {
            const std::size_t at = (first + r) * width_;
            finish_row(sums.data() + r * stride, residual ? residual + at : nullptr, results + at);
        }
    }
}

void MaxoutNorm::finish_row(const float* sums, const float* residual, float* result) const {
    for (std::size_t o = 0; o < width_; ++o) result[o] = sums[o] + bias_[o];
    for (std::size_t piece = 1; piece < pieces_; ++piece) {
        const std::size_t at = piece * width_;
        for (std::size_t o = 0; o < width_; ++o) {
            const float value = sums[at + o] + bias_[at + o];
            result[o] = value > result[o] ? value : result[o];
        }
    }
    const auto count = static_cast<float>(width_);
    const float mean = pairwise_sum(width_, [&](std::size_t o) { return result[o]; }) / count;
    const float variance = pairwise_sum(width_, [&](std::size_t o) {
                               const float difference = result[o] - mean;
                               return difference * difference;
                           }) / count;
    const float scale = 1.0F / std::sqrt(variance + 1e-8F);
    for (std::size_t o = 0; o < width_; ++o) result[o] = (result[o] - mean) * scale * gain_[o] + offset_[o];
    if (!residual) return;
    for (std::size_t o = 0; o < width_; ++o) result[o] += residual[o];
}

}  // namespace newsgraph::nlp
