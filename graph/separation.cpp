#include "graph/separation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace newsgraph {

namespace {

constexpr int rounds_with_words = 400;
constexpr std::size_t most_pairs = 100'000'000;  // looked at in rounds with words; where ties crowd, these find no place anyway
constexpr int rounds_with_boxes = 200;
constexpr double margin = 5.0;  // around every box

// A box, or the words of a tie, which move with both ends of it.
struct Body {
    Point place;
    Box size;
    std::size_t index = 0;  // of the node, or of the tie
    bool words = false;
};

// What part of the line from the middle of a box is inside of it; at most 1.
double hidden_share(const Box& box, double x, double y) {
    double share = 1.0;
    if (x != 0.0) {
        share = std::min(share, box.width / 2.0 / std::abs(x));
    }
    if (y != 0.0) {
        share = std::min(share, box.height / 2.0 / std::abs(y));
    }
    return share;
}

std::vector<Body> bodies_of(const std::vector<Box>& nodes, const std::vector<Tie>& ties, const std::vector<Point>& places) {
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        bodies.push_back({places[i], {nodes[i].width + 2.0 * margin, nodes[i].height + 2.0 * margin}, i, false});
    }
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (ties[i].words.width > 0.0) {
            bodies.push_back({words_place(ties[i], nodes, places), ties[i].words, i, true});
        }
    }
    return bodies;
}

class Separation {
public:
    Separation(const std::vector<Box>& nodes, const std::vector<Tie>& ties, std::vector<Point>& places)
        : nodes_(nodes), ties_(ties), places_(places) {}

    // False if nothing had to be moved.
    bool round(bool with_words) {
        moves_.assign(places_.size(), {});
        moved_ = false;
        if (with_words) {
            std::for_each(ties_.begin(), ties_.end(), [this](const Tie& tie) { make_room(tie); });
        }
        std::vector<Body> bodies = bodies_of(nodes_, with_words ? ties_ : std::vector<Tie>{}, places_);
        // From left to right: only what begins before a body ends can lie on it.
        const auto left = [](const Body& body) { return body.place.x - body.size.width / 2.0; };
        std::stable_sort(bodies.begin(), bodies.end(), [&](const Body& a, const Body& b) { return left(a) < left(b); });
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            const double right = bodies[i].place.x + bodies[i].size.width / 2.0;
            std::size_t j = i + 1;
            for (; j < bodies.size() && left(bodies[j]) < right; ++j) {
                push(bodies[i], bodies[j]);
            }
            pairs_ += j - i;
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            places_[i].x += moves_[i].x;
            places_[i].y += moves_[i].y;
        }
        return moved_;
    }

    std::size_t pairs() const { return pairs_; }  // that were looked at in all rounds

private:
    // Ends that are too near for their words.
    void make_room(const Tie& tie) {
        const double x = places_[tie.to].x - places_[tie.from].x;
        const double y = places_[tie.to].y - places_[tie.from].y;
        const double length = std::sqrt(x * x + y * y);
        if (length == 0.0) {
            return;
        }
        const double seen = length * (1.0 - hidden_share(nodes_[tie.from], x, y) - hidden_share(nodes_[tie.to], x, y));
        const double needed = std::min(tie.words.width / std::max(0.001, std::abs(x) / length),
                                       tie.words.height / std::max(0.001, std::abs(y) / length)) + 20.0;
        if (seen >= needed) {
            return;
        }
        const double share = (needed - seen) / length / 4.0;
        move(tie.from, -x * share, -y * share);
        move(tie.to, x * share, y * share);
    }

    bool has_end(const Body& words, const Body& box) const {
        return ties_[words.index].from == box.index || ties_[words.index].to == box.index;
    }

    // Words of two lines between the same two boxes: whoever draws parts the lines.
    bool are_parallel(const Body& a, const Body& b) const {
        const Tie& one = ties_[a.index];
        const Tie& other = ties_[b.index];
        return std::minmax(one.from, one.to) == std::minmax(other.from, other.to);
    }

    void push(const Body& a, const Body& b) {
        if (a.words && b.words ? are_parallel(a, b) : (a.words && has_end(a, b)) || (b.words && has_end(b, a))) {
            return;
        }
        const double x = b.place.x - a.place.x;
        const double y = b.place.y - a.place.y;
        const double over_x = (a.size.width + b.size.width) / 2.0 - std::abs(x);
        const double over_y = (a.size.height + b.size.height) / 2.0 - std::abs(y);
        if (over_x <= 0.01 || over_y <= 0.01) {
            return;
        }
        // The shorter way out.
        if (over_x < over_y) {
            const double step = (x < 0.0 ? -over_x : over_x) / 2.0;
            move(a, -step, 0.0);
            move(b, step, 0.0);
        } else {
            const double step = (y < 0.0 ? -over_y : over_y) / 2.0;
            move(a, 0.0, -step);
            move(b, 0.0, step);
        }
    }

    void move(const Body& body, double x, double y) {
        if (!body.words) {
            move(body.index, x, y);
            return;
        }
        move(ties_[body.index].from, x / 2.0, y / 2.0);
        move(ties_[body.index].to, x / 2.0, y / 2.0);
    }

    void move(std::size_t node, double x, double y) {
        moves_[node].x += x;
        moves_[node].y += y;
        moved_ = true;
    }

    const std::vector<Box>& nodes_;
    const std::vector<Tie>& ties_;
    std::vector<Point>& places_;
    std::vector<Point> moves_;
    std::size_t pairs_ = 0;
    bool moved_ = false;
};

}  // namespace

Point words_place(const Tie& tie, const std::vector<Box>& nodes, const std::vector<Point>& places) {
    const Point& from = places[tie.from];
    const double x = places[tie.to].x - from.x;
    const double y = places[tie.to].y - from.y;
    const double share = (1.0 + hidden_share(nodes[tie.from], x, y) - hidden_share(nodes[tie.to], x, y)) / 2.0;
    return {from.x + x * share, from.y + y * share};
}

void separate(const std::vector<Box>& nodes, const std::vector<Tie>& ties, std::vector<Point>& places) {
    Separation separation(nodes, ties, places);
    for (int i = 0; i < rounds_with_words && separation.pairs() < most_pairs && separation.round(true); ++i) {
    }
    // Where that does not end all has to move apart.
    constexpr double growth = 1.1;
    for (int i = 1; separation.round(false); ++i) {
        if (i % rounds_with_boxes != 0) {
            continue;
        }
        for (Point& place : places) {
            place = {place.x * growth, place.y * growth};
        }
    }
}

Extent extent_of(const std::vector<Box>& nodes, const std::vector<Tie>& ties, const std::vector<Point>& places) {
    Extent extent;
    bool first = true;
    for (const Body& body : bodies_of(nodes, ties, places)) {
        const Point low{body.place.x - body.size.width / 2.0, body.place.y - body.size.height / 2.0};
        const Point high{body.place.x + body.size.width / 2.0, body.place.y + body.size.height / 2.0};
        extent.low = first ? low : Point{std::min(extent.low.x, low.x), std::min(extent.low.y, low.y)};
        extent.high = first ? high : Point{std::max(extent.high.x, high.x), std::max(extent.high.y, high.y)};
        first = false;
    }
    return extent;
}

}  // namespace newsgraph
