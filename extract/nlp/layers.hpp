// The dense layers that the networks are made of (thinc's Linear, Maxout and LayerNorm). Immutable after loading;
// scratch memory comes from the caller, so threads may share layers. All sums have a fixed order (matmul.hpp).
#pragma once

#include "extract/nlp/matmul.hpp"
#include "extract/nlp/model_file.hpp"

#include <cstddef>
#include <vector>

namespace newsgraph::nlp {

// y = W x + b.
class Linear {
public:
    Linear() = default;
    Linear(const ModelFile& file, const ModelFile::Layer& layer, std::size_t outputs, std::size_t inputs);

    std::size_t inputs() const { return weights_.inputs(); }
    std::size_t outputs() const { return weights_.outputs(); }
    std::size_t padded_outputs() const { return weights_.padded_outputs(); }

    // REQUIRES: room for row_count * padded_outputs() results; the bias is added to all but the padding.
    void apply(Multiply multiply, const float* rows, std::size_t row_stride, std::size_t row_count,
               float* results) const;

private:
    PackedMatrix weights_;
    std::vector<float> bias_;
};

// LayerNorm(maxout(W x + b)): a row of width * pieces sums, the largest piece of each unit, normalised.
class MaxoutNorm {
public:
    MaxoutNorm() = default;
    MaxoutNorm(const ModelFile& file, const ModelFile::Layer& maxout, const ModelFile::Layer& norm, std::size_t width,
               std::size_t pieces, std::size_t inputs);

    std::size_t width() const { return width_; }
    std::size_t inputs() const { return weights_.inputs(); }

    // results[r * width + o]; with a residual (same layout as results), that is added. `sums` is scratch memory, grown
    // as needed.
    void apply(Multiply multiply, const float* rows, std::size_t row_stride, std::size_t row_count,
               const float* residual, float* results, std::vector<float>& sums) const;

private:
    void finish_row(const float* sums, const float* residual, float* result) const;

    std::size_t width_ = 0;
    std::size_t pieces_ = 0;
    PackedMatrix weights_;     // outputs piece-major: all units of piece 0, then all of piece 1, ...
    std::vector<float> bias_;  // the same order
    std::vector<float> gain_;
    std::vector<float> offset_;
};

}  // namespace newsgraph::nlp
