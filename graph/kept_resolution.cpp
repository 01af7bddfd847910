#include "graph/kept_resolution.hpp"

#include "graph/kept_part.hpp"

#include <utility>

namespace newsgraph::detail {

ResolutionChange resolve_changes(sqlite::Database& db, const Decisions& decisions, std::size_t most_common, std::size_t most_loaded) {
    ChangeWork work(db, decisions, most_common, most_loaded);
    read_changed_documents(work);
    join_kin_anew(work);
    find_variants_anew(work);
    work.regroup(Level::clan, {Phase::variant});
    find_short_names_anew(work);
    find_bare_names_anew(work);
    work.regroup(Level::tribe, {Phase::short_name, Phase::bare_id, Phase::bare_label});
    find_one_words_anew(work);
    work.regroup(Level::band, {Phase::one_word});
    place_nodes_anew(work);
    return std::move(work.change);
}

}  // namespace newsgraph::detail
