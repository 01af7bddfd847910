#include "graph/layout.hpp"

#include "graph/groups.hpp"
#include "graph/separation.hpp"
#include "graph/stress.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace newsgraph {

namespace {

constexpr double flatness = 0.6;     // height to width: boxes are wide, and so are screens
constexpr double part_gap = 40.0;    // between parts
constexpr double single_gap = 14.0;  // between nodes without a tie
constexpr double crowding = 80.0;    // how the length of a line grows with the root of the number of neighbours

// A part without ties to others; `nodes` and `ties` are indexes into the whole drawing.
struct Part {
    std::vector<std::size_t> nodes;  // sorted
    std::vector<std::size_t> ties;
    std::vector<Point> places;  // of `nodes`; the lower left corner is 0, 0
    Box size;

    std::size_t index_of(std::size_t node) const {
        return static_cast<std::size_t>(std::lower_bound(nodes.begin(), nodes.end(), node) - nodes.begin());
    }
};

// Those with ties.
std::vector<Part> parts_of(std::size_t count, const std::vector<Tie>& ties) {
    Groups groups(count);
    for (const Tie& tie : ties) {
        groups.join(tie.from, tie.to);
    }
    std::map<std::size_t, Part> parts;
    for (std::size_t node = 0; node < count; ++node) {
        parts[groups.of(node)].nodes.push_back(node);
    }
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (ties[i].from != ties[i].to) {
            parts[groups.of(ties[i].from)].ties.push_back(i);
        }
    }
    std::vector<Part> found;
    for (auto& [name, part] : parts) {
        if (part.nodes.size() > 1) {
            found.push_back(std::move(part));
        }
    }
    return found;
}

// How far apart two tied nodes should be: there must be room for both and for the words, and around a node with many
// neighbours room for all of these.
double wished_length(const Tie& tie, const std::vector<Box>& nodes, std::size_t neighbors) {
    const double room = (nodes[tie.from].width + nodes[tie.to].width) / 2.0 + tie.words.width + 40.0;
    return std::max(0.8 * room, crowding * std::sqrt(static_cast<double>(neighbors)));
}

std::vector<std::vector<Link>> links_of(const Part& part, const std::vector<Box>& nodes, const std::vector<Tie>& ties) {
    std::vector<std::map<std::size_t, const Tie*>> neighbors(part.nodes.size());
    for (const std::size_t i : part.ties) {
        const std::size_t a = part.index_of(ties[i].from);
        const std::size_t b = part.index_of(ties[i].to);
        if (neighbors[a][b] == nullptr || neighbors[a][b]->words.width < ties[i].words.width) {
            neighbors[a][b] = neighbors[b][a] = &ties[i];
        }
    }
    std::vector<std::vector<Link>> links(part.nodes.size());
    for (std::size_t a = 0; a < links.size(); ++a) {
        for (const auto& [b, tie] : neighbors[a]) {
            links[a].push_back({b, wished_length(*tie, nodes, std::max(neighbors[a].size(), neighbors[b].size()))});
        }
    }
    return links;
}

// The longest extent becomes the horizontal one.
void turn(std::vector<Point>& places) {
    Point middle;
    for (const Point& place : places) {
        middle.x += place.x / static_cast<double>(places.size());
        middle.y += place.y / static_cast<double>(places.size());
    }
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (Point& place : places) {
        place.x -= middle.x;
        place.y -= middle.y;
        xx += place.x * place.x;
        xy += place.x * place.y;
        yy += place.y * place.y;
    }
    // The eigenvector of the larger eigenvalue of the covariances.
    const double larger = (xx + yy + std::sqrt((xx - yy) * (xx - yy) + 4.0 * xy * xy)) / 2.0;
    Point axis{larger - yy, xy};
    double length = std::sqrt(axis.x * axis.x + axis.y * axis.y);
    if (length == 0.0) {
        axis = xx >= yy ? Point{1.0, 0.0} : Point{0.0, 1.0};
        length = 1.0;
    }
    for (Point& place : places) {
        place = {(place.x * axis.x + place.y * axis.y) / length, (place.y * axis.x - place.x * axis.y) / length};
    }
}

// Reading goes from left to right: most arrows do, too. And the picture is flattened.
void mirror(Part& part, const std::vector<Tie>& ties) {
    double rightwards = 0.0;
    for (const std::size_t i : part.ties) {
        rightwards += part.places[part.index_of(ties[i].to)].x - part.places[part.index_of(ties[i].from)].x;
    }
    for (Point& place : part.places) {
        place = {rightwards < 0.0 ? -place.x : place.x, place.y * flatness};
    }
}

