#include "extract/nlp/arc_eager.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace newsgraph::nlp;

TEST_CASE("arcs are built by the four moves", "[arc_eager]") {
    ArcEager state;  // 0 <- 1 -> 2
    state.start(3);
    CHECK(state.valid_actions() == std::array<bool, 5>{true, false, false, false, true});
    state.apply(ArcEager::shift, -1);
    state.apply(ArcEager::left_arc, 7);
    CHECK(state.head(0) == 1);
    CHECK(state.label(0) == 7);
    state.apply(ArcEager::shift, -1);
    TransitionModel::Features f{};
    state.fill_features(f, 8);
    CHECK(std::vector<int>(f.begin(), f.begin() + 8) == std::vector<int>{2, -1, 1, -1, -1, -1, 0, -1});
    state.apply(ArcEager::right_arc, 8);
    state.apply(ArcEager::reduce, -1);
    CHECK_FALSE(state.is_final());
    state.apply(ArcEager::reduce, -1);
    CHECK(state.is_final());
    CHECK(state.head(1) == -1);
    CHECK(state.head(2) == 1);
}

TEST_CASE("reducing a word without a head puts it back, once", "[arc_eager]") {
    ArcEager state;
    state.start(3);
    state.apply(ArcEager::shift, -1);
    state.apply(ArcEager::shift, -1);
    state.apply(ArcEager::reduce, -1);  // 1 has no head and is not alone
    TransitionModel::Features f{};
    state.fill_features(f, 8);
    CHECK(f[0] == 1);
    CHECK(f[1] == 2);
    CHECK_FALSE(state.valid_actions()[ArcEager::shift]);
    CHECK(state.valid_actions()[ArcEager::left_arc]);
}

TEST_CASE("a left-arc replaces the head of a right-arc", "[arc_eager]") {
    ArcEager state;
    state.start(3);
    state.apply(ArcEager::shift, -1);
    state.apply(ArcEager::right_arc, 1);  // 0 -> 1
    state.apply(ArcEager::left_arc, 2);   // 1 <- 2
    CHECK(state.head(1) == 2);
    TransitionModel::Features f{};
    state.fill_features(f, 8);
    CHECK(f[7] == -1);  // 0 has lost its right child
}

TEST_CASE("nothing is attached across a break", "[arc_eager]") {
    ArcEager state;
    state.start(3);
    state.apply(ArcEager::break_sentence, -1);  // 1 starts a sentence
    state.apply(ArcEager::shift, -1);
    CHECK(state.valid_actions() == std::array<bool, 5>{false, true, false, false, true});
}

// Any sequence of valid actions ends, and never attaches a word to itself or in a circle.
TEST_CASE("random walks end in trees", "[arc_eager]") {
    std::mt19937 random(5);
    for (int walk = 0; walk < 500; ++walk) {
        const std::size_t length = random() % 12;
        ArcEager state;
        state.start(length);
        std::size_t steps = 0;
        while (!state.is_final()) {
            const auto valid = state.valid_actions();
            std::vector<ArcEager::Action> choices;
            for (std::size_t a = 0; a < valid.size(); ++a) {
                if (valid[a]) choices.push_back(static_cast<ArcEager::Action>(a));
            }
            REQUIRE_FALSE(choices.empty());
            state.apply(choices[random() % choices.size()], 0);
            REQUIRE(++steps < 10 * length + 10);
        }
        for (std::size_t i = 0; i < length; ++i) {
            std::size_t hops = 0;
            for (auto at = static_cast<std::int32_t>(i); at >= 0; at = state.head(static_cast<std::size_t>(at))) {
                REQUIRE(++hops <= length);
            }
        }
    }
}
