#include "extract/nlp/matmul.hpp"

#include "extract/nlp/matmul_kernel.hpp"

#include <array>
#include <cassert>
#include <cmath>

namespace newsgraph::nlp {

namespace {

// The same sums in the same order without vector instructions. Slow where the processor has no fused multiply-add.
void multiply_plain(const detail::Product& p) {
    constexpr auto width = PackedMatrix::panel_width;
    for (std::size_t row = 0; row < p.row_count; ++row) {
        const float* x = p.rows + row * p.row_stride;
        for (std::size_t panel = 0; panel < p.panels; ++panel) {
            const float* w = p.weights + panel * p.inputs * width;
            std::array<float, width> sums{};
            for (std::size_t k = 0; k < p.inputs; ++k) {
                for (std::size_t i = 0; i < width; ++i) sums[i] = std::fma(x[k], w[k * width + i], sums[i]);
            }
            for (std::size_t i = 0; i < width; ++i) p.results[row * p.result_stride + panel * width + i] = sums[i];
        }
    }
}

template <void (*kernel)(const detail::Product&)>
void multiply_with(const PackedMatrix& weights, const float* rows, std::size_t row_stride, std::size_t row_count,
                   float* results, std::size_t result_stride) {
    assert(result_stride >= weights.padded_outputs());
    kernel({weights.data(), weights.inputs(), weights.panels(), rows, row_stride, row_count, results, result_stride});
}

constexpr std::array all_sets{InstructionSet::avx512, InstructionSet::avx2, InstructionSet::plain};

}  // namespace

bool is_supported(InstructionSet set) {
#if defined(NEWSGRAPH_X86_KERNELS)
    if (set == InstructionSet::avx512) return __builtin_cpu_supports("avx512f") != 0;
    if (set == InstructionSet::avx2) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
    return set == InstructionSet::plain;
}

InstructionSet best_instruction_set() {
    for (const auto set : all_sets) {
        if (is_supported(set)) return set;
    }
    return InstructionSet::plain;
}

std::string_view name_of(InstructionSet set) {
    switch (set) {
        case InstructionSet::avx512: return "avx512";
        case InstructionSet::avx2: return "avx2";
        case InstructionSet::plain: break;
    }
    return "plain";
}

std::optional<InstructionSet> instruction_set_named(std::string_view name) {
    for (const auto set : all_sets) {
        if (name == name_of(set)) return set;
    }
    return std::nullopt;
}

PackedMatrix::PackedMatrix(std::span<const float> weights, std::size_t outputs, std::size_t inputs)
    : outputs_(outputs), inputs_(inputs) {
    assert(weights.size() == outputs * inputs);
    packed_.resize(padded_outputs() * inputs);
    for (std::size_t o = 0; o < outputs; ++o) {
        float* panel = packed_.data() + o / panel_width * inputs * panel_width + o % panel_width;
        for (std::size_t k = 0; k < inputs; ++k) panel[k * panel_width] = weights[o * inputs + k];
    }
}

Multiply multiply_for(InstructionSet set) {
    assert(is_supported(set));
#if defined(NEWSGRAPH_X86_KERNELS)
    if (set == InstructionSet::avx512) return multiply_with<detail::multiply_avx512>;
    if (set == InstructionSet::avx2) return multiply_with<detail::multiply_avx2>;
#endif
    return multiply_with<multiply_plain>;
}

}  // namespace newsgraph::nlp
