#include "graph/stress.hpp"

#include "graph/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::size_t most_for_all_pairs = 1500;
constexpr std::size_t pivot_count = 120;
constexpr double cooling = 0.75;  // of the step, each round

// Two nodes and how far from each other they should be.
struct Wish {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double distance = 0.0;
};

// Lengths of the shortest ways from one node (Dijkstra).
std::vector<double> distances_from(std::size_t start, const std::vector<std::vector<Link>>& links) {
    std::vector<double> found(links.size(), std::numeric_limits<double>::infinity());
    using Step = std::pair<double, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    found[start] = 0.0;
    open.emplace(0.0, start);
    while (!open.empty()) {
        const auto [distance, node] = open.top();
        open.pop();
        if (distance > found[node]) {
            continue;
        }
        for (const Link& link : links[node]) {
            const double further = distance + link.length;
            if (further < found[link.to]) {
                found[link.to] = further;
                open.emplace(further, link.to);
            }
        }
    }
    return found;
}

Wish wish(std::size_t a, std::size_t b, double distance) {
    return {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), distance};
}

std::vector<Wish> all_pairs(const std::vector<std::vector<Link>>& links) {
    std::vector<Wish> wishes;
    wishes.reserve(links.size() * (links.size() - 1) / 2);
    for (std::size_t a = 0; a < links.size(); ++a) {
        const std::vector<double> distances = distances_from(a, links);
        for (std::size_t b = a + 1; b < links.size(); ++b) {
            wishes.push_back(wish(a, b, distances[b]));
        }
    }
    return wishes;
}

// The distances of all nodes to some that are far from each other, and the edges.
std::vector<Wish> pairs_with_pivots(const std::vector<std::vector<Link>>& links) {
    std::vector<Wish> wishes;
    for (std::size_t a = 0; a < links.size(); ++a) {
        for (const Link& link : links[a]) {
            if (a < link.to) {
                wishes.push_back(wish(a, link.to, link.length));
            }
        }
    }
    std::vector<double> nearest(links.size(), std::numeric_limits<double>::infinity());
    std::size_t pivot = 0;
    for (std::size_t i = 0; i < pivot_count; ++i) {
        const std::vector<double> distances = distances_from(pivot, links);
        for (std::size_t node = 0; node < links.size(); ++node) {
            if (node != pivot) {
                wishes.push_back(wish(pivot, node, distances[node]));
            }
            nearest[node] = std::min(nearest[node], distances[node]);
        }
        pivot = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    return wishes;
}

// Moves both nodes towards the distance that they should have, near ones further than distant ones.
void fulfil(const Wish& wish, double step, std::vector<Point>& places) {
    Point& a = places[wish.a];
    Point& b = places[wish.b];
    const double x = a.x - b.x;
    const double y = a.y - b.y;
    const double distance = std::sqrt(x * x + y * y);
    if (distance == 0.0) {
        return;
    }
    const double strength = std::min(1.0, step / (wish.distance * wish.distance));
    const double share = strength * (distance - wish.distance) / 2.0 / distance;
    a.x -= x * share;
    a.y -= y * share;
    b.x += x * share;
    b.y += y * share;
}

}  // namespace

std::vector<Point> spread(const std::vector<std::vector<Link>>& links) {
    std::vector<Point> places(links.size());
    if (links.size() < 2) {
        return places;
    }
    std::vector<Wish> wishes = links.size() <= most_for_all_pairs ? all_pairs(links) : pairs_with_pivots(links);
    const auto [nearest, farthest] =
        std::minmax_element(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.distance < b.distance; });
    const double largest = farthest->distance * farthest->distance;
    const double smallest = 0.1 * nearest->distance * nearest->distance;
    const double width = farthest->distance;
    Random random;
    for (Point& place : places) {
        place.x = random.share() * width;
        place.y = random.share() * width;
    }
    for (double step = largest; step > smallest; step *= cooling) {
        for (std::size_t i = wishes.size(); i > 1; --i) {
            std::swap(wishes[i - 1], wishes[random.below(i)]);
        }
        for (const Wish& one : wishes) {
            fulfil(one, step, places);
        }
    }
    return places;
}

}  // namespace newsgraph
