#include "extract/nlp/matmul_kernel.hpp"

#include <immintrin.h>

namespace newsgraph::nlp::detail {

namespace {

// 32 registers: 8 rows x 3 vectors of sums, 3 of weights.
struct Avx512 {
    using Type = __m512;
    static constexpr size_t lanes = 16;
    static constexpr size_t tile_rows = 8;
    static constexpr size_t tile_vectors(size_t rows) { return rows == 1 ? 7 : rows == 2 ? 6 : 3; }
    static Type zero() { return _mm512_setzero_ps(); }
    static Type load(const float* from) { return _mm512_loadu_ps(from); }
    static Type broadcast(const float* from) { return _mm512_set1_ps(*from); }
    static Type multiply_add(Type a, Type b, Type c) { return _mm512_fmadd_ps(a, b, c); }
    static void store(float* to, Type value) { _mm512_storeu_ps(to, value); }
};

}  // namespace

void multiply_avx512(const Product& product) {
    multiply<Avx512>(product);
}

}  // namespace newsgraph::nlp::detail
