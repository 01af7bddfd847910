#include "extract/nlp/matmul.hpp"
#include "tests/support/catch.hpp"

#include <cstring>
#include <random>

using namespace newsgraph::nlp;

namespace {

std::vector<float> random_values(std::size_t count, std::uint32_t seed) {
    std::mt19937 generator(seed);
    std::vector<float> values(count);
    for (auto& value : values) value = static_cast<float>(generator() % 20001) / 10000.0F - 1.0F;
    return values;
}

std::vector<float> product(InstructionSet set, const PackedMatrix& weights, const std::vector<float>& rows,
                           std::size_t stride, std::size_t count) {
    std::vector<float> results(count * weights.padded_outputs(), -1.0F);
    multiply_for(set)(weights, rows.data(), stride, count, results.data(), weights.padded_outputs());
    return results;
}

bool same_bytes(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.empty()) return b.empty();  // memcmp takes no null pointer
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("a product is the sums of its definition", "[matmul]") {
    const std::vector<float> w{1, 2, 3, 4, 5, 6};  // 2 outputs, 3 inputs
    const PackedMatrix weights(w, 2, 3);
    const auto y = product(InstructionSet::plain, weights, {1, 0, -1, 10, 1, 1}, 3, 2);
    REQUIRE(y.size() == 32);
    CHECK(y[0] == -2.0F);
    CHECK(y[1] == -2.0F);
    CHECK(y[2] == 0.0F);
    CHECK(y[16] == 15.0F);
    CHECK(y[17] == 51.0F);
}

TEST_CASE("every instruction set gives the same bytes", "[matmul]") {
    struct Shape {
        std::size_t outputs, inputs, stride;
    };
    for (const auto& shape : {Shape{288, 288, 96}, Shape{50, 96, 96}, Shape{106, 64, 64}, Shape{1, 7, 7}}) {
        const PackedMatrix weights(random_values(shape.outputs * shape.inputs, 1), shape.outputs, shape.inputs);
        for (std::size_t count = 0; count < 20; ++count) {
            const auto rows = random_values(count * shape.stride + shape.inputs, 2);
            const auto plain = product(InstructionSet::plain, weights, rows, shape.stride, count);
            for (const auto set : {InstructionSet::avx2, InstructionSet::avx512}) {
                if (!is_supported(set)) continue;
                INFO(name_of(set) << " " << shape.outputs << "x" << shape.inputs << " rows " << count);
                CHECK(same_bytes(plain, product(set, weights, rows, shape.stride, count)));
            }
        }
    }
}

TEST_CASE("a row does not depend on how many rows there are", "[matmul]") {
    const PackedMatrix weights(random_values(64 * 48, 3), 64, 48);
    const auto rows = random_values(31 * 48, 4);
    const auto set = best_instruction_set();
    const auto all = product(set, weights, rows, 48, 31);
    for (std::size_t r = 0; r < 31; ++r) {
        const std::vector<float> row(rows.begin() + static_cast<long>(r * 48), rows.begin() + static_cast<long>(r * 48 + 48));
        const std::vector<float> expected(all.begin() + static_cast<long>(r * 64), all.begin() + static_cast<long>(r * 64 + 64));
        CHECK(same_bytes(expected, product(set, weights, row, 48, 1)));
    }
}

TEST_CASE("instruction sets have names", "[matmul]") {
    CHECK(instruction_set_named("avx2") == InstructionSet::avx2);
    CHECK_FALSE(instruction_set_named("sse9"));
    CHECK(is_supported(InstructionSet::plain));
}
