#include "graph/layout.hpp"
#include "graph/separation.hpp"
#include "graph/stress.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace newsgraph;

namespace {

bool overlap(const Point& a, const Box& size_a, const Point& b, const Box& size_b) {
    return std::abs(a.x - b.x) < (size_a.width + size_b.width) / 2.0 && std::abs(a.y - b.y) < (size_a.height + size_b.height) / 2.0;
}

std::size_t overlaps(const std::vector<Box>& boxes, const std::vector<Point>& places) {
    std::size_t count = 0;
    for (std::size_t a = 0; a < boxes.size(); ++a) {
        for (std::size_t b = a + 1; b < boxes.size(); ++b) {
            count += overlap(places[a], boxes[a], places[b], boxes[b]) ? 1U : 0U;
        }
    }
    return count;
}

// A star whose rays go on, with a tie across here and there.
std::vector<Tie> crowd(std::size_t nodes) {
    std::vector<Tie> ties;
    for (std::size_t i = 1; i < nodes; ++i) {
        ties.push_back({i, i < 40 ? 0 : i - 39, {40.0, 11.0}});
        if (i % 7 == 0) {
            ties.push_back({i / 2, i, {30.0, 11.0}});
        }
    }
    return ties;
}

}  // namespace

TEST_CASE("no box of a drawing lies on another one") {
    for (const std::size_t count : {2U, 3U, 60U, 400U, 1700U}) {
        INFO(count);
        const std::vector<Box> boxes(count, Box{110.0, 36.0});
        CHECK(overlaps(boxes, lay_out(boxes, crowd(count))) == 0);
    }
}

TEST_CASE("words of a small drawing are free") {
    const std::vector<Box> boxes(12, Box{90.0, 36.0});
    const std::vector<Tie> ties = crowd(12);
    const std::vector<Point> places = lay_out(boxes, ties);
    for (const Tie& tie : ties) {
        const Point words = words_place(tie, boxes, places);
        for (std::size_t node = 0; node < boxes.size(); ++node) {
            INFO(tie.from << "-" << tie.to << " " << node);
            CHECK(!overlap(words, {30.0, 8.0}, places[node], boxes[node]));
        }
    }
}

TEST_CASE("two boxes are read from left to right") {
    const std::vector<Point> places = lay_out({{80.0, 30.0}, {80.0, 30.0}}, {{1, 0, {40.0, 11.0}}});
    CHECK(places[1].x < places[0].x);
    CHECK(std::abs(places[0].y - places[1].y) < 1.0);
    CHECK(places[0].x - places[1].x >= 80.0 + 40.0);
}

TEST_CASE("boxes without a tie stand in rows below all others, in their order") {
    std::vector<Box> boxes(40, Box{60.0, 20.0});
    const std::vector<Point> places = lay_out(boxes, {{3, 9, {20.0, 10.0}}, {9, 21, {20.0, 10.0}}});
    double lowest = 0.0;
    for (const std::size_t node : {3U, 9U, 21U}) {
        lowest = std::min(lowest, places[node].y);
    }
    std::vector<Point> singles;
    for (std::size_t node = 0; node < boxes.size(); ++node) {
        if (node != 3 && node != 9 && node != 21) {
            singles.push_back(places[node]);
        }
    }
    for (std::size_t i = 0; i < singles.size(); ++i) {
        CHECK(singles[i].y < lowest - 20.0);
        if (i > 0) {
            CHECK((singles[i].y < singles[i - 1].y || (singles[i].y == singles[i - 1].y && singles[i].x > singles[i - 1].x)));
        }
    }
    CHECK(overlaps(boxes, places) == 0);
}

TEST_CASE("the same drawing comes twice, and ties from a box to itself do not count") {
    const std::vector<Box> boxes(80, Box{70.0, 25.0});
    std::vector<Tie> ties = crowd(80);
    const std::vector<Point> first = lay_out(boxes, ties);
    ties.push_back({5, 5, {50.0, 11.0}});
    const std::vector<Point> second = lay_out(boxes, ties);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        CHECK(first[i].x == second[i].x);
        CHECK(first[i].y == second[i].y);
    }
    CHECK(lay_out({}, {}).empty());
    CHECK(lay_out({{10.0, 10.0}}, {{0, 0, {5.0, 5.0}}}).size() == 1);
}

TEST_CASE("distances on the plane follow those in the graph") {
    // A path: the ends are as far from each other as all its links together.
    std::vector<std::vector<Link>> links(9);
    for (std::size_t i = 0; i + 1 < links.size(); ++i) {
        links[i].push_back({i + 1, 100.0});
        links[i + 1].push_back({i, 100.0});
    }
    const std::vector<Point> places = spread(links);
    for (std::size_t i = 0; i < links.size(); ++i) {
        const double distance = std::hypot(places[i].x - places[0].x, places[i].y - places[0].y);
        CHECK(std::abs(distance - 100.0 * static_cast<double>(i)) < 50.0);
    }
}
