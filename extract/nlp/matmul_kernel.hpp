// The blocked product, written once and compiled for each instruction set. Included by matmul_avx2.cpp and
// matmul_avx512.cpp alone, which bring a Vector type; no standard headers here, or inline functions compiled for a newer
// processor could be linked into code that runs on any.
#pragma once

#include <stddef.h>

namespace newsgraph::nlp::detail {

struct Product {
    const float* weights;  // packed panels
    size_t inputs;
    size_t panels;
    const float* rows;
    size_t row_stride;
    size_t row_count;
    float* results;
    size_t result_stride;
};

void multiply_avx2(const Product& product);
void multiply_avx512(const Product& product);

namespace {

constexpr size_t panel_width = 16;

// Rows [row, row + R) times V vectors of outputs from vector number `vector` on. The accumulators stay in registers
// only if both inner loops are unrolled (g++ 12 keeps them in memory otherwise, at half the speed).
template <typename Vector, size_t R, size_t V>
inline __attribute__((always_inline)) void tile(const Product& p, size_t row, size_t vector) {
    typename Vector::Type sums[R][V];
#pragma GCC unroll 16
    for (size_t r = 0; r < R; ++r) {
#pragma GCC unroll 16
        for (size_t v = 0; v < V; ++v) sums[r][v] = Vector::zero();
    }
    constexpr size_t per_panel = panel_width / Vector::lanes;
    const float* panels[V];
#pragma GCC unroll 16
    for (size_t v = 0; v < V; ++v) {
        const size_t number = vector + v;
        panels[v] = p.weights + number / per_panel * p.inputs * panel_width + number % per_panel * Vector::lanes;
    }
    const float* x = p.rows + row * p.row_stride;
    for (size_t k = 0; k < p.inputs; ++k) {
        typename Vector::Type w[V];
#pragma GCC unroll 16
        for (size_t v = 0; v < V; ++v) w[v] = Vector::load(panels[v] + k * panel_width);
#pragma GCC unroll 16
        for (size_t r = 0; r < R; ++r) {
            const auto value = Vector::broadcast(x + r * p.row_stride + k);
#pragma GCC unroll 16
            for (size_t v = 0; v < V; ++v) sums[r][v] = Vector::multiply_add(value, w[v], sums[r][v]);
        }
    }
    float* y = p.results + row * p.result_stride + vector * Vector::lanes;
#pragma GCC unroll 16
    for (size_t r = 0; r < R; ++r) {
#pragma GCC unroll 16
        for (size_t v = 0; v < V; ++v) Vector::store(y + r * p.result_stride + v * Vector::lanes, sums[r][v]);
    }
}

// All outputs of R rows: as many vectors at a time as registers allow, then one by one.
template <typename Vector, size_t R>
void row_block(const Product& p, size_t row) {
    constexpr size_t wide = Vector::tile_vectors(R);
    const size_t vectors = p.panels * panel_width / Vector::lanes;
    size_t vector = 0;
    for (; vector + wide <= vectors; vector += wide) tile<Vector, R, wide>(p, row, vector);
    for (; vector < vectors; ++vector) tile<Vector, R, 1>(p, row, vector);
}

template <typename Vector, size_t R>
void remaining_rows(const Product& p, size_t row) {
    if (p.row_count - row == R) {
        row_block<Vector, R>(p, row);
    } else if constexpr (R > 1) {
        remaining_rows<Vector, R - 1>(p, row);
    }
}

template <typename Vector>
void multiply(const Product& p) {
    size_t row = 0;
    for (; row + Vector::tile_rows <= p.row_count; row += Vector::tile_rows) row_block<Vector, Vector::tile_rows>(p, row);
    remaining_rows<Vector, Vector::tile_rows - 1>(p, row);
}

}  // namespace
}  // namespace newsgraph::nlp::detail
