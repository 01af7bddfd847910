// Products of a row-major matrix with a weight matrix, for the small dense layers of the networks. Every output is one
// chain of fused multiply-adds over k = 0, 1, 2, ... from zero, so a row's bits depend neither on the number of rows
// nor on the instruction set: AVX-512, AVX2 and plain C++ give the same bytes. Libraries do not (OpenBLAS, BLIS, oneDNN
// and Eigen treat edge rows apart), which is why this is ours; it is as fast as they are on these shapes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

enum class InstructionSet { plain, avx2, avx512 };

// The best one that this processor has.
InstructionSet best_instruction_set();
bool is_supported(InstructionSet set);

std::string_view name_of(InstructionSet set);                            // "plain", "avx2", "avx512"
std::optional<InstructionSet> instruction_set_named(std::string_view name);

// Weights W (outputs x inputs), packed for the kernels: panels of 16 outputs, each input-major, the last panel filled
// up with zeros. Immutable; owns its memory.
class PackedMatrix {
public:
    static constexpr std::size_t panel_width = 16;

    PackedMatrix() = default;

    // `weights` holds outputs x inputs values; row o of W starts at weights[o * inputs].
    PackedMatrix(std::span<const float> weights, std::size_t outputs, std::size_t inputs);

    std::size_t inputs() const { return inputs_; }
    std::size_t outputs() const { return outputs_; }
    std::size_t panels() const { return (outputs_ + panel_width - 1) / panel_width; }

    // Width of a row of results: outputs rounded up to whole panels. What lies behind `outputs` is zero.
    std::size_t padded_outputs() const { return panels() * panel_width; }
    const float* data() const { return packed_.data(); }

private:
    std::size_t outputs_ = 0;
    std::size_t inputs_ = 0;
    std::vector<float> packed_;
};

// results[r * result_stride + o] = sum over k of rows[r * row_stride + k] * W[o][k].
// A row_stride below the number of inputs is fine: neighbouring windows of one array need no copy.
// REQUIRES: result_stride >= weights.padded_outputs(); results do not overlap rows. Thread-safe.
using Multiply = void (*)(const PackedMatrix& weights, const float* rows, std::size_t row_stride, std::size_t row_count,
                          float* results, std::size_t result_stride);

// REQUIRES: is_supported(set).
Multiply multiply_for(InstructionSet set);

}  // namespace newsgraph::nlp
