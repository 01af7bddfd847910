#include "extract/nlp/matmul_kernel.hpp"

#include <immintrin.h>

namespace newsgraph::nlp::detail {

namespace {

// 16 registers: 6 rows x 2 vectors leave room for the weights and one broadcast value.
struct Avx2 {
    using Type = __m256;
    static constexpr size_t lanes = 8;
    static constexpr size_t tile_rows = 6;
    static constexpr size_t tile_vectors(size_t rows) { return rows == 1 ? 7 : rows == 2 ? 4 : rows <= 4 ? 3 : 2; }
    static Type zero() { return _mm256_setzero_ps(); }
    static Type load(const float* from) { return _mm256_loadu_ps(from); }
    static Type broadcast(const float* from) { return _mm256_broadcast_ss(from); }
    static Type multiply_add(Type a, Type b, Type c) { return _mm256_fmadd_ps(a, b, c); }
    static void store(float* to, Type value) { _mm256_storeu_ps(to, value); }
};

}  // namespace

void multiply_avx2(const Product& product) {
    multiply<Avx2>(product);
}

}  // namespace newsgraph::nlp::detail
