// The edges of a kept graph: which statements stand behind which edge, and what these count. For graph/kept_graph.hpp alone.
#pragma once

#include "graph/evidence.hpp"
#include "graph/kept_work.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace newsgraph::detail {

class KeptEdges {
public:
    explicit KeptEdges(const KeptWork& work);

    // Something about this edge has changed.
    void touch(std::int64_t edge) { touched_.add(edge); }

    // Something about this document has changed, but not between which nodes its statements stand.
    void touch_document(std::size_t document);

    // The document's statements may stand between other nodes now.
    void move_document(std::size_t document);

    // Writes the edges about which something has changed; those without a statement go.
    void write();

private:
    struct Place {  // of a statement
        std::size_t source = 0;
        std::size_t target = 0;
        std::uint32_t relation = 0;
        EdgeStatus status = EdgeStatus::asserted;
        std::uint32_t document = 0;
        std::int64_t statement = 0;

        auto edge() const { return std::tie(source, target, relation, status); }
    };

    void read_statements(std::size_t document);
    std::uint32_t relation(const std::string& name);
    std::int64_t edge_of(const Place& place);
    void count(std::int64_t edge);

    const KeptWork& work_;
    Marks touched_;
    std::map<std::string, std::uint32_t> relation_numbers_;
    std::vector<const std::string*> relation_names_;
    std::vector<char> symmetric_;  // by relation
    std::vector<Place> places_;
    std::int64_t last_edge_ = 0;
    bool none_yet_ = false;  // no edges were there before
    sqlite::Query edges_of_, forget_, statements_, find_, insert_, assign_, behind_, text_, update_, erase_;
};

}  // namespace newsgraph::detail
