#include "extract/nlp/tok2vec.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::nlp;

// Values of spaCy for the string id of "coffee".
TEST_CASE("hash rows are thinc's", "[tok2vec]") {
    constexpr std::uint64_t coffee = 3197928453018144401ULL;
    constexpr std::uint32_t all = 0xFFFFFFFFU;  // one row short of 2^32, so a row is the hash itself
    CHECK(hash_rows(coffee, 8, all) == std::array<std::uint32_t, 4>{2399055680U, 1118310852U, 3598583520U, 1677466278U});
    CHECK(hash_rows(coffee, 9, all) == std::array<std::uint32_t, 4>{3581658541U, 416209217U, 2576290491U, 1186911353U});
    CHECK(hash_rows(coffee, 8, 5000) == std::array<std::uint32_t, 4>{680U, 852U, 3520U, 1278U});
}