void draw(Part& part, const std::vector<Box>& nodes, const std::vector<Tie>& ties) {
    part.places = spread(links_of(part, nodes, ties));
    turn(part.places);
    mirror(part, ties);
    std::vector<Box> boxes;
    for (const std::size_t node : part.nodes) {
        boxes.push_back(nodes[node]);
    }
    std::vector<Tie> inner;
    for (const std::size_t i : part.ties) {
        inner.push_back({part.index_of(ties[i].from), part.index_of(ties[i].to), ties[i].words});
    }
    separate(boxes, inner, part.places);
    const Extent extent = extent_of(boxes, inner, part.places);
    for (Point& place : part.places) {
        place = {place.x - extent.low.x, place.y - extent.low.y};
    }
    part.size = {extent.high.x - extent.low.x, extent.high.y - extent.low.y};
}

constexpr double endless = -1e12;

// What is filled row by row from the top: x from `left` to `right`, y downwards from `top`, no row below `bottom`.
struct Field {
    double left = 0.0;
    double right = 0.0;
    double top = 0.0;
    double bottom = endless;
};

// Puts things into the field as long as there is room, beginning with the thing `next`; the first of a row is put there
// whatever its width. Their lower left corners; `next` and the field's top go on.
void fill(Field& field, const std::vector<Box>& things, double gap, std::size_t& next, std::vector<Point>& corners) {
    while (next < things.size() && field.top - things[next].height >= field.bottom) {
        double x = field.left;
        double height = 0.0;
        std::size_t end = next;
        for (; end < things.size() && (end == next || x + things[end].width <= field.right); ++end) {
            const double taller = std::max(height, things[end].height);
            if (field.top - taller < field.bottom) {
                break;
            }
            corners[end].x = x;
            x += things[end].width + gap;
            height = taller;
        }
        for (std::size_t i = next; i < end; ++i) {
            corners[i].y = field.top - (height + things[i].height) / 2.0;
        }
        field.top -= height + gap;
        next = end;
    }
}

// The first thing in the upper left corner, the others to its right, then below. `top` ends below the last one.
std::vector<Point> around_first(const std::vector<Box>& things, double width, double gap, double& top) {
    std::vector<Point> corners(things.size());
    if (things.empty()) {
        return corners;
    }
    const Box& first = things.front();
    corners[0].y = top - first.height;
    std::size_t next = 1;
    const auto is_narrow = [&](const Box& box) { return box.width <= width - first.width - gap; };
    if (std::all_of(things.begin() + 1, things.end(), is_narrow)) {
        Field beside{first.width + gap, width, top, top - first.height};
        fill(beside, things, gap, next, corners);
    }
    Field below{0.0, width, top - first.height - gap};
    fill(below, things, gap, next, corners);
    top = below.top;
    return corners;
}

std::vector<Point> in_rows(const std::vector<Box>& things, double width, double gap, double top) {
    std::vector<Point> corners(things.size());
    std::size_t next = 0;
    Field field{0.0, width, top};
    fill(field, things, gap, next, corners);
    return corners;
}

double area(const Box& box, double gap) {
    return (box.width + gap) * (box.height + gap);
}

// How wide the drawing should be, so that it is a little wider than high.
double width_of(const std::vector<Box>& parts, const std::vector<Box>& singles) {
    double sum = 0.0;
    double widest = 0.0;
    for (const Box& part : parts) {
        sum += area(part, part_gap);
        widest = std::max(widest, part.width);
    }
    for (const Box& single : singles) {
        sum += area(single, single_gap);
    }
    return std::max(widest, 1.25 * std::sqrt(sum));
}

// Drawn, the high ones first.
std::vector<Part> drawn_parts(const std::vector<Box>& nodes, const std::vector<Tie>& ties) {
    std::vector<Part> parts = parts_of(nodes.size(), ties);
    for (Part& part : parts) {
        draw(part, nodes, ties);
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::pair(a.nodes.size() > 3, a.size.height) > std::pair(b.nodes.size() > 3, b.size.height);
    });
    return parts;
}

}  // namespace

std::vector<Point> lay_out(const std::vector<Box>& nodes, const std::vector<Tie>& ties) {
    const std::vector<Part> parts = drawn_parts(nodes, ties);
    std::vector<bool> tied(nodes.size());
    std::vector<Box> sizes;
    for (const Part& part : parts) {
        sizes.push_back(part.size);
        for (const std::size_t node : part.nodes) {
            tied[node] = true;
        }
    }
    std::vector<std::size_t> single;
    std::vector<Box> singles;
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        if (!tied[node]) {
            single.push_back(node);
            singles.push_back(nodes[node]);
        }
    }
    const double width = width_of(sizes, singles);
    double top = 0.0;
    std::vector<Point> places(nodes.size());
    const std::vector<Point> corners = around_first(sizes, width, part_gap, top);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < parts[i].nodes.size(); ++j) {
            places[parts[i].nodes[j]] = {corners[i].x + parts[i].places[j].x, corners[i].y + parts[i].places[j].y};
        }
    }
    const std::vector<Point> single_corners = in_rows(singles, width, single_gap, top - (parts.empty() ? 0.0 : part_gap));
    for (std::size_t i = 0; i < single.size(); ++i) {
        places[single[i]] = {single_corners[i].x + singles[i].width / 2.0, single_corners[i].y + singles[i].height / 2.0};
    }
    return places;
}

}  // namespace newsgraph
